import {type Row, rowText} from '../../canvas/row.ts';
import {textWidth} from '../../canvas/widths.ts';
import {selectedIndex} from '../../views/plan/own.ts';
import type {Drawing} from '../../views/plan/scene.ts';
import {dataOf} from '../feeds/reading.ts';
import {roomBeneath} from '../frames/beneath.ts';
import {canvasOf} from '../frames/canvas.ts';
import {type Instance, instanceAt} from '../instances.ts';
import type {Slot} from '../layout.ts';
import {layoutFor} from '../screen.ts';
import {readingOf, type Shell} from '../shell.ts';
import {ownOf} from '../state.ts';

/** A slot under a cell, and which of its rows that is. */
type Hit = {readonly slot: Slot; readonly height: number; readonly row: number};

/** What is under a cell of the screen; null: no pane and no page. */
export const hitAt = ({state}: Shell, column: number, row: number): Hit | null => {
	let top = 1;
	const layout = layoutFor(state);
	for (const {height, gap, slots} of layout.bands) {
		if (row >= top && row < top + height) {
			let left = 0;
			for (const slot of slots) {
				if (column >= left && column < left + slot.width) {
					const instance = instanceAt(state, slot.place);
					const room = height - (instance ? roomBeneath(instance, slot, height, layout) : 0);
					return row - top < room ? {slot, height: room, row: row - top} : null;
				}
				left += slot.width + gap;
			}
		}
		top += height;
	}
	return null;
};

const markedRow = (rows: readonly Row[], mark: string): number =>
	rows.findIndex(row => row.some(({text, role}) => role === 'accent' && text === mark));

/** A row without the mark of the cursor: what it says. */
const said = (row: Row | undefined, mark: string): string =>
	row ? rowText(row.map(span => (span.role === 'accent' && span.text === mark ? {text: ' '} : span))) : '';

/**
 * How far the cursor is from the row of a list that was clicked; null: no row of it. No view says which row is which key, so the row
 * must say the same when the cursor stands on it.
 */
export const stepsTo = (hit: Hit, shell: Shell): number | null => {
	const instance: Instance | null = instanceAt(shell.state, hit.slot.place);
	const told = instance && dataOf(readingOf(shell.readings, instance.id));
	if (!instance || !told) return null;
	const mark = shell.glyphs.selected;
	const canvas = {...canvasOf(instance, hit.slot, hit.height, shell), focused: true};
	const own = ownOf(shell.state, instance.view.name);
	const drawAt = (index: number, keys: readonly string[]): Drawing =>
		told.draw({...canvas, own: {...own, selection: {key: keys[index] ?? '', index}}});
	const now = told.draw({...canvas, own});
	const at = selectedIndex(own.selection, now.keys);
	const here = markedRow(now.rows, mark);
	const clicked = hit.row - (hit.slot.form === 'rule' ? 1 : 0);
	const by = clicked - here;
	if (here < 0 || now.keys[at + by] === undefined) return null;
	const then = drawAt(at + by, now.keys);
	return said(now.rows[clicked], mark) === said(then.rows[markedRow(then.rows, mark)], mark) ? by : null;
};

/** The key of the hint in the footer that a cell belongs to, as it is written there; null: none. */
export const hintAt = (footer: Row, column: number): string | null => {
	let left = 0;
	let key: string | null = null;
	for (const {text, role} of footer) {
		if (role === 'bold') key = text.trim();
		left += textWidth(text);
		if (column < left) return text.trim() === '' ? null : key;
	}
	return null;
};
