import type {MirrorState} from '../../domain/plays/mirror.ts';
import {dayText, localDay} from '../../domain/zone.ts';
import type {HistoryWindow} from '../../tautulli/mirror-client.ts';
import {compareRows, type Verdict} from './sync-compare.ts';
import type {SyncDeps} from './sync-deps.ts';
import {askAgainMs, type DoubtingDeps} from './sync-doubt.ts';
import type {SyncMeter} from './sync-meter.ts';
import {pageRows} from './sync-window.ts';

/** The mirror that belongs to the server, and how sure that is. */
export type Recognised = {
	readonly state: MirrorState;
	/** Rows in the server's history, from the probe. */
	readonly recordsTotal: number;
	/** True: some rows are others than those mirrored under their number, as after a restored backup. */
	readonly doubtful: boolean;
	/** True: the probe met rows that are not mirrored, though the number of rows may be what it was. */
	readonly moved: boolean;
};

const mostWitnesses = 9;

/**
 * Row numbers only grow, and a play that goes on joins a recent group: so the numbers that come next and the newest groups
 * show an addition that a deletion hides from the count, at the price of a few rows more.
 */
const nextNumbers = 40;
const newestGroups = 15;

const neighbours = ({mirror}: SyncDeps, serverId: number): number[] => {
	const newest = mirror.plays.newestRows(serverId, newestGroups);
	const last = newest[0]?.rowId ?? 0;
	const coming = Array.from({length: nextNumbers}, (_, index) => last + 1 + index);
	return [...newest.flatMap(({referenceId}) => referenceId ?? []), ...coming];
};

/** Rows that are not mirrored, or newest ones that are not in their group any more. */
const hasMoved = ({mirror}: SyncDeps, serverId: number, {plays, recordsFiltered}: HistoryWindow): boolean => {
	const ids = plays.map(({rowId}) => rowId);
	if (mirror.plays.sightings(serverId, ids).length < ids.length) return true;
	const found = new Set(ids);
	const newest = mirror.plays.newestRows(serverId, newestGroups);
	const gone = newest.some(({rowId, referenceId}) => referenceId !== null && !found.has(rowId));
	return gone && recordsFiltered <= plays.length;
};

/** The rows of an answer against those mirrored under their numbers. */
const compareKnown = ({mirror}: SyncDeps, serverId: number, {plays}: HistoryWindow): Verdict =>
	compareRows(
		mirror.plays.sightings(
			serverId,
			plays.map(({rowId}) => rowId),
		),
		plays,
	);

/** All witnesses were deleted, or regrouped: the newest days of the mirror decide. */
const lookAgain = async (deps: SyncDeps, meter: SyncMeter, serverId: number, signal: AbortSignal): Promise<Verdict> => {
	const newest = deps.mirror.plays.newestStart(serverId);
	if (newest === null) return {same: 0, others: []};
	const day = dayText(localDay(deps.zone().name, Math.min(newest, deps.now())) - 1);
	return compareKnown(deps, serverId, await meter.ask({after: day, start: 0, length: pageRows}, signal));
};

type Judged = {
	readonly probe: HistoryWindow;
	/** Why it is another history; null: it is the same one. */
	readonly strange: string | null;
	readonly doubtful: boolean;
};

/**
 * One witness that is what it was makes it the same history: no two have a play of the same user and second under the same
 * number. The newest rows are looked at too, since a backup that was put back gives their numbers to other plays.
 */
const judge = async (
	deps: SyncDeps,
	meter: SyncMeter,
	{serverId, plays: known}: MirrorState,
	signal: AbortSignal,
): Promise<Judged> => {
	const witnesses = deps.mirror.plays.witnesses(serverId, mostWitnesses);
	const groups = [...witnesses.map(({rowId}) => rowId), ...neighbours(deps, serverId)];
	const probe = await meter.probe([...new Set(groups)], signal);
	const first = compareRows(witnesses, probe.plays);
	const {others} = compareKnown(deps, serverId, probe);
	const shrunk = probe.recordsTotal * 2 < known;
	if (known > 0 && probe.recordsTotal === 0) return {probe, strange: 'Its history is empty now.', doubtful: true};
	if (witnesses.length === 0 || first.same > 0) return {probe, strange: null, doubtful: others.length > 0 || shrunk};
	const verdict = first.others.length > 0 ? first : await lookAgain(deps, meter, serverId, signal);
	const strange = verdict.same > 0 ? null : 'It has another history now: its database was replaced.';
	return {probe, strange, doubtful: true};
};

/** What is doubtful is asked again after a moment, then held against another table: until then nothing follows from it. */
const judgeTwice = async (
	deps: DoubtingDeps,
	meter: SyncMeter,
	state: MirrorState,
	signal: AbortSignal,
): Promise<Judged> => {
	const first = await judge(deps, meter, state, signal);
	if (!first.doubtful) return first;
	await deps.pause(askAgainMs, signal);
	const second = await judge(deps, meter, state, signal);
	if (second.doubtful) await deps.doubt.settleSuspicion(signal);
	return second;
};

/**
 * Probes the server, and finds the mirror that belongs to it. A mirror of another server, or of a history that was
 * replaced, is set aside with a reason: never mixed, never deleted. Then a new one begins.
 */
export const recognise = async (deps: DoubtingDeps, meter: SyncMeter, signal: AbortSignal): Promise<Recognised> => {
	const {tautulli, mirror, now} = deps;
	const state = mirror.servers.current();
	const [machineIdentifier, judged] = await Promise.all([
		tautulli.getMachineIdentifier(signal),
		state && judgeTwice(deps, meter, state, signal),
	]);
	const begin = async (): Promise<Recognised> => {
		await deps.doubt.settle(signal);
		const {recordsTotal} = await meter.probe([], signal);
		return {state: mirror.servers.begin(machineIdentifier, now()), recordsTotal, doubtful: false, moved: false};
	};
	const replace = async (state: MirrorState, reason: string): Promise<Recognised> => {
		await deps.doubt.settleSuspicion(signal);
		mirror.servers.setAside(state.serverId, reason, now());
		meter.warn(`The local copy of ${state.plays} plays was set aside. ${reason} "tautop adopt" can carry it over.`);
		return await begin();
	};
	if (!state || !judged) return begin();
	if (machineIdentifier !== '' && state.machineIdentifier !== '' && machineIdentifier !== state.machineIdentifier) {
		return replace(state, 'Tautulli watches another Plex server now.');
	}
	const {probe, strange, doubtful} = judged;
	if (strange !== null) return replace(state, strange);
	return {state, recordsTotal: probe.recordsTotal, doubtful, moved: hasMoved(deps, state.serverId, probe)};
};
