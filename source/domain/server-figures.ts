import type {AppErrorData} from './app-error.ts';
import type {Activity} from './session.ts';
import type {HistoryStatus} from './status.ts';

/** One of several servers in a few numbers. What is not known is null, and a trouble says why. */
export type ServerFigures = {
	/** Null: the only one, without a list of them. */
	readonly name: string | null;
	/** True: whoever asks has this one before them. */
	readonly isHere: boolean;
	/** Of the one that is here null: whoever asks knows it already. */
	readonly streams: Pick<Activity, 'streamCount' | 'transcodeCount' | 'bandwidthKbps'> | null;
	/** What its line can send, in Mb/s; null: not known. */
	readonly uploadMbps: number | null;
	/** Of the window. */
	readonly plays: {readonly plays: number; readonly playedSeconds: number} | null;
	/** Unix seconds since when plays are known, where that is not the whole window; null: all of it is. */
	readonly knownFrom: number | null;
	/** How much is mirrored; null: nothing. */
	readonly history: HistoryStatus | null;
	/** What is wrong with the server, or else with its history. */
	readonly trouble: AppErrorData | null;
};
