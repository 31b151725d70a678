import type {Measure} from '../../domain/media.ts';
import {
	type ChangeGroup,
	type ChangesAnswer,
	changeGroups,
	type NamedChange,
	type Played,
	type PlayedInAll,
} from '../../domain/plays/changes.ts';
import {handful} from '../../domain/plays/handful.ts';
import {percentMore} from '../../stats/changes.ts';

/** What a row counts: a share is in percent, its change in points. */
type Unit = 'plays' | 'seconds' | 'users' | 'percent' | 'streams';

/** One number in this window and in the one before; null: there is too little for it. */
export type ChangeRow = {
	readonly group: 'all' | ChangeGroup;
	/** A name's key; of the whole, what is counted. */
	readonly key: string;
	readonly name: string;
	readonly deleted: boolean;
	readonly unit: Unit;
	readonly now: number | null;
	readonly before: number | null;
	readonly change: number | null;
	/** How much more in whole percent; null: counts are too small, or it is no count. */
	readonly percent: number | null;
};

const units: Readonly<Record<Measure, Unit>> = {plays: 'plays', duration: 'seconds', users: 'users'};

const amountOf = ({plays, playedSeconds, users}: Played, measure: Measure): number =>
	({plays, duration: playedSeconds, users})[measure];

const rowOf = (
	head: Pick<ChangeRow, 'group' | 'key' | 'name' | 'deleted' | 'unit'>,
	now: number | null,
	before: number | null,
	percent: number | null,
): ChangeRow => ({
	...head,
	now,
	before,
	// One digit at most: a share has no more.
	change: now === null || before === null ? null : Math.round((now - before) * 10) / 10,
	percent,
});

/** Percent with one digit; none of a handful. */
const shareOf = ({transcodes, decided}: PlayedInAll): number | null =>
	decided < handful ? null : Math.round((1000 * transcodes) / decided) / 10;

/** Everything together: plays, time, users, the share of transcodes, the most at once. */
const wholeRows = ({now, before}: ChangesAnswer): readonly ChangeRow[] => {
	const head = (key: string, name: string, unit: Unit) => ({group: 'all', key, name, deleted: false, unit}) as const;
	const plays = [now.plays, before.plays];
	const most = [now.most?.count ?? 0, before.most?.count ?? 0] as const;
	return [
		rowOf(head('plays', 'plays', 'plays'), now.plays, before.plays, percentMore(now.plays, before.plays)),
		rowOf(
			head('time', 'time', 'seconds'),
			now.playedSeconds,
			before.playedSeconds,
			percentMore(now.playedSeconds, before.playedSeconds, plays),
		),
		rowOf(head('users', 'users', 'users'), now.users, before.users, percentMore(now.users, before.users)),
		rowOf(head('transcoded', 'transcoded', 'percent'), shareOf(now), shareOf(before), null),
		rowOf(head('most', 'most at once', 'streams'), ...most, percentMore(...most)),
	];
};

const namedRow = ({group, key, name, deleted, now, before}: NamedChange, measure: Measure): ChangeRow => {
	const [mine, theirs] = [amountOf(now, measure), amountOf(before, measure)];
	const counts = measure === 'users' ? [mine, theirs] : [now.plays, before.plays];
	return rowOf({group, key, name, deleted, unit: units[measure]}, mine, theirs, percentMore(mine, theirs, counts));
};

/** What changed most stands first; what is equal by how much there is, then by name and key. */
const byChange = (one: ChangeRow, two: ChangeRow): number =>
	Math.abs(two.change ?? 0) - Math.abs(one.change ?? 0) ||
	(two.now ?? 0) - (one.now ?? 0) ||
	(one.name < two.name ? -1 : one.name > two.name ? 1 : one.key < two.key ? -1 : 1);

/** The rows of one group, or of the whole and of what changed most in each: `most` names of it. */
export const changeRows = (data: ChangesAnswer, measure: Measure, by: string, most: number): readonly ChangeRow[] => {
	const named = changeGroups.flatMap(group => {
		const rows = data.names.filter(each => each.group === group).map(each => namedRow(each, measure));
		return rows.sort(byChange).slice(0, by === 'all' ? most : rows.length);
	});
	return by === 'all' ? [...wholeRows(data), ...named] : named;
};
