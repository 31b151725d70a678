import type {ConfigFlags} from '../../config/flags.ts';
import {serviceEnds} from '../../engine/end-within.ts';
import type {Command, Context, Flags, Kept} from '../command.ts';
import {pause} from './pause.ts';
import {isPlainTerminal} from './plain-terminal.ts';
import {processClock} from './process-clock.ts';
import {listenToSignals} from './signals.ts';
import {standardError, standardOutput} from './standard-output.ts';
import {wrapping} from './wrap-lines.ts';

const text = (value: Flags[string]): string | undefined => (value === undefined ? undefined : String(value));
const number = (value: Flags[string]): number | undefined => (value === undefined ? undefined : Number(value));
const yes = (value: Flags[string]): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** Those of the flags that override the configuration, as it takes them. The command has checked their values. */
export const configFlags = (flags: Flags): ConfigFlags => {
	const yAxis = text(flags.yAxis);
	return {
		config: text(flags.config),
		server: text(flags.server),
		days: number(flags.days),
		yAxis: yAxis === 'plays' || yAxis === 'duration' ? yAxis : undefined,
		ascii: yes(flags.ascii),
		noColor: flags.color === false ? true : undefined,
		reader: yes(flags.reader),
		lookOnly: yes(flags.lookOnly),
		logLevel: text(flags.logLevel),
	};
};

const colorWanted = (flags: Flags): boolean => {
	if (flags.color === false || process.env.NO_COLOR) return false;
	return process.env.TERM !== 'dumb';
};

const keepFor = (flags: Flags, version: string) => async (): Promise<Kept> => {
	const {configOf, configsOf, toServer} = await import('../../open/configure.ts');
	const request = {flags: configFlags(flags), demo: flags.demo === true, version, dashboard: true, watch: true};
	const config = configOf(request);
	if (!config.configured && !request.demo) {
		const {notConfigured} = await import('../../open/not-configured.ts');
		throw notConfigured(config);
	}
	// The demo is one server, whatever is configured.
	const isOne = request.demo || request.flags.server !== undefined;
	const configs = isOne ? [config] : configsOf(request);
	const {keepEngine} = await import('../../engine/keep.ts');
	const {spawnEngine} = await import('../../engine/spawn.ts');
	const {reportCrash} = await import('../../engine/crash-log.ts');
	const {now} = processClock();
	const closeWithinMs = serviceEnds.close;
	return {
		metrics: config.metrics,
		version,
		servers: configs.map(({name, database}) => ({
			name: request.demo ? null : name,
			database,
			start: opened =>
				keepEngine(toServer(request, name), {start: spawnEngine, now, report: reportCrash, opened, closeWithinMs}),
		})),
	};
};

/** What a headless command touches of this process. */
export const processContext = (
	args: readonly string[],
	flags: Flags,
	version: string,
	{stays = false}: Pick<Command, 'stays'>,
): Context => {
	const open: Context['open'] = async ({needs, asksEngine} = {}) => {
		const {configOf} = await import('../../open/configure.ts');
		const request = {flags: configFlags(flags), demo: flags.demo === true, version, dashboard: false, needs};
		const config = configOf(request);
		if (asksEngine) {
			const {connectEngine} = await import('../../engine/connect-engine.ts');
			const engine = await connectEngine(request, config);
			if (engine) return engine;
		}
		const {openFromProcess} = await import('../../open/from-process.ts');
		if (config.serverNames.length < 2) return openFromProcess(request, config);
		const {othersOf} = await import('../../engine/others-of.ts');
		return openFromProcess(request, config, undefined, othersOf(request, config, processClock().now));
	};
	const stdout = standardOutput();
	const signals = listenToSignals(stays, process);
	const {stdin} = process;
	const prompt: Context['prompt'] = async () => {
		if (!stdin.isTTY || !stdout.isTTY) return null;
		const {openPrompt} = await import('../init/prompt.ts');
		return openPrompt({stdin, write: stdout.write, columns: stdout.columns, signal: signals.signal});
	};
	return {
		args,
		flags,
		open,
		keep: keepFor(flags, version),
		prompt,
		surroundings: async () => (await import('../../open/configure.ts')).surroundingsOf(configFlags(flags)),
		outside: () => ({
			size: process.stdout.isTTY ? {columns: process.stdout.columns, rows: process.stdout.rows} : null,
			terminal: async () => (await import('./ask-terminal.ts')).askedTerminal(),
		}),
		stdout,
		keepPass: async kept => {
			const {savePass} = await import('../quick/pass-file.ts');
			const {markOf} = await import('../quick/mark.ts');
			const mark = markOf({config: text(flags.config) ?? null, server: text(flags.server) ?? null}, version);
			if (mark !== null) savePass(mark, kept);
		},
		screen: async () => (await import('./live-screen.ts')).openLiveScreen(),
		pause,
		stderr: wrapping(standardError()),
		now: processClock().now,
		...signals,
		timeZone: null,
		color: colorWanted(flags),
		ascii: flags.ascii === true || isPlainTerminal(),
		version,
	};
};
