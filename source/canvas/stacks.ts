import type {Glyphs} from './glyphs.ts';
import type {Role, Row, Span} from './row.ts';

/** How many of a column are direct play, direct stream, transcode; the rest of what it comes to is not known. */
export type Stack = {
	readonly directPlay: number;
	readonly directStream: number;
	readonly transcode: number;
	readonly unknown: number;
};

export type StacksOptions = {
	readonly stacks: readonly Stack[];
	/** Rows of cells. */
	readonly height: number;
	/** The value of a full column. */
	readonly max: number;
	readonly glyphs: Glyphs;
	/** Blank cells after each column but the last. */
	readonly gap: number;
	/** Cells of each column. */
	readonly thickness: number;
	/** Index of the column that the cursor is on; -1: none. */
	readonly selected: number;
};

type Part = {readonly to: number; readonly sign: string; readonly role: Role; readonly isBlock: boolean};

/** The parts from the bottom up, what costs most first, and where each ends in cells. */
const partsOf = (
	{directPlay, directStream, transcode, unknown}: Stack,
	scale: number,
	{ways, shades}: Glyphs,
): Part[] => {
	let to = 0;
	const part = (value: number, sign: string, role: Role, isBlock = false): Part => {
		to += Math.max(0, value) * scale;
		return {to, sign, role, isBlock};
	};
	return [
		part(transcode, ways[2], 'accent'),
		part(directStream, ways[1], 'plain'),
		part(directPlay, ways[0], 'plain', true),
		part(unknown, shades[0], 'dim'),
	];
};

const empty: Span = {text: ' '};

/** The part that fills most of a cell, the lower of equals; direct play in eighth blocks. What is above zero never vanishes. */
const cellOf = (parts: readonly Part[], row: number, {heights}: Glyphs): Span => {
	const top = parts.at(-1)?.to ?? 0;
	const filled = Math.min(1, top - row);
	if (filled <= 0) return empty;
	let [best, most, from] = [parts[0], 0, 0];
	for (const part of parts) {
		const share = Math.min(row + 1, part.to) - Math.max(row, from);
		if (share > most + 1e-9) [best, most] = [part, share];
		from = part.to;
	}
	if (!best) return empty;
	if (best.isBlock) {
		const steps = Math.max(1, Math.round(filled * (heights.length - 1)));
		return {text: steps < heights.length - 1 ? (heights[steps] ?? '') : best.sign, role: best.role};
	}
	return filled < 0.5 && row > 0 ? empty : {text: best.sign, role: best.role};
};

const joined = (spans: readonly Span[]): Row => {
	const row: Span[] = [];
	for (const span of spans) {
		const last = row.at(-1);
		if (last && last.role === span.role) row[row.length - 1] = {...last, text: last.text + span.text};
		else row.push(span);
	}
	return row;
};

/** Columns from zero in the patterns of what they are made of, as rows from the top. */
export const drawStacks = ({stacks, height, max, glyphs, gap, thickness, selected}: StacksOptions): Row[] => {
	const scale = max > 0 ? height / max : 0;
	const columns = stacks.map(stack => partsOf(stack, scale, glyphs));
	return Array.from({length: height}, (_, index) => {
		const row = height - 1 - index;
		return joined(
			columns.flatMap((parts, column): Span[] => {
				const cell = cellOf(parts, row, glyphs);
				const role = column === selected ? ('accent' as const) : cell.role;
				const wide = {text: cell.text.repeat(thickness), ...(role === undefined ? {} : {role})};
				return column === 0 || gap === 0 ? [wide] : [{text: ' '.repeat(gap)}, wide];
			}),
		);
	});
};
