import {isOneCellEach} from '../../canvas/widths.ts';
import {isSameLook, type Look, lookAfter, lookChange, plainLook} from './look.ts';

type Cell = {readonly sign: string; readonly look: Look};

const sgr = /\u001B\[([\d;]*)m/g;

/** The cells of a painted line; null: some sign may take more or fewer cells than one, or a look is none of ours. */
const cellsOf = (line: string): readonly Cell[] | null => {
	const cells: Cell[] = [];
	let look = plainLook;
	let at = 0;
	const take = (text: string): boolean => {
		if (!isOneCellEach(text)) return false;
		for (const sign of text) cells.push({sign, look});
		return true;
	};
	for (const {0: sequence, 1: parameters = '', index} of line.matchAll(sgr)) {
		if (!take(line.slice(at, index))) return null;
		const after = lookAfter(look, parameters);
		if (!after) return null;
		look = after;
		at = index + sequence.length;
	}
	return take(line.slice(at)) ? cells : null;
};

/** Nothing is seen of a colour or weight in them. */
const isBlank = ({sign, look}: Cell): boolean =>
	sign === ' ' && look.background === undefined && look.inverse === undefined;

const isSame = (one: Cell | undefined, two: Cell | undefined): boolean =>
	one !== undefined &&
	two !== undefined &&
	one.sign === two.sign &&
	(isSameLook(one.look, two.look) || (isBlank(one) && isBlank(two)));

/** Cells to write, from one on and up to another. */
type Run = {readonly from: number; readonly to: number};

/** So few cells that stay between two runs cost no more than the jump over them. */
const jumpCells = 4;

const runsOf = (before: readonly Cell[], after: readonly Cell[]): readonly Run[] => {
	const runs: Run[] = [];
	for (const [index, cell] of after.entries()) {
		if (isSame(before[index], cell)) continue;
		const last = runs.at(-1);
		if (last && index - last.to <= jumpCells) runs[runs.length - 1] = {from: last.from, to: index + 1};
		else runs.push({from: index, to: index + 1});
	}
	return runs;
};

const written = (cells: readonly Cell[], {from, to}: Run): string => {
	let text = `\u001B[${from + 1}G`;
	let look = plainLook;
	for (const cell of cells.slice(from, to)) {
		text += `${lookChange(look, cell.look)}${cell.sign}`;
		({look} = cell);
	}
	return text + lookChange(look, plainLook);
};

const erased = (from: number): string => `\u001B[${from + 1}G\u001B[K`;

/** Where the blanks begin that end a line. */
const endOf = (cells: readonly Cell[]): number => cells.findLastIndex(cell => !isBlank(cell)) + 1;

/**
 * What makes one painted line of another on the terminal: the cells that differ, wherever they stand. Ink's own keeps no more
 * than the beginning of a line, and the cursor of a list stands there. Null: whatever the signs are, Ink knows.
 */
export const lineUpdate = (previous: string, next: string): string | null => {
	const before = cellsOf(previous);
	const after = cellsOf(next);
	if (!before || !after) return null;
	const end = endOf(after);
	const shown = after.slice(0, end);
	const runs = runsOf(before, shown).map(run => written(shown, run));
	const rest = endOf(before) > end ? erased(end) : '';
	return runs.join('') + rest;
};
