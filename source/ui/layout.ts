import type {Size} from './state.ts';

/** How much fits on the terminal. */
export type WindowClass = 'tiny' | 'small' | 'base' | 'wide' | 'large';

/** How a pane stands on the screen: in a box, under a rule, or as one line. */
export type Form = 'box' | 'rule' | 'line';

/** A pane's place. Width and height count the frame too. `place` is the index of what stands there. */
export type Slot = {readonly place: number; readonly width: number; readonly form: Form};

/** Panes side by side, all of one height, `gap` cells apart. */
export type Band = {readonly height: number; readonly gap: number; readonly slots: readonly Slot[]};

/** The screen between its header and its footer, from the top. The heights add up to what is there. */
export type Layout = {readonly windowClass: WindowClass; readonly bands: readonly Band[]; readonly footer: boolean};

/** What fits. Nothing refuses: under 40x10 there is still a header, and who is watching. */
export const windowClassOf = ({columns, rows}: Size): WindowClass => {
	if (columns < 40 || rows < 10) return 'tiny';
	if (columns < 80 || rows < 24) return 'small';
	if (columns < 120 || rows < 40) return 'base';
	return columns < 200 || rows < 60 ? 'wide' : 'large';
};

const [first, second, third, fourth, fifth, sixth] = [0, 1, 2, 3, 4, 5] as const;
const places = [first, second, third, fourth, fifth, sixth];

const band = (height: number, gap: number, ...slots: Slot[]): Band => ({height, gap, slots});

const line = (place: number, width: number): Band => band(1, 0, {place, width, form: 'line'});

/** Header, the focused pane (the first one, at first), one line of the second. */
const tiny = ({columns, rows}: Size, focus: number): readonly Band[] => {
	const lines = rows >= 4 && focus !== second ? 1 : 0;
	const pane = band(Math.max(0, rows - 1 - lines), 0, {place: focus, width: columns, form: 'rule'});
	return lines === 0 ? [pane] : [pane, line(second, columns)];
};

/** The focused pane large, the others as one line each, in their order. */
const small = ({columns, rows}: Size, focus: number): readonly Band[] => {
	const others = places.filter(place => place !== focus);
	const lines = Math.min(others.length, rows - 2 - 4);
	const blank = rows >= 16 ? 1 : 0;
	const large = band(rows - 2 - lines - blank, 0, {place: focus, width: columns, form: 'rule'});
	return [large, ...others.slice(0, lines).map(place => line(place, columns)), ...(blank ? [band(1, 0)] : [])];
};

/** Rules instead of boxes; rows beyond the 24th go to the first pane, to the second and to the fifth. */
const base = ({columns, rows}: Size): readonly Band[] => {
	const extra = rows - 24;
	const top = 7 + Math.floor(extra / 4);
	const middle = 5 + Math.floor(extra / 4);
	const left = Math.floor(((columns - 2) * 36) / 78);
	const right = columns - 2 - left;
	return [
		band(top, 0, {place: first, width: columns, form: 'rule'}),
		band(middle, 2, {place: second, width: left, form: 'rule'}, {place: third, width: right, form: 'rule'}),
		band(
			rows - 3 - top - middle,
			2,
			{place: fourth, width: left, form: 'rule'},
			{place: fifth, width: right, form: 'rule'},
		),
		line(sixth, columns),
	];
};

/** Boxes, with the sixth pane beside the first. */
const wide = ({columns, rows}: Size): readonly Band[] => {
	const room = rows - 2;
	const top = Math.floor((room * 11) / 38);
	const middle = Math.floor((room * 12) / 38);
	const side = Math.min(48, Math.floor((columns * 37) / 120));
	const left = Math.floor((columns * 58) / 120);
	return [
		band(top, 1, {place: first, width: columns - 1 - side, form: 'box'}, {place: sixth, width: side, form: 'box'}),
		band(middle, 1, {place: second, width: left, form: 'box'}, {place: third, width: columns - 1 - left, form: 'box'}),
		band(
			room - top - middle,
			1,
			{place: fourth, width: left, form: 'box'},
			{place: fifth, width: columns - 1 - left, form: 'box'},
		),
	];
};

/** Where a page stands: no place. */
export const pagePlace = -1;

/** One view over the whole screen; the line of the sixth place below it, where there is room. */
const page = ({columns, rows}: Size): readonly Band[] => {
	const below = rows >= 12 ? 1 : 0;
	const whole = band(rows - 2 - below, 0, {place: pagePlace, width: columns, form: 'rule'});
	return below ? [whole, line(sixth, columns)] : [whole];
};

/** What stands where at this size. */
export const layoutOf = (size: Size, focus: number, isPage: boolean): Layout => {
	const windowClass = windowClassOf(size);
	const footer = windowClass !== 'tiny';
	if (windowClass === 'tiny') {
		const whole = band(Math.max(0, size.rows - 1), 0, {place: pagePlace, width: size.columns, form: 'rule'});
		return {windowClass, footer, bands: isPage ? [whole] : tiny(size, focus)};
	}
	if (isPage) return {windowClass, footer, bands: page(size)};
	if (windowClass === 'small') return {windowClass, footer, bands: small(size, focus)};
	return {windowClass, footer, bands: windowClass === 'base' ? base(size) : wide(size)};
};

/** The places that can be seen: what stands in the others asks nothing. */
export const visiblePlaces = (layout: Layout): ReadonlySet<number> =>
	new Set(layout.bands.flatMap(({slots}) => slots.map(({place}) => place)));
