import type {SharedLeaf} from '../../domain/catalogue.ts';
import {nothing} from '../../domain/plays/play-columns.ts';
import type {IdleState, IdleSum, IdleSums, Level} from '../../domain/plays/unwatched.ts';
import {type Unit, unitOf} from './units.ts';

/** `since`: Unix seconds; a last play before it is idle. One whose time nobody knows is not said to be. */
export const stateOf = (last: number | undefined, since: number): IdleState => {
	if (last === undefined) return 'never';
	return last !== nothing && last < since ? 'idle' : 'rest';
};

/** What is kept longest wins: a file goes only with the last title that needs it. */
const order: readonly IdleState[] = ['never', 'idle', 'rest'];

const keptLonger = (one: IdleState, two: IdleState): IdleState =>
	order.indexOf(one) >= order.indexOf(two) ? one : two;

const empty: IdleSum = {titles: 0, size: null, unsized: 0};

const added = (sum: IdleSum, size: number | null): IdleSum => ({
	titles: sum.titles + 1,
	size: size === null ? sum.size : (sum.size ?? 0) + size,
	unsized: sum.unsized + (size === null ? 1 : 0),
});

const joined = (sums: readonly IdleSum[]): IdleSum => ({
	titles: sums.reduce((sum, {titles}) => sum + titles, 0),
	size: sums.reduce<number | null>((sum, {size}) => (size === null ? sum : (sum ?? 0) + size), null),
	unsized: sums.reduce((sum, {unsized}) => sum + unsized, 0),
});

/** The units that a file serves, and how large it is in each. */
type File = ReadonlyMap<number, number>;

const filesOf = (level: Level, shared: readonly SharedLeaf[]): readonly File[] => {
	const files = new Map<string, Map<number, number>>();
	for (const leaf of shared) {
		const file = files.get(leaf.fileHash) ?? new Map<number, number>();
		const {key} = unitOf(level, leaf);
		file.set(key, Math.max(file.get(key) ?? 0, leaf.size ?? 0));
		files.set(leaf.fileHash, file);
	}
	return [...files.values()].filter(({size}) => size > 1);
};

/** What the units of each state take, of those that are asked about. Sums of the states add up to the whole. */
export const idleSums = (
	level: Level,
	units: readonly Unit[],
	states: readonly IdleState[],
	shared: readonly SharedLeaf[],
	isAsked: (unit: Unit) => boolean,
): IdleSums => {
	const sums: Record<IdleState, IdleSum> = {never: empty, idle: empty, rest: empty};
	const known = new Map<number, {readonly state: IdleState; readonly asked: boolean}>();
	for (const [place, unit] of units.entries()) {
		const state = states[place] ?? 'rest';
		const asked = isAsked(unit);
		known.set(unit.key, {state, asked});
		if (asked) sums[state] = added(sums[state], unit.size);
	}
	const add = (state: IdleState, bytes: number): void => {
		const {size} = sums[state];
		if (size !== null || bytes > 0) sums[state] = {...sums[state], size: (size ?? 0) + bytes};
	};
	for (const file of filesOf(level, shared)) {
		const holders = [...file].flatMap(([key, size]) => {
			const unit = known.get(key);
			return unit ? [{...unit, size}] : [];
		});
		const asked = holders.filter(holder => holder.asked);
		if (asked.length === 0) continue;
		for (const {state, size} of asked) add(state, -size);
		const kept = holders.map(({state}) => state).reduce(keptLonger);
		add(kept, Math.max(...asked.map(({size}) => size)));
	}
	return {all: joined([sums.never, sums.idle, sums.rest]), ...sums};
};
