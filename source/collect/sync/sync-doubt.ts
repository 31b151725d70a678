import {AppError, isCancelled} from '../../domain/app-error.ts';
import {doubted, isDoubted} from '../../domain/doubt.ts';
import {dayText, localDay} from '../../domain/zone.ts';
import type {SyncDeps} from './sync-deps.ts';
import type {SyncMeter} from './sync-meter.ts';

/** What comes back within a few seconds was a hiccup. */
export const askAgainMs = 3000;

/** Rows a request; a few days have few more. */
const pageRows = 2000;

/** Local dates of any two zones are at most this far apart. */
const marginDays = 2;

/** True: the history has a play that began then, among those of its days. */
const shows = async ({zone}: SyncDeps, meter: SyncMeter, startedAt: number, signal: AbortSignal): Promise<boolean> => {
	const day = localDay(zone().name, startedAt);
	const [after, before] = [dayText(day - marginDays), dayText(day + marginDays)];
	for (let start = 0; ; start += pageRows) {
		const {plays, recordsFiltered} = await meter.ask({after, before, start, length: pageRows}, signal);
		if (plays.some(play => play.startedAt === startedAt)) return true;
		if (start + pageRows >= recordsFiltered) return false;
	}
};

/** What is wrong with the history by Tautulli's other tables, as a sentence; null: the two agree. */
const contradiction = async (deps: SyncDeps, meter: SyncMeter, signal: AbortSignal): Promise<string | null> => {
	const {plays, newestStarts} = await deps.tautulli.getPlayTable(signal);
	// The history is counted after the table, so that what ends meanwhile is no contradiction.
	const {recordsTotal} = await meter.probe([], signal);
	if (plays > recordsTotal) {
		return `Tautulli's history cannot be right: it has ${recordsTotal} plays now, while its tables of users and libraries count ${plays}.`;
	}
	for (const startedAt of newestStarts) if (await shows(deps, meter, startedAt, signal)) return null;
	const [newest] = newestStarts;
	if (newest === undefined) return null;
	const day = dayText(localDay(deps.zone().name, newest));
	return `Tautulli's history cannot be right: the newest play that its other tables name, of ${day}, is not in it.`;
};

/** What a sync works with, once it can doubt. */
export type DoubtingDeps = SyncDeps & {readonly doubt: Doubt};

/** A history that changed beyond belief is held against another of Tautulli's tables before anything follows from it. */
export type Doubt = {
	/** Once a sync. Asks twice, with a pause, then throws what `isDoubted` tells. */
	readonly settle: (signal: AbortSignal) => Promise<void>;
	/** The same where there is a reason: a table that cannot be had is no proof then either. */
	readonly settleSuspicion: (signal: AbortSignal) => Promise<void>;
	/** Throws where the mirror would have fewer plays than the other tables know. */
	readonly checkRemoval: (remaining: number, signal: AbortSignal) => Promise<void>;
};

export const createDoubt = (deps: SyncDeps, meter: SyncMeter): Doubt => {
	let settled = false;

	const settle = async (signal: AbortSignal): Promise<void> => {
		if (settled) return;
		if ((await contradiction(deps, meter, signal)) !== null) {
			await deps.pause(askAgainMs, signal);
			const sentence = await contradiction(deps, meter, signal);
			if (sentence !== null) throw doubted(sentence);
		}
		settled = true;
	};

	/** What failed while there was a reason to doubt leaves the doubt. */
	const orDoubted = async (check: Promise<void>): Promise<void> => {
		try {
			await check;
		} catch (error) {
			if (!(error instanceof AppError) || isCancelled(error) || isDoubted(error)) throw error;
			throw doubted(`Tautulli's history changed beyond belief, and nothing else could confirm it: ${error.message}`);
		}
	};

	const compareRemaining = async (remaining: number, signal: AbortSignal): Promise<void> => {
		const {plays} = await deps.tautulli.getPlayTable(signal);
		if (plays <= remaining) return;
		throw doubted(
			`Tautulli's history cannot be right: by its answers ${remaining} plays would be left, while its tables of users and libraries count ${plays}.`,
		);
	};

	return {
		settle,
		settleSuspicion: signal => orDoubted(settle(signal)),
		checkRemoval: (remaining, signal) => orDoubted(compareRemaining(remaining, signal)),
	};
};
