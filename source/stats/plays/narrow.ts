import {type Choice, type Narrowing, type NarrowingKind, narrowingKinds} from '../../domain/plays/narrowing.ts';
import {type IsWanted, nothing, type PlayColumns, type TextColumn} from '../../domain/plays/play-columns.ts';
import type {LocalStarts} from './local-clock.ts';
import {type TextFacts, withWords} from './text.ts';
import {weekdayAt} from './time-keys.ts';

/** What has to be looked up before plays can be narrowed by it. */
export type NarrowingFacts = {
	/** The keys that a title or collection stands for: items, seasons or albums, shows or artists. */
	readonly keysOf: (kind: 'title' | 'collection', id: string) => ReadonlySet<number>;
} & TextFacts;

const numbersOf = (choices: readonly Choice[]): ReadonlySet<number> =>
	new Set(choices.map(({id}) => (id === '' ? nothing : Number(id))));

/** Types that people ask for and history has no rows of: what is played of a show is an episode. */
const mediaOf: Readonly<Record<string, string>> = {show: 'episode', artist: 'track'};

const byText = ({texts, indexes}: TextColumn, wanted: readonly string[]): IsWanted => {
	const found = new Set(texts.flatMap((text, index) => (wanted.includes(text) ? [index] : [])));
	return at => found.has(indexes[at] ?? -1);
};

const byNumber = (column: Int32Array, wanted: ReadonlySet<number>): IsWanted => {
	return at => wanted.has(column[at] ?? nothing);
};

const byKeys = ({itemKeys, parentKeys, grandparentKeys}: PlayColumns, keys: ReadonlySet<number>): IsWanted => {
	return at =>
		keys.has(itemKeys[at] ?? nothing) ||
		keys.has(parentKeys[at] ?? nothing) ||
		keys.has(grandparentKeys[at] ?? nothing);
};

const union = (sets: readonly ReadonlySet<number>[]): ReadonlySet<number> => new Set(sets.flatMap(set => [...set]));

/** Rows that Tautulli joined follow the first one that is asked about: the lowest, since plays come in the order of their ids. */
const byFirstOfGroup = ({groups, groupsOfSeveral}: PlayColumns, isWanted: IsWanted): IsWanted => {
	const [unknown, no, yes] = [0, 1, 2];
	const known = new Uint8Array(groupsOfSeveral);
	return at => {
		const group = groups[at] ?? nothing;
		if (group === nothing || group >= groupsOfSeveral) return isWanted(at);
		if (known[group] === unknown) known[group] = isWanted(at) ? yes : no;
		return known[group] === yes;
	};
};

/**
 * The conditions of a narrowing, all of which a play must meet, asked in this order; none: every play is wanted.
 * `joined`: in sums a group has one decision, that of its lowest row which meets all else, so that parts add up.
 */
export const conditionsOf = (
	where: Narrowing,
	columns: PlayColumns,
	starts: LocalStarts,
	facts: NarrowingFacts,
	joined: boolean,
): readonly IsWanted[] => {
	const ids = (choices: readonly Choice[]): readonly string[] => choices.map(({id}) => id);
	const makers: {readonly [Kind in NarrowingKind]: (choices: readonly Choice[]) => IsWanted} = {
		user: choices => byNumber(columns.userIds, numbersOf(choices)),
		library: choices => byNumber(columns.sectionIds, numbersOf(choices)),
		mediaType: choices =>
			byText(
				columns.media,
				ids(choices).map(type => mediaOf[type] ?? type),
			),
		decision: choices => byText(columns.decisions, ids(choices)),
		platform: choices => byText(columns.platforms, ids(choices)),
		player: choices => byText(columns.players, ids(choices)),
		product: choices => byText(columns.products, ids(choices)),
		network: choices => byText(columns.networks, ids(choices)),
		title: choices => byKeys(columns, union(ids(choices).map(id => facts.keysOf('title', id)))),
		collection: choices => byKeys(columns, union(ids(choices).map(id => facts.keysOf('collection', id)))),
		weekday: choices => {
			const days = numbersOf(choices);
			return at => days.has(weekdayAt(starts, at));
		},
		hour: choices => {
			const hours = numbersOf(choices);
			return at => starts.days[at] !== nothing && hours.has(starts.hours[at] ?? -1);
		},
	};
	const {text, decision, ...kinds} = where;
	const conditions: IsWanted[] = [];
	for (const kind of narrowingKinds) {
		const choices = kind === 'decision' ? [] : kinds[kind];
		if (choices && choices.length > 0) conditions.push(makers[kind](choices));
	}
	if (text !== undefined) conditions.push(...withWords(text, columns, facts));
	if (decision && decision.length > 0) {
		const isWanted = makers.decision(decision);
		conditions.push(joined ? byFirstOfGroup(columns, isWanted) : isWanted);
	}
	return conditions;
};
