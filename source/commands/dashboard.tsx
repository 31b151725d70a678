import {render} from 'ink';
import type {OpenSources} from '../sources.ts';
import {App} from '../ui/app.tsx';
import {createDashboard, type Dashboard} from '../ui/dashboard.ts';
import {type Output, openOutput} from '../ui/output.ts';
import type {Clock} from '../ui/poller.ts';
import {colorLevel, needsAscii} from '../ui/terminal.ts';
import type {Flags} from './command.ts';
import {describeError} from './describe-error.ts';
import {exitCodeOf} from './exit-codes.ts';
import {type Ending, hungUp, watchProcess} from './watch-process.ts';

export type DashboardOptions = {
	/** Starts the engine; aborted when the user leaves before it is there. Called once the first frame stands. */
	readonly open: (signal: AbortSignal) => Promise<OpenSources>;
	readonly flags: Flags;
	readonly stdout: NodeJS.WriteStream;
	readonly stdin: NodeJS.ReadStream;
	readonly stderr: NodeJS.WriteStream;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Unix seconds. */
	readonly now: () => number;
};

/** The longest that a terminal which reads nothing is waited for, so that it can be given back as it was. */
const flushingMs = 1000;

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

const createFor = ({stdout, flags, env, now}: DashboardOptions, output: Output): Dashboard =>
	createDashboard(
		{
			size: {columns: stdout.columns, rows: stdout.rows},
			ascii: flags.ascii === true || needsAscii(env),
			colors: flags.color === false ? 'none' : colorLevel(env),
			colorFgBg: env.COLORFGBG,
			zone: null,
			isStalled: output.isStalled,
		},
		systemClock(now),
	);

/** Waits for something, but not for ever. */
const within = async (milliseconds: number, work: Promise<void>): Promise<void> => {
	const late = Promise.withResolvers<void>();
	const timer = setTimeout(late.resolve, milliseconds);
	await Promise.race([work, late.promise]);
	clearTimeout(timer);
};

/** What the screen left behind: how it ended, the engine on its way, and whether the terminal can still be told something. */
type Shown = {readonly ending: Ending; readonly opening: Promise<OpenSources>; readonly isDeaf: boolean};

/** Shows the dashboard until something ends it, and gives the terminal back. */
const show = async (options: DashboardOptions): Promise<Shown> => {
	const ended = Promise.withResolvers<Ending>();
	const unwatch = watchProcess(options.stdin, ended.resolve);
	const output = openOutput(options.stdout, () => ended.resolve(hungUp()));
	const dashboard = createFor(options, output);
	const instance = render(<App dashboard={dashboard} quit={code => ended.resolve({code})} />, {
		stdout: output.stream,
		stdin: options.stdin,
		alternateScreen: true,
		incrementalRendering: true,
		interactive: true,
		exitOnCtrlC: false,
		maxFps: 20,
	});
	instance.waitUntilExit().catch((error: unknown) => ended.resolve({code: 1, error}));
	// The first frame stands: the engine may take its part of the processor now.
	const starting = new AbortController();
	const opening = options.open(starting.signal);
	opening.then(dashboard.connect).catch((error: unknown) => ended.resolve({code: exitCodeOf(error), error}));
	const ending = await ended.promise;
	starting.abort();
	dashboard.close();
	instance.unmount();
	await within(flushingMs, output.flushed());
	const isDeaf = output.isStalled();
	output.close();
	unwatch();
	return {ending, opening, isDeaf};
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
		return 2;
	}
	const {ending, opening, isDeaf} = await show(options);
	// A write to a terminal that reads nothing never ends, and libraries write to stderr even while the process exits.
	if (isDeaf) options.stderr.cork();
	// On the primary screen: what was written before went with the alternate one.
	else if (ending.error !== undefined) {
		options.stderr.write(describeError(ending.error, {color: false, stack: true}));
	}
	await closeEngine(opening);
	return ending.code;
};
