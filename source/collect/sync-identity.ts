import type {MirrorState} from '../domain/mirror.ts';
import {dayText, localDay} from '../domain/zone.ts';
import type {Witness} from '../store/plays.ts';
import type {HistoryWindow} from '../tautulli/mirror-client.ts';
import type {SyncDeps} from './sync-deps.ts';
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
	return [...newest.map(({referenceId}) => referenceId), ...coming];
};

const hasNew = ({mirror}: SyncDeps, serverId: number, {plays}: HistoryWindow): boolean => {
	const ids = plays.map(({rowId}) => rowId);
	return mirror.plays.sightings(serverId, ids).length < ids.length;
};

type Verdict = {readonly same: number; readonly other: number};

/** Start and user of a row never change; keys, titles and groups may be rewritten. */
const compare = (witnesses: readonly Witness[], {plays}: HistoryWindow): Verdict => {
	const found = new Map(plays.map(play => [play.rowId, play]));
	let [same, other] = [0, 0];
	for (const {rowId, startedAt, userId} of witnesses) {
		const play = found.get(rowId);
		if (!play) continue;
		if (play.startedAt === startedAt && play.userId === userId) same += 1;
		else other += 1;
	}
	return {same, other};
};

/** All witnesses were deleted, or regrouped: the newest days of the mirror decide. */
const lookAgain = async (deps: SyncDeps, meter: SyncMeter, serverId: number, signal: AbortSignal): Promise<Verdict> => {
	const newest = deps.mirror.plays.newestStart(serverId);
	if (newest === null) return {same: 0, other: 0};
	const day = dayText(localDay(deps.zone().name, newest) - 1);
	const answer = await meter.ask({after: day, start: 0, length: pageRows}, signal);
	return compare(
		deps.mirror.plays.sightings(
			serverId,
			answer.plays.map(({rowId}) => rowId),
		),
		answer,
	);
};

const judge = async (
	deps: SyncDeps,
	meter: SyncMeter,
	serverId: number,
	signal: AbortSignal,
): Promise<{readonly probe: HistoryWindow; readonly strange: string | null; readonly doubtful: boolean}> => {
	const witnesses = deps.mirror.plays.witnesses(serverId, mostWitnesses);
	const groups = [...witnesses.map(({referenceId}) => referenceId), ...neighbours(deps, serverId)];
	const probe = await meter.probe([...new Set(groups)], signal);
	const first = compare(witnesses, probe);
	if (witnesses.length === 0 || (first.same > 0 && first.other === 0)) return {probe, strange: null, doubtful: false};
	if (probe.recordsTotal === 0) return {probe, strange: 'Its history is empty now.', doubtful: true};
	const verdict = first.same + first.other > 0 ? first : await lookAgain(deps, meter, serverId, signal);
	const strange = verdict.same > verdict.other ? null : 'Its history is another one now: its database was replaced.';
	return {probe, strange, doubtful: true};
};

/**
 * Probes the server, and finds the mirror that belongs to it. A mirror of another server, or of a history that was
 * replaced, is set aside with a reason: never mixed, never deleted. Then a new one begins.
 */
export const recognise = async (deps: SyncDeps, meter: SyncMeter, signal: AbortSignal): Promise<Recognised> => {
	const {tautulli, mirror, now} = deps;
	const state = mirror.servers.current();
	const [machineIdentifier, judged] = await Promise.all([
		tautulli.getMachineIdentifier(signal),
		state && judge(deps, meter, state.serverId, signal),
	]);
	const begin = async (): Promise<Recognised> => {
		const {recordsTotal} = await meter.probe([], signal);
		return {state: mirror.servers.begin(machineIdentifier, now()), recordsTotal, doubtful: false, moved: false};
	};
	const replace = (state: MirrorState, reason: string): Promise<Recognised> => {
		mirror.servers.setAside(state.serverId, reason, now());
		meter.warn(`The mirror of ${state.plays} plays was set aside. ${reason} "tautop adopt" can carry it over.`);
		return begin();
	};
	if (!state || !judged) return begin();
	if (machineIdentifier !== '' && state.machineIdentifier !== '' && machineIdentifier !== state.machineIdentifier) {
		return replace(state, 'Tautulli watches another Plex server now.');
	}
	const {probe, strange, doubtful} = judged;
	if (strange !== null) return replace(state, strange);
	return {state, recordsTotal: probe.recordsTotal, doubtful, moved: hasNew(deps, state.serverId, probe)};
};
