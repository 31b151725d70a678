import process from 'node:process';
import {render} from 'ink';
import type {OpenSources} from '../sources.ts';
import {App} from '../ui/app.tsx';
import {setBlocking} from '../ui/blocking.ts';
import {createDashboard, type Dashboard} from '../ui/dashboard.ts';
import type {Clock} from '../ui/poller.ts';
import {colorLevel, needsAscii} from '../ui/terminal.ts';
import type {Flags} from './command.ts';
import {describeError} from './describe-error.ts';
import {exitCodeOf, exitCodeOfSignal, type SignalName} from './exit-codes.ts';

export type DashboardOptions = {
	/** The engine on its way: the first frame does not wait for it. */
	readonly opening: Promise<OpenSources>;
	readonly flags: Flags;
	readonly stdout: NodeJS.WriteStream;
	readonly stdin: NodeJS.ReadStream;
	readonly stderr: NodeJS.WritableStream;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Unix seconds. */
	readonly now: () => number;
};

/** How the screen ended: with an exit code, or with something thrown. */
type Ending = {readonly code: number; readonly error?: unknown};

const signals: readonly SignalName[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The longest that the database and open requests may take to end; the terminal is given back before. */
const closingMs = 3000;

/** Why there can be no dashboard here, as a sentence; null: there can. */
const refusal = ({stdin, stdout, env}: DashboardOptions): string | null => {
	if (!stdout.isTTY || !stdin.isTTY) {
		return 'The dashboard needs a terminal on both ends. For a pipe or a file there are commands, such as `tautop now`.';
	}
	return env.TERM === 'dumb'
		? 'The dashboard needs a terminal that can move its cursor (TERM is dumb). There are commands, such as `tautop now`.'
		: null;
};

const systemClock = (now: () => number): Clock => ({
	now,
	random: Math.random,
	after: (seconds, run) => {
		const timer = setTimeout(run, seconds * 1000);
		return () => clearTimeout(timer);
	},
});

const createFor = ({stdout, flags, env, now}: DashboardOptions): Dashboard =>
	createDashboard(
		{
			size: {columns: stdout.columns, rows: stdout.rows},
			ascii: flags.ascii === true || needsAscii(env),
			colors: flags.color === false ? 'none' : colorLevel(env),
			colorFgBg: env.COLORFGBG,
			zone: null,
			isStalled: () => stdout.writableNeedDrain,
		},
		systemClock(now),
	);

/** Listens for what can end the program from outside or by a bug; returns what ends the listening. */
const watchProcess = (end: (ending: Ending) => void): (() => void) => {
	const onSignal = (signal: NodeJS.Signals): void => {
		const name = signals.find(known => known === signal);
		if (name) end({code: exitCodeOfSignal(name)});
	};
	const onCrash = (error: unknown): void => end({code: 1, error});
	for (const signal of signals) process.on(signal, onSignal);
	process.on('uncaughtException', onCrash);
	process.on('unhandledRejection', onCrash);
	return () => {
		for (const signal of signals) process.off(signal, onSignal);
		process.off('uncaughtException', onCrash);
		process.off('unhandledRejection', onCrash);
	};
};

/** Waits for something, but not for ever. */
const within = async (milliseconds: number, work: Promise<void>): Promise<void> => {
	const late = Promise.withResolvers<void>();
	const timer = setTimeout(late.resolve, milliseconds);
	await Promise.race([work, late.promise]);
	clearTimeout(timer);
};

/** Resolves when the terminal has taken all that it was sent. */
const flushed = (stdout: NodeJS.WriteStream): Promise<void> => {
	const taken = Promise.withResolvers<void>();
	stdout.write('', () => taken.resolve());
	return taken.promise;
};

/** Shows the dashboard until something ends it, and gives the terminal back. */
const show = async (options: DashboardOptions): Promise<Ending> => {
	const dashboard = createFor(options);
	const ended = Promise.withResolvers<Ending>();
	const unwatch = watchProcess(ended.resolve);
	setBlocking(options.stdout, false);
	const instance = render(<App dashboard={dashboard} />, {
		stdout: options.stdout,
		stdin: options.stdin,
		alternateScreen: true,
		incrementalRendering: true,
		interactive: true,
		exitOnCtrlC: false,
		maxFps: 20,
	});
	instance.waitUntilExit().then(
		code => ended.resolve({code: typeof code === 'number' ? code : 0}),
		(error: unknown) => ended.resolve({code: 1, error}),
	);
	options.opening.then(dashboard.connect).catch((error: unknown) => ended.resolve({code: exitCodeOf(error), error}));
	const ending = await ended.promise;
	dashboard.close();
	instance.unmount();
	await within(closingMs, flushed(options.stdout));
	if (!options.stdout.writableNeedDrain) setBlocking(options.stdout, true);
	unwatch();
	return ending;
};

/** Lets the engine end its work, but not for ever; a second signal ends the program at once. */
const closeEngine = (opening: Promise<OpenSources>): Promise<void> =>
	within(
		closingMs,
		opening.then(opened => opened.close()).catch(() => {}),
	);

/** `tautop` without a command. Resolves with the exit code, the terminal being as it was. */
export const runDashboard = async (options: DashboardOptions): Promise<number> => {
	const sentence = refusal(options);
	if (sentence !== null) {
		options.stderr.write(`tautop: ${sentence}\n`);
		await closeEngine(options.opening);
		return 2;
	}
	const {code, error} = await show(options);
	// On the primary screen: what was written before went with the alternate one.
	if (error !== undefined) options.stderr.write(describeError(error, {color: false, stack: true}));
	await closeEngine(options.opening);
	return code;
};
