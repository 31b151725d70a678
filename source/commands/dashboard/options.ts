import type {OpenSources} from '../../sources.ts';
import type {Input} from '../../ui/input/open-input.ts';
import type {Clock} from '../../ui/poller.ts';
import type {Flags} from '../command.ts';
import type {Ending} from '../watch-process.ts';

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

/** What is left at the end: how it ended, the engine on its way, and whether the terminal can still be told something. */
export type Left = {readonly ending: Ending; readonly opening: Promise<OpenSources>; readonly isDeaf: boolean};

/** The longest that a terminal which reads nothing is waited for, so that it can be given back as it was. */
export const flushingMs = 1000;

/** Tells the keys what the configuration says of them, as soon as it is known. */
export const tuneInput = async ({sources}: OpenSources, input: Input): Promise<void> => {
	const {escapeMs} = await sources.settings(null);
	input.setEscapeMs(escapeMs);
};

/** The time of this machine. */
export const systemClock = (now: () => number): Clock => ({
	now,
	random: Math.random,
	after: (seconds, run) => {
		const timer = setTimeout(run, seconds * 1000);
		return () => clearTimeout(timer);
	},
});
