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
};

/** `isBlock`: without colours it has eighth blocks. */
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
		part(transcode, ways[2], 'transcode'),
		part(directStream, ways[1], 'copy'),
		part(directPlay, ways[0], 'plain', true),
		part(unknown, shades[0], 'dim'),
	];
};

const empty: Span = {text: ' '};

type Share = {readonly part: Part; readonly share: number};

/** What each part fills of a cell, from the bottom up. */
const sharesIn = (parts: readonly Part[], row: number): readonly Share[] =>
	parts
		.map((part, index) => {
			const from = parts[index - 1]?.to ?? 0;
			return {part, share: Math.min(row + 1, part.to) - Math.max(row, from)};
		})
		.filter(({share}) => share > 1e-9);

/** The one that fills most, the lower of equals. */
const largest = (shares: readonly Share[]): Share | undefined =>
	shares.reduce<Share | undefined>((best, one) => (best && one.share <= best.share + 1e-9 ? best : one), undefined);

/** A block that fills the cell from below; what is above zero never vanishes. */
const block = (share: number, {heights}: Glyphs): string =>
	heights[Math.max(1, Math.min(heights.length - 1, Math.round(share * (heights.length - 1))))] ?? '';

/** A full cell of two colours: the lower part is a block on the colour of the upper one. What is not known has no colour. */
const twoColors = (shares: readonly Share[], row: number, glyphs: Glyphs): Span | null => {
	const [lower, upper] = shares
		.filter(({part}) => part.role !== 'dim')
		.toSorted((one, two) => two.share - one.share)
		.slice(0, 2)
		.sort((one, two) => one.part.to - two.part.to);
	if (!lower || !upper || lower.part.role === upper.part.role) return null;
	const filled = lower.part.to - row;
	const steps = Math.round(filled * (glyphs.heights.length - 1));
	if (steps <= 0 || steps >= glyphs.heights.length - 1) return null;
	return {text: block(filled, glyphs), role: lower.part.role, over: upper.part.role};
};

/** A cell of a column: with colours in eighth blocks; without, the pattern of what fills most, of direct play in eighth blocks. */
const cellOf = (parts: readonly Part[], row: number, glyphs: Glyphs): Span => {
	const filled = Math.min(1, (parts.at(-1)?.to ?? 0) - row);
	if (filled <= 0) return empty;
	const shares = sharesIn(parts, row);
	const best = largest(shares)?.part;
	if (!best) return empty;
	if (glyphs.painted && best.role !== 'dim') {
		const two = filled > 0.99 ? twoColors(shares, row, glyphs) : null;
		return two ?? {text: block(filled, glyphs), role: best.role};
	}
	// In ASCII a height of a cell could be the sign of another way to play.
	if (best.isBlock && !glyphs.ascii) {
		const text = block(filled, glyphs);
		return {text: text === glyphs.heights.at(-1) ? best.sign : text, role: best.role};
	}
	return filled < 0.5 && row > 0 ? empty : {text: best.sign, role: best.role};
};

const joined = (spans: readonly Span[]): Row => {
	const row: Span[] = [];
	for (const span of spans) {
		const last = row.at(-1);
		if (last && last.role === span.role && last.over === span.over)
			row[row.length - 1] = {...last, text: last.text + span.text};
		else row.push(span);
	}
	return row;
};

/** Columns from zero in the colours or patterns of what they are made of, as rows from the top. */
export const drawStacks = ({stacks, height, max, glyphs, gap, thickness}: StacksOptions): Row[] => {
	const scale = max > 0 ? height / max : 0;
	const columns = stacks.map(stack => partsOf(stack, scale, glyphs));
	return Array.from({length: height}, (_, index) => {
		const row = height - 1 - index;
		return joined(
			columns.flatMap((parts, column): Span[] => {
				const cell = cellOf(parts, row, glyphs);
				const wide: Span = {...cell, text: cell.text.repeat(thickness)};
				return column === 0 || gap === 0 ? [wide] : [{text: ' '.repeat(gap)}, wide];
			}),
		);
	});
};
