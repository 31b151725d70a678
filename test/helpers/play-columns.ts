import {nothing, type PlayColumns, type TextColumn} from '../../source/domain/plays/play-columns.ts';

/** One play of a test: what it leaves out is usual. Times are Unix seconds; null: the row has none. */
export type TestPlay = {
	readonly id: number;
	/** Absent: its own; null: none. */
	readonly group?: number | null;
	readonly start?: number | null;
	readonly stop?: number | null;
	readonly seconds?: number;
	readonly user?: number;
	readonly section?: number;
	readonly item?: number;
	readonly parent?: number;
	readonly grandparent?: number;
	readonly title?: number;
	readonly media?: string;
	readonly decision?: string;
	readonly platform?: string;
	readonly player?: string;
	readonly product?: string;
	readonly network?: string;
};

const textColumn = (values: readonly string[]): TextColumn => {
	const texts = [...new Set(values)];
	return {texts, indexes: Uint16Array.from(values, value => texts.indexOf(value))};
};

/** Plays as columns, as the store reads them: in the order of their ids, groups of several rows first. */
export const playColumns = (plays: readonly TestPlay[]): PlayColumns => {
	const rows = plays.toSorted((one, two) => one.id - two.id);
	const groupOf = ({id, group}: TestPlay): number | null => (group === undefined ? id : group);
	const sizes = Map.groupBy(rows, groupOf);
	const several = [...sizes].flatMap(([group, members]) => (group !== null && members.length > 1 ? [group] : []));
	let next = several.length;
	const numbers = (of: (play: TestPlay) => number | null | undefined): Int32Array =>
		Int32Array.from(rows, row => of(row) ?? nothing);
	const texts = (of: (play: TestPlay) => string | undefined): TextColumn => textColumn(rows.map(row => of(row) ?? ''));
	return {
		count: rows.length,
		rowIds: Float64Array.from(rows, ({id}) => id),
		groups: numbers(row => {
			const group = groupOf(row);
			if (group === null) return nothing;
			return several.includes(group) ? several.indexOf(group) : next++;
		}),
		groupsOfSeveral: several.length,
		startedAt: numbers(({start = 0}) => start),
		stoppedAt: numbers(({stop = 0}) => stop),
		seconds: numbers(({seconds = 0}) => seconds),
		userIds: numbers(({user = 1}) => user),
		sectionIds: numbers(({section}) => section),
		itemKeys: numbers(({item}) => item),
		parentKeys: numbers(({parent}) => parent),
		grandparentKeys: numbers(({grandparent}) => grandparent),
		titleIds: numbers(({title}) => title),
		media: texts(({media = 'movie'}) => media),
		decisions: texts(({decision = 'direct play'}) => decision),
		platforms: texts(({platform}) => platform),
		players: texts(({player}) => player),
		products: texts(({product}) => product),
		networks: texts(({network}) => network),
	};
};
