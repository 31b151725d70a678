import {fitRow, type Row, rowText, rowWidth, type Span} from '../canvas/row.ts';
import type {Reach} from '../views/plan/scene.ts';
import {footer} from './footer.ts';
import {drawSlot, reachIn} from './frames/draw-instance.ts';
import {keepMade} from './frames/kept-rows.ts';
import {header} from './header.ts';
import {focusedPlace} from './instances.ts';
import {type Band, type Layout, layoutOf} from './layout.ts';
import {overlaid} from './overlays/overlay.ts';
import type {Shell} from './shell.ts';
import {pageOf, type State} from './state.ts';

/** What stands between panes: blanks, and in a gap that is wide enough a line. */
const between = (gap: number, {glyphs}: Shell): Row => {
	const side = ' '.repeat(Math.floor(gap / 2));
	return gap < 3 ? [{text: ' '.repeat(gap)}] : [{text: side}, {text: glyphs.box.side, role: 'dim'}, {text: side}];
};

const blank: Row = [];
const abreast = keepMade<Row>();
const fitted = keepMade<Row>();

/** Panes side by side, row by row. */
const bandRows = ({height, gap, slots}: Band, layout: Layout, shell: Shell): readonly Row[] => {
	const blocks = slots.map(slot => drawSlot(slot, height, layout, shell));
	return Array.from({length: height}, (_, index): Row => {
		const [first = blank, ...others] = blocks.map(block => block[index] ?? blank);
		const besides = (): Row => [first, ...others.map((row): Row => [...between(gap, shell), ...row])].flat();
		return others.length === 0 ? first : abreast(first, [...others, gap, shell.glyphs], besides);
	});
};

/** The layout of a state. */
export const layoutFor = (state: State): Layout => layoutOf(state.size, state.focus, pageOf(state) !== null);

const bodyRows = (shell: Shell, layout: Layout, room: number): readonly Row[] =>
	overlaid(shell, room, () => layout.bands.flatMap(band => bandRows(band, layout, shell)));

const withoutEnd = (row: Row): Row => {
	const width = rowText(row).trimEnd().length;
	let at = 0;
	return row.flatMap((span): Row => {
		const text = span.text.slice(0, Math.max(0, width - at));
		at += span.text.length;
		return text === '' ? [] : [{...span, text}];
	});
};

/** The last row of the pane with the keys at its end; null: there is no room for both. */
const sharedRow = (row: Row, keys: Row, columns: number): Row | null => {
	const [left, right] = [withoutEnd(row), withoutEnd(keys)];
	const free = columns - rowWidth(left) - rowWidth(right);
	const gap: Span = {text: ' '.repeat(Math.max(0, free))};
	return free < 2 ? null : [...left, gap, ...right];
};

/** The last band one row lower, for the keys. */
const shortened = (layout: Layout): Layout => ({
	...layout,
	bands: layout.bands.map((band, index) =>
		index === layout.bands.length - 1 ? {...band, height: band.height - 1} : band,
	),
});

/** Panes and keys where there is no row to spare: keys stand behind the last words, else in place of the last row. */
const tightRows = (shell: Shell, layout: Layout, room: number): readonly Row[] => {
	const keys = footer(shell);
	const rows = bodyRows(shell, layout, room);
	const shared = sharedRow(rows[room - 1] ?? [], keys, shell.state.size.columns);
	return shared ? [...rows.slice(0, room - 1), shared] : [...bodyRows(shell, shortened(layout), room - 1), keys];
};

/**
 * The whole screen: exactly as many rows as the terminal has, each exactly as wide. Pure, so that a screen can be compared
 * with a file, and any state drawn at any size.
 */
export const screen = (shell: Shell): readonly Row[] => {
	const {columns, rows} = shell.state.size;
	const layout = layoutFor(shell.state);
	const room = Math.max(0, rows - 1);
	const below = {
		row: () => [...bodyRows(shell, layout, Math.max(0, room - 1)), footer(shell)],
		shared: () => tightRows(shell, layout, room),
		none: () => bodyRows(shell, layout, room),
	}[layout.footer]();
	const all = [header(shell, layout.windowClass), ...below];
	const {cut} = shell.glyphs;
	return Array.from({length: rows}, (_, index) => {
		const row = all[index] ?? blank;
		return fitted(row, [columns, cut], () => fitRow(row, columns, cut));
	});
};

/** What the cursor moves over in what has the focus. */
export const focusedReach = (shell: Shell): Reach => {
	const place = focusedPlace(shell.state);
	const layout = layoutFor(shell.state);
	for (const {slots, height} of layout.bands) {
		const slot = slots.find(each => each.place === place);
		if (slot) return reachIn(slot, height, layout, shell);
	}
	return {keys: []};
};
