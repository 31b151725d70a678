import type {ConfigFlags} from '../config/flags.ts';
import type {Context, Flags} from './command.ts';
import type {SignalName} from './exit-codes.ts';
import {createOutput} from './output.ts';

const text = (value: Flags[string]): string | undefined => (value === undefined ? undefined : String(value));
const number = (value: Flags[string]): number | undefined => (value === undefined ? undefined : Number(value));
const yes = (value: Flags[string]): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** Those of the flags that override the configuration, as it takes them. The command has checked their values. */
export const configFlags = (flags: Flags): ConfigFlags => {
	const yAxis = text(flags.yAxis);
	return {
		config: text(flags.config),
		days: number(flags.days),
		yAxis: yAxis === 'plays' || yAxis === 'duration' ? yAxis : undefined,
		ascii: yes(flags.ascii),
		noColor: flags.color === false ? true : undefined,
		reader: yes(flags.reader),
		lookOnly: yes(flags.lookOnly),
		logLevel: text(flags.logLevel),
	};
};

/** The disk of a redirected output is full, say: nothing that follows can be told there. */
const outputFailed = (error: Error): void => {
	process.exitCode = 1;
	process.stderr.write(`tautop: The output could not be written: ${error.message}\n`);
};

const signals: readonly SignalName[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Aborts on the first signal; the second one ends the process as if nobody listened. */
const listenToSignals = (): Pick<Context, 'signal' | 'interruptedBy'> => {
	const controller = new AbortController();
	let interruptedBy: SignalName | null = null;
	for (const name of signals) {
		process.once(name, () => {
			interruptedBy ??= name;
			controller.abort();
		});
	}
	return {signal: controller.signal, interruptedBy: () => interruptedBy};
};

const colorWanted = (flags: Flags): boolean => {
	if (flags.color === false || process.env.NO_COLOR) return false;
	return process.env.TERM !== 'dumb';
};

const isUtf8 = (): boolean => {
	const locale = process.env.LC_ALL || process.env.LC_CTYPE || process.env.LANG || '';
	return process.platform === 'win32' || locale === '' || /utf-?8/i.test(locale);
};

/** What a headless command touches of this process. */
export const processContext = (args: readonly string[], flags: Flags, version: string): Context => {
	const open: Context['open'] = async needs => {
		const {openFromProcess} = await import('../open/from-process.ts');
		return openFromProcess({flags: configFlags(flags), demo: flags.demo === true, version, dashboard: false, needs});
	};
	return {
		args,
		flags,
		open,
		stdout: createOutput(process.stdout, outputFailed),
		stderr: createOutput(process.stderr, () => undefined),
		now: () => Math.floor(Date.now() / 1000),
		...listenToSignals(),
		timeZone: null,
		color: colorWanted(flags),
		ascii: flags.ascii === true || process.env.TERM === 'linux' || !isUtf8(),
	};
};
