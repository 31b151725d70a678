import type {TautulliConfig} from '../config/config.ts';
import {formatSpan} from '../domain/duration.ts';
import {secondsPerDay} from '../domain/period.ts';
import type {Graph} from '../domain/plays/graph.ts';
import type {MirrorState} from '../domain/plays/mirror.ts';
import type {QuarterCount} from '../domain/plays/play-count.ts';
import {type ZoneName, zoneSpans} from '../domain/zone.ts';
import {zoneNames} from '../domain/zone-names.ts';
import {fitsZone} from '../stats/fit-zone.ts';
import type {StoredFacts} from '../store/look-only.ts';
import {type Finding, warning, well} from './finding.ts';

const counted = (rows: number): string => `${rows} ${rows === 1 ? 'row' : 'rows'}`;

/** The mirror against what Tautulli counts; `total` null: it was not told. */
export const mirrorFindings = (mirror: MirrorState | null, total: number | null, now: number): readonly Finding[] => {
	const theirs = total === null ? '' : `, Tautulli has ${counted(total)}`;
	if (!mirror) return [well('local copy', `nothing yet${theirs}; \`tautop sync\` reads it`)];
	const {plays, hiddenRows, complete, syncedAt} = mirror;
	const when = syncedAt === null ? 'never synced' : `synced ${formatSpan(now - syncedAt)} ago`;
	const text = `${counted(plays)}${theirs}; ${when}`;
	if (!complete) return [warning('local copy', `${text}; older plays are still missing`, 'Run: tautop sync')];
	const missing = total === null ? 0 : total - plays - hiddenRows;
	if (missing > 0) return [warning('local copy', `${text}; ${counted(missing)} behind`, 'Run: tautop sync')];
	if (missing < 0) return [warning('local copy', `${text}; ${counted(-missing)} too many`, 'Run: tautop sync')];
	return [well('local copy', text)];
};

/** A dashboard compares everything once a day; two days without it are none too many. */
const lateSeconds = 2 * secondsPerDay;

/** When everything was last compared with Tautulli, and the last number that differed. */
export const auditFindings = (
	{mirror, lastDifference}: Pick<StoredFacts, 'mirror' | 'lastDifference'>,
	now: number,
): readonly Finding[] => {
	if (!mirror?.complete) return [];
	const {comparedAt} = mirror;
	const when = comparedAt === null ? 'never' : `${formatSpan(now - comparedAt)} ago`;
	const compared =
		comparedAt === null || now - comparedAt > lateSeconds
			? warning('comparison', `the whole history was compared ${when}`, 'Run: tautop sync --full')
			: well('comparison', `the whole history was compared ${when}`);
	if (!lastDifference) return [compared, well('differences', 'none found')];
	const text = `${formatSpan(now - lastDifference.at)} ago: ${lastDifference.text}`;
	const isSettled = lastDifference.text.includes('mended') || (comparedAt ?? 0) > lastDifference.at;
	return [compared, isSettled ? well('differences', text) : warning('differences', text, 'Run: tautop sync --full')];
};

/** What the zone is found out by. */
export type ZoneInput = {
	readonly config: Pick<TautulliConfig, 'timezone'>;
	readonly facts: Pick<StoredFacts, 'zone'>;
	/** Of this machine. */
	readonly here: ZoneName;
	/** Plays by hour of day as Tautulli counts them, and the mirrored ones of the same days. */
	readonly theirs: Graph;
	readonly ours: readonly QuarterCount[];
	/** Of the days that were asked for, Unix seconds. */
	readonly since: number;
	readonly until: number;
};

/** The zone in force, and whether Tautulli's plays by hour of day fit it; where they fit another one alone, which. */
export const zoneFindings = ({config, facts, here, theirs, ours, since, until}: ZoneInput): readonly Finding[] => {
	const known = config.timezone ?? facts.zone;
	const zone = known ?? here;
	const from = ours.reduce((oldest, {startedAt}) => Math.min(oldest, startedAt), since);
	const fits = (name: ZoneName): boolean => fitsZone(ours, theirs, zoneSpans(name, from, until));
	const why = config.timezone ? 'as configured' : facts.zone ? 'as found out' : 'this machine’s';
	if (fits(zone)) return [well('zone', `${zone}, ${why}: Tautulli’s plays by hour fit it`)];
	const other = zoneNames(zone).find(fits);
	if (other === undefined) return [well('zone', `${zone}, ${why}; too little was played to check it`)];
	const remedy = config.timezone ? `Set tautulli.timezone to ${other}, or take it out.` : 'Run: tautop sync --full';
	return [warning('zone', `${zone}, ${why}, but Tautulli’s plays by hour fit ${other}`, remedy)];
};
