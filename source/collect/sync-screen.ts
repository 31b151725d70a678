import {doubted} from '../domain/doubt.ts';
import type {MirrorPlay} from '../domain/mirror.ts';
import {secondsPerDay} from '../domain/period.ts';
import type {StartRange, Witness} from '../store/plays.ts';
import type {HistoryWindow} from '../tautulli/mirror-client.ts';
import type {DoubtingDeps} from './sync-doubt.ts';
import type {SyncMeter} from './sync-meter.ts';

/** How many rows are the play that is mirrored under their number, and how many are another one. */
export type Verdict = {readonly same: number; readonly other: number};

/** Start and user of a row never change; keys, titles and groups may be rewritten. Where one is missing nothing is known. */
export const compareRows = (witnesses: readonly Witness[], plays: readonly MirrorPlay[]): Verdict => {
	const found = new Map(plays.map(play => [play.rowId, play]));
	let [same, other] = [0, 0];
	for (const {rowId, startedAt, userId} of witnesses) {
		const play = found.get(rowId);
		if (!play || [play.startedAt, play.userId, startedAt, userId].includes(null)) continue;
		if (play.startedAt === startedAt && play.userId === userId) same += 1;
		else other += 1;
	}
	return {same, other};
};

/** Rows of a page that may be saved, and how many were left out. */
export type Screened = {readonly plays: readonly MirrorPlay[]; readonly left: number};

/** No zone is farther away from another one's date. */
const marginSeconds = 2 * secondsPerDay;

/**
 * What of a page is believed. A server places a row by its own calendar, so a row that lies days outside of what was
 * asked for is none of its history: one is left out, most of a page put the whole answer in doubt. The same goes for rows
 * without a start, but for those a window without ends may hold. Rows that are other plays than those mirrored under their
 * number are believed once the history has been held against another table.
 */
export const screenPage = async (
	deps: DoubtingDeps,
	meter: SyncMeter,
	serverId: number,
	page: HistoryWindow,
	{from, to, open}: StartRange & {readonly open: boolean},
	signal: AbortSignal,
): Promise<Screened> => {
	const isStray = ({startedAt}: MirrorPlay): boolean =>
		startedAt !== null && (startedAt < from - marginSeconds || startedAt >= to + marginSeconds);
	const plays = page.plays.filter(play => !isStray(play));
	const undated = open ? 0 : plays.filter(({startedAt}) => startedAt === null).length;
	const strays = page.plays.length - plays.length;
	if ((strays + undated) * 2 > page.plays.length) {
		throw doubted("Tautulli's history cannot be right: it answers with plays of other days than those asked for.");
	}
	for (const {rowId} of page.plays.filter(isStray)) {
		deps.odd(`Row ${rowId} of Tautulli's history has a date far from where it stands, so it is left out.`);
	}
	const ids = plays.map(({rowId}) => rowId);
	const {other} = compareRows(deps.mirror.plays.sightings(serverId, ids), plays);
	if (other > 0) {
		await deps.doubt.settleSuspicion(signal);
		meter.count('replaced', other);
	}
	return {plays, left: strays + page.unread};
};
