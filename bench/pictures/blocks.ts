/** A rectangle in a cell of 8 by 16: x, y, width, height. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** What is drawn in place of a sign, so that neighbours touch in every renderer; `share`: how much of the ink covers what is behind. */
export type Shape = {readonly boxes: readonly Box[]; readonly share: number};

export const cellWidth = 8;
export const cellHeight = 16;

const solid = (...boxes: readonly Box[]): Shape => ({boxes, share: 1});

const shades: Readonly<Record<string, number>> = {'░': 0.25, '▒': 0.5, '▓': 0.75};

/** Where lines run in a cell. */
const [light, heavy] = [1, 2];
const [midX, midY] = [4, 8];

type Reach = {readonly left?: number; readonly right?: number; readonly up?: number; readonly down?: number};

/** Lines from the middle of a cell to its sides, each as thick as it says. */
const lines = ({left = 0, right = 0, up = 0, down = 0}: Reach): Shape => {
	const across = (thick: number): number => midY - Math.floor(thick / 2);
	const along = (thick: number): number => midX - Math.floor(thick / 2);
	const boxes: readonly Box[] = [
		[0, across(left), midX + Math.ceil(Math.max(up, down) / 2), left],
		[midX, across(right), cellWidth - midX, right],
		[along(up), 0, up, midY],
		[along(down), midY, down, cellHeight - midY],
	];
	return solid(...boxes.filter(([, , width, height]) => width > 0 && height > 0));
};

const drawn: Readonly<Record<string, Shape>> = {
	'▀': solid([0, 0, cellWidth, 8]),
	'▐': solid([4, 0, 4, cellHeight]),
	'─': lines({left: light, right: light}),
	'━': lines({left: heavy, right: heavy}),
	'╴': lines({left: light}),
	'╶': lines({right: light}),
	'╸': lines({left: heavy}),
	'╺': lines({right: heavy}),
	'╼': lines({left: light, right: heavy}),
	'╾': lines({left: heavy, right: light}),
	'│': lines({up: light, down: light}),
	'┃': lines({up: heavy, down: heavy}),
	'╵': lines({up: light}),
	'╷': lines({down: light}),
	'┌': lines({right: light, down: light}),
	'╭': lines({right: light, down: light}),
	'┐': lines({left: light, down: light}),
	'╮': lines({left: light, down: light}),
	'└': lines({right: light, up: light}),
	'╰': lines({right: light, up: light}),
	'┘': lines({left: light, up: light}),
	'╯': lines({left: light, up: light}),
	'┏': lines({right: heavy, down: heavy}),
	'┓': lines({left: heavy, down: heavy}),
	'┗': lines({right: heavy, up: heavy}),
	'┛': lines({left: heavy, up: heavy}),
	'┍': lines({right: heavy, down: light}),
	'┑': lines({left: heavy, down: light}),
	'┕': lines({right: heavy, up: light}),
	'┙': lines({left: heavy, up: light}),
	'├': lines({right: light, up: light, down: light}),
	'┤': lines({left: light, up: light, down: light}),
	'┬': lines({left: light, right: light, down: light}),
	'┴': lines({left: light, right: light, up: light}),
	'┼': lines({left: light, right: light, up: light, down: light}),
	'┄': solid([0, 8, 2, 1], [3, 8, 2, 1], [6, 8, 1, 1]),
	'┈': solid([0, 8, 1, 1], [2, 8, 1, 1], [4, 8, 1, 1], [6, 8, 1, 1]),
	'╌': solid([0, 8, 3, 1], [4, 8, 3, 1]),
	'┆': solid([4, 0, 1, 4], [4, 6, 1, 4], [4, 12, 1, 3]),
	'╎': solid([4, 1, 1, 6], [4, 9, 1, 6]),
	'┊': solid([4, 0, 1, 2], [4, 4, 1, 2], [4, 8, 1, 2], [4, 12, 1, 2]),
	'·': solid([3, 8, 2, 1]),
};

/** Bits of a braille sign, from its code: three rows of two columns, and the last row. */
const brailleDots: readonly (readonly [column: number, row: number])[] = [
	[0, 0],
	[0, 1],
	[0, 2],
	[1, 0],
	[1, 1],
	[1, 2],
	[0, 3],
	[1, 3],
];

const brailleOf = (code: number): Shape =>
	solid(
		...brailleDots
			.filter((_, bit) => (code & (1 << bit)) !== 0)
			.map(([column, row]): Box => [1 + column * 4, 1 + row * 4, 2, 2]),
	);

/** The eighths: from below for U+2581 to U+2588, from the left for U+2589 to U+258F. */
const eighthOf = (code: number): Shape | null => {
	if (code >= 0x2581 && code <= 0x2588) {
		const height = (code - 0x2580) * 2;
		return solid([0, cellHeight - height, cellWidth, height]);
	}
	return code >= 0x2589 && code <= 0x258f ? solid([0, 0, 0x2590 - code, cellHeight]) : null;
};

/** The shape of a sign; null: it is text. */
export const shapeOf = (sign: string): Shape | null => {
	const share = shades[sign];
	if (share !== undefined) return {boxes: [[0, 0, cellWidth, cellHeight]], share};
	const code = sign.codePointAt(0) ?? 0;
	if (code > 0x2800 && code <= 0x28ff) return brailleOf(code - 0x2800);
	return drawn[sign] ?? eighthOf(code);
};
