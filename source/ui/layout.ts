import type {Size} from './state.ts';

/** How much fits on the terminal. */
export type WindowClass = 'tiny' | 'small' | 'base' | 'wide' | 'large';

/** How a pane stands on the screen: under a rule, as one line, or without a title, which the header has to do for. */
type Form = 'rule' | 'line' | 'bare';

/** A pane's place. Width and height count the rule too. `place` is the index of what stands there. */
export type Slot = {readonly place: number; readonly width: number; readonly form: Form};

/** Panes side by side, all of one height, `gap` cells apart; a line stands in a gap of three. */
export type Band = {readonly height: number; readonly gap: number; readonly slots: readonly Slot[]};

/** Where the keys stand: in a row of their own, at the end of the last row of the pane, or nowhere. */
type Footer = 'row' | 'shared' | 'none';

/** The screen between its header and its footer, from the top. The heights add up to what is there. */
export type Layout = {readonly windowClass: WindowClass; readonly bands: readonly Band[]; readonly footer: Footer};

/** What fits. Nothing refuses: under 40x10 there is still a header, and who is watching. */
export const windowClassOf = ({columns, rows}: Size): WindowClass => {
	if (columns < 40 || rows < 10) return 'tiny';
	if (columns < 80 || rows < 24) return 'small';
	if (columns < 120 || rows < 40) return 'base';
	return columns < 200 || rows < 60 ? 'wide' : 'large';
};

const [first, second, third, fourth, fifth, sixth, seventh] = [0, 1, 2, 3, 4, 5, 6] as const;

/** The places that have a digit. */
const numbered: readonly number[] = [first, second, third, fourth, fifth, sixth];

const band = (height: number, gap: number, ...slots: Slot[]): Band => ({height, gap, slots});

const line = (place: number, width: number): Band => band(1, 0, {place, width, form: 'line'});

const ruled = (place: number, width: number): Slot => ({place, width, form: 'rule'});

/** The focused pane; the first one needs no title under a header that tells of it. */
const tiny = ({columns, rows}: Size, focus: number): readonly Band[] => [
	band(Math.max(0, rows - 1), 0, {place: focus, width: columns, form: focus === first ? 'bare' : 'rule'}),
];

/** The focused pane large, the others as one line each, in their order. */
const small = ({columns, rows}: Size, focus: number): readonly Band[] => {
	const others = numbered.filter(place => place !== focus);
	const lines = Math.min(others.length, rows - 2 - 4);
	const blank = rows >= 16 ? 1 : 0;
	const large = band(rows - 2 - lines - blank, 0, ruled(focus, columns));
	return [large, ...others.slice(0, lines).map(place => line(place, columns)), ...(blank ? [band(1, 0)] : [])];
};

/** Heights of the three bands; what is more than `least` goes to the first, to the second, and half of it to the third. */
const heights = (rows: number, least: readonly [number, number, number]): readonly [number, number, number] => {
	const extra = rows - least[0] - least[1] - least[2];
	const part = Math.floor(extra / 4);
	return [least[0] + part, least[1] + part, least[2] + extra - 2 * part];
};

/** Two blanks between panes, the sixth place a line. */
const base = ({columns, rows}: Size): readonly Band[] => {
	const [top, middle, bottom] = heights(rows - 3, [7, 5, 9]);
	const left = Math.floor(((columns - 2) * 36) / 78);
	const right = columns - 2 - left;
	return [
		band(top, 0, ruled(first, columns)),
		band(middle, 2, ruled(second, left), ruled(third, right)),
		band(bottom, 2, ruled(fourth, left), ruled(fifth, right)),
		line(sixth, columns),
	];
};

/** The streams over all of the width: nine rows, and the strip under them. */
const wide = ({columns, rows}: Size): readonly Band[] => {
	const [top, middle, bottom] = heights(rows - 3, [15, 10, 12]);
	const left = Math.floor((columns * 58) / 120);
	const right = columns - 3 - left;
	return [
		band(top, 0, ruled(first, columns)),
		band(middle, 3, ruled(second, left), ruled(third, right)),
		band(bottom, 3, ruled(fourth, left), ruled(fifth, right)),
		line(sixth, columns),
	];
};

/** The sixth place beside the first, and the seventh after the third. Rows beyond the 60th go to the board above all. */
const large = ({columns, rows}: Size): readonly Band[] => {
	const extra = rows - 60;
	const top = 15 + Math.floor(extra / 4);
	const middle = 18 + Math.floor(extra / 10);
	const side = Math.min(60, Math.floor((columns * 47) / 200));
	const left = Math.ceil((columns - 6) / 3);
	const right = columns - 6 - 2 * left;
	return [
		band(top, 3, ruled(first, columns - 3 - side), ruled(sixth, side)),
		band(middle, 3, ruled(second, left), ruled(third, left), ruled(seventh, right)),
		band(rows - 2 - top - middle, 3, ruled(fourth, left), ruled(fifth, columns - 3 - left)),
	];
};

/** Where a page stands: no place. */
export const pagePlace = -1;

/** One view over the whole screen; the line of the sixth place below it, where there is room. */
const page = ({columns, rows}: Size): readonly Band[] => {
	const below = rows >= 12 ? 1 : 0;
	const whole = band(rows - 2 - below, 0, ruled(pagePlace, columns));
	return below ? [whole, line(sixth, columns)] : [whole];
};

const drawers = {small, base, wide, large} as const;

/** What stands where at this size. */
export const layoutOf = (size: Size, focus: number, isPage: boolean): Layout => {
	const windowClass = windowClassOf(size);
	if (windowClass === 'tiny') {
		const footer = size.rows < 4 ? 'none' : 'shared';
		const whole = band(Math.max(0, size.rows - 1), 0, ruled(pagePlace, size.columns));
		return {windowClass, footer, bands: isPage ? [whole] : tiny(size, focus)};
	}
	return {windowClass, footer: 'row', bands: isPage ? page(size) : drawers[windowClass](size, focus)};
};

/** The digit of a place; '' where it has none. */
export const digitOf = (place: number): string => (numbered.includes(place) ? String(place + 1) : '');

/** How many places there are at this size, for the keys that go from one to the next: the last one has no digit. */
export const placeCount = (size: Size): number => numbered.length + (windowClassOf(size) === 'large' ? 1 : 0);

/** The places that can be seen: what stands in the others asks nothing. */
export const visiblePlaces = (layout: Layout): ReadonlySet<number> =>
	new Set(layout.bands.flatMap(({slots}) => slots.map(({place}) => place)));
