import {fitRow, type Row} from '../canvas/row.ts';
import {footer} from './footer.ts';
import {drawPane, rowKeys} from './frames/draw-pane.ts';
import {header} from './header.ts';
import {type Band, type Layout, layoutOf} from './layout.ts';
import {page} from './pages.ts';
import type {View} from './view.ts';

/** Panes side by side, row by row. */
const bandRows = ({height, gap, slots}: Band, {windowClass}: Layout, view: View): readonly Row[] => {
	const blocks = slots.map(slot => drawPane(slot.pane, slot, height, windowClass, view));
	return Array.from(
		{length: height},
		(_, index): Row =>
			blocks.flatMap((block, place) => [...(place > 0 ? [{text: ' '.repeat(gap)}] : []), ...(block[index] ?? [])]),
	);
};

/** The layout of a view. */
export const layoutFor = ({state}: View): Layout => layoutOf(state.size, state.focus, state.zoomed);

/**
 * The whole screen: exactly as many rows as the terminal has, each exactly as wide. Pure, so that a screen can be compared
 * with a file, and any state drawn at any size.
 */
export const screen = (view: View): readonly Row[] => {
	const {columns, rows} = view.state.size;
	const layout = layoutFor(view);
	const isPage = view.state.page === 'help' || view.state.page === 'trouble';
	const room = Math.max(0, rows - 1 - (layout.footer ? 1 : 0));
	const body = isPage ? page(view, room) : layout.bands.flatMap(band => bandRows(band, layout, view));
	const all = [header(view, layout.windowClass), ...body, ...(layout.footer ? [footer(view)] : [])];
	return Array.from({length: rows}, (_, index) => fitRow(all[index] ?? [], columns, view.glyphs.cut));
};

/** What the cursor moves over: the keys of the rows of the focused pane. */
export const focusedKeys = (view: View): readonly string[] => {
	const layout = layoutFor(view);
	for (const {slots, height} of layout.bands) {
		const slot = slots.find(({pane}) => pane === view.state.focus);
		if (slot) return rowKeys(slot.pane, slot, height, layout.windowClass, view);
	}
	return [];
};
