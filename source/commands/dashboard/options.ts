import type {Engine} from '../../engine/keep.ts';
import type {Clock} from '../../ui/feeds/poller.ts';
import type {Input} from '../../ui/input/open-input.ts';
import type {Flags} from '../command.ts';
import type {Ending} from '../run/watch-process.ts';

export type DashboardOptions = {
	/** Starts the engine, or that of another server by its name. Called once the first frame stands. */
	readonly open: (server?: string) => Engine;
	readonly flags: Flags;
	readonly stdout: NodeJS.WriteStream;
	readonly stdin: NodeJS.ReadStream;
	readonly stderr: NodeJS.WriteStream;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Unix seconds. */
	readonly now: () => number;
};

/** The engines of one screen. */
export type Engines = {
	/** That of another server. */
	readonly openServer: (name: string) => Engine;
	/** Ends them all, or leaves them to others. */
	readonly close: () => Promise<void>;
};

export const keepEngines = (first: Engine, open: DashboardOptions['open']): Engines => {
	const engines = [first];
	return {
		openServer: name => {
			const engine = open(name);
			engines.push(engine);
			return engine;
		},
		close: async () => {
			await Promise.all(engines.map(({close}) => close()));
		},
	};
};

/** What is left at the end: how it ended, the engine's end on its way, and whether the terminal can still be told something. */
export type Left = {
	readonly ending: Ending;
	readonly closing: Promise<void>;
	readonly isDeaf: boolean;
	/** Where a crash is reported; null: nowhere. */
	readonly logFile: string | null;
};

/** The longest that a terminal which reads nothing is waited for; its guard gives it back then. */
export const flushingMs = 400;

/** Tells the keys what the configuration says of them, as soon as it is known. */
export const tuneInput = async ({sources}: Engine, input: Input): Promise<void> => {
	const {escapeMs, mouse} = await sources.settings(null);
	input.setEscapeMs(escapeMs);
	// Its key may have switched it on meanwhile: then it stays so.
	if (mouse) input.hearMouse(true);
};

/** The time of this machine. */
export const systemClock = (now: () => number): Clock => ({
	now,
	random: Math.random,
	after: (seconds, run) => {
		// What is to be drawn or asked later keeps no program alive.
		const timer = setTimeout(run, seconds * 1000).unref();
		return () => clearTimeout(timer);
	},
});
