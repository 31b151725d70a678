import type {TautulliConfig} from '../config/config.ts';
import {secondsPerDay} from '../domain/period.ts';
import type {Clients} from '../open/clients.ts';
import type {StoredFacts} from '../store/look-only.ts';
import {type Finding, type Placed, well} from './finding.ts';
import {auditFindings, mirrorFindings, zoneFindings} from './history.ts';
import {take} from './look.ts';

/** So many tell zones apart, and are asked for within a second. */
const fitDays = 30;

const section = 'history';

export type HistoryLook = {
	readonly config: TautulliConfig;
	readonly facts: StoredFacts;
	/** Null: it does not answer, or is not to be asked. */
	readonly tautulli: Clients['tautulli'];
	/** The time of the server, Unix seconds. */
	readonly now: () => number;
};

const lookAtZone = async (
	{config, facts, tautulli, now}: HistoryLook,
	isEqual: boolean,
	signal: AbortSignal,
): Promise<readonly Finding[]> => {
	const {mirror} = facts;
	const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const known = config.timezone ?? facts.zone;
	if (!mirror || !tautulli || !isEqual) {
		return [
			well(
				'zone',
				`${known ?? here}, ${known === null ? 'this machine’s, ' : ''}not checked: the local copy is not up to date`,
			),
		];
	}
	const theirs = await tautulli.getHourlyPlays(fitDays, signal);
	const until = now();
	const since = until - fitDays * secondsPerDay;
	return zoneFindings({config, facts, here, theirs, ours: facts.quarters.count(mirror.serverId, since), since, until});
};

/** The mirror against Tautulli's own count, its last comparison, and the zone that its days are cut in. */
export const examineHistory = async (looked: HistoryLook, signal: AbortSignal): Promise<Placed[]> => {
	const {facts, tautulli, now} = looked;
	let total: number | null = null;
	const mirror = await take(
		{
			section,
			name: 'local copy',
			seconds: 60,
			look: async stop => {
				total = tautulli ? (await tautulli.probeHistory([], stop)).recordsTotal : null;
				return mirrorFindings(facts.mirror, total, now());
			},
		},
		signal,
	);
	const audit = await take({section, name: 'differences', seconds: 5, look: () => auditFindings(facts, now())}, signal);
	const isEqual = facts.mirror?.complete === true && total === facts.mirror.plays + facts.mirror.hiddenRows;
	const zone = await take(
		{section, name: 'zone', seconds: 60, look: stop => lookAtZone(looked, isEqual, stop)},
		signal,
	);
	return [...mirror, ...audit, ...zone];
};
