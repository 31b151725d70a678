import {doubted} from '../../domain/doubt.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {MirrorPlay} from '../../domain/plays/mirror.ts';
import type {StartRange} from '../../store/mirror/plays.ts';
import type {HistoryWindow} from '../../tautulli/mirror-client.ts';
import {compareRows} from './sync-compare.ts';
import type {DoubtingDeps} from './sync-doubt.ts';
import type {SyncMeter} from './sync-meter.ts';

/** What was asked for; `open`: without any end, so that rows without a start are among it. */
export type AskedRange = StartRange & {readonly open: boolean};

/** Rows of a page that may be saved, and how many were left out. */
export type Screened = {readonly plays: readonly MirrorPlay[]; readonly left: number};

/** No zone is farther away from another one's date. */
const marginSeconds = 2 * secondsPerDay;

/** As many groups as a probe takes. */
const mostProbed = 100;

/**
 * Rows that are other plays than those mirrored under their number, as after a backup was put back: believed once another
 * table agrees with the history. Returns those that the history itself tells otherwise where it is asked for their groups.
 */
const contradicted = async (
	deps: DoubtingDeps,
	meter: SyncMeter,
	others: readonly MirrorPlay[],
	signal: AbortSignal,
): Promise<readonly MirrorPlay[]> => {
	await deps.doubt.settleSuspicion(signal);
	const asked = others.slice(0, mostProbed);
	const groups = asked.flatMap(({referenceId}) => referenceId ?? []);
	if (groups.length === 0) return [];
	const probe = await meter.probe([...new Set(groups)], signal);
	const ids = new Set(compareRows(asked, probe.plays).others.map(({rowId}) => rowId));
	return asked.filter(({rowId}) => ids.has(rowId));
};

const doubtMost = (some: number, all: number, what: string): void => {
	if (some * 2 > all) throw doubted(`Tautulli's history cannot be right: it ${what}.`);
};

/**
 * What of a page is believed. A server places a row by its own calendar, so a row that lies days outside of what was
 * asked for is none of its history: one is left out, most of a page put the whole answer in doubt. The same goes for rows
 * without a start, which only a window without ends holds, and for rows that two questions tell differently.
 */
export const screenPage = async (
	deps: DoubtingDeps,
	meter: SyncMeter,
	serverId: number,
	page: HistoryWindow,
	{from, to, open}: AskedRange,
	signal: AbortSignal,
): Promise<Screened> => {
	const isStray = ({startedAt}: MirrorPlay): boolean =>
		startedAt !== null && (startedAt < from - marginSeconds || startedAt >= to + marginSeconds);
	const strays = page.plays.filter(isStray);
	const undated = open ? 0 : page.plays.filter(({startedAt}) => startedAt === null).length;
	doubtMost(strays.length + undated, page.plays.length, 'answers with plays of other days than those asked for');
	const inside = strays.length === 0 ? page.plays : page.plays.filter(play => !isStray(play));
	const ids = inside.map(({rowId}) => rowId);
	const {others} = compareRows(deps.mirror.plays.sightings(serverId, ids), inside);
	const wrong = others.length === 0 ? [] : await contradicted(deps, meter, others, signal);
	if (others.length > 2)
		doubtMost(wrong.length, Math.min(others.length, mostProbed), 'tells the same plays in two ways');
	meter.count('replaced', others.length - wrong.length);
	const left = new Set([...strays, ...wrong].map(({rowId}) => rowId));
	for (const rowId of left) {
		meter.odd(`Row ${rowId} of Tautulli's history has a date that it has nowhere else, so it is left out.`);
	}
	return {
		plays: left.size === 0 ? page.plays : page.plays.filter(({rowId}) => !left.has(rowId)),
		left: left.size + page.unread,
	};
};
