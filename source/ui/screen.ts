import {fitRow, type Row} from '../canvas/row.ts';
import type {Reach} from '../views/plan/scene.ts';
import {footer} from './footer.ts';
import {drawSlot, reachIn} from './frames/draw-instance.ts';
import {header} from './header.ts';
import {focusedPlace} from './instances.ts';
import {type Band, type Layout, layoutOf} from './layout.ts';
import {overlaid} from './overlays/overlay.ts';
import type {Shell} from './shell.ts';
import {pageOf, type State} from './state.ts';

/** Panes side by side, row by row. */
const bandRows = ({height, gap, slots}: Band, layout: Layout, shell: Shell): readonly Row[] => {
	const blocks = slots.map(slot => drawSlot(slot, height, layout, shell));
	return Array.from(
		{length: height},
		(_, index): Row =>
			blocks.flatMap((block, place) => [...(place > 0 ? [{text: ' '.repeat(gap)}] : []), ...(block[index] ?? [])]),
	);
};

/** The layout of a state. */
export const layoutFor = (state: State): Layout => layoutOf(state.size, state.focus, pageOf(state) !== null);

/**
 * The whole screen: exactly as many rows as the terminal has, each exactly as wide. Pure, so that a screen can be compared
 * with a file, and any state drawn at any size.
 */
export const screen = (shell: Shell): readonly Row[] => {
	const {columns, rows} = shell.state.size;
	const layout = layoutFor(shell.state);
	const room = Math.max(0, rows - 1 - (layout.footer ? 1 : 0));
	const body = overlaid(shell, room, () => layout.bands.flatMap(band => bandRows(band, layout, shell)));
	const all = [header(shell, layout.windowClass), ...body, ...(layout.footer ? [footer(shell)] : [])];
	return Array.from({length: rows}, (_, index) => fitRow(all[index] ?? [], columns, shell.glyphs.cut));
};

/** What the cursor moves over in what has the focus. */
export const focusedReach = (shell: Shell): Reach => {
	const place = focusedPlace(shell.state);
	for (const {slots, height} of layoutFor(shell.state).bands) {
		const slot = slots.find(each => each.place === place);
		if (slot) return reachIn(slot, height, shell);
	}
	return {keys: []};
};
