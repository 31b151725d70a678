import type {Action} from '../../domain/actions.ts';

/** Where the cursor is: by key, so that it stays with its row when the order changes; the index where the key is gone. */
export type Selection = {readonly key: string; readonly index: number};

/** The state of one view that keys change, and that belongs to it alone. */
export type Own = {
	readonly selection: Selection | null;
	/** Id of the column that rows are sorted by; null: the view's own order. */
	readonly sort: string | null;
	readonly reverse: boolean;
	/** Text that a row must hold; `!` in front: must not. */
	readonly filter: string;
	/** The view's switches by id; absent: the first value. */
	readonly switches: Readonly<Record<string, string>>;
	/** Columns of a wide table that are left out at its left end, so that further ones have room. */
	readonly shift: number;
};

export const firstOwn: Own = {selection: null, sort: null, reverse: false, filter: '', switches: {}, shift: 0};

/** A key that goes round some values: what is shown, or how it is drawn. */
export type Switch = {
	readonly id: string;
	readonly action: Action;
	/** The first one holds until the key is pressed. */
	readonly values: readonly string[];
	/** Whether another value asks anew. */
	readonly asks: boolean;
	/** How a command names it; absent: it is for the screen alone. */
	readonly flag?: SwitchFlag;
};

/** A switch as a flag: one of its values, or a day beside them. */
type SwitchFlag = {readonly name: string; readonly takes: 'value' | 'date'; readonly summary: string};

/** What a switch stands at. */
export const switchValue = ({switches}: Own, {id, values}: Pick<Switch, 'id' | 'values'>): string =>
	switches[id] ?? values[0] ?? '';

/** What a view's keys can change: the columns to sort by, in their order, and its switches. */
export type OwnKeys = {readonly sorts: readonly string[]; readonly switches: readonly Switch[]};

/** The element after this one, round and round; the first where it is none of them. */
export const turned = <Value>(values: readonly Value[], current: Value, by: number): Value => {
	const next = values[(values.indexOf(current) + by + values.length) % values.length];
	return next === undefined ? current : next;
};

/** The state after an action; null: the view has no meaning for it. */
export const pressOwn = (own: Own, action: Action, {sorts, switches}: OwnKeys): Own | null => {
	if (action === 'sort' && sorts.length > 0) {
		return {...own, sort: turned([null, ...sorts], own.sort, 1), reverse: false};
	}
	if (action === 'reverse' && sorts.length > 0) return {...own, reverse: !own.reverse};
	if (action === 'columns-left' && own.shift > 0) return {...own, shift: own.shift - 1};
	if (action === 'columns-right' && own.shift < sorts.length - 1) return {...own, shift: own.shift + 1};
	const found = switches.find(each => each.action === action);
	if (!found) return null;
	const next = turned(found.values, switchValue(own, found), 1);
	return {...own, switches: {...own.switches, [found.id]: next}};
};

/** Index of the selected one among these keys: at its key, else where that key was. */
export const selectedIndex = (selection: Selection | null, keys: readonly string[]): number => {
	if (!selection) return 0;
	const found = keys.indexOf(selection.key);
	return found === -1 ? Math.min(selection.index, Math.max(0, keys.length - 1)) : found;
};

/** The cursor moved by some rows among these keys. */
export const moveOwn = (own: Own, by: number, keys: readonly string[]): Own => {
	const index = Math.max(0, Math.min(keys.length - 1, selectedIndex(own.selection, keys) + by));
	const key = keys[index];
	return key === undefined ? own : {...own, selection: {key, index}};
};
