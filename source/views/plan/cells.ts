import type {Glyphs} from '../../canvas/glyphs.ts';
import type {Role, Span} from '../../canvas/row.ts';
import {padEnd, padStart} from '../../canvas/widths.ts';
import {selectedIndex} from './own.ts';
import type {Canvas} from './scene.ts';

/** A text on the left of exactly `width` cells. */
export const left = (text: string, width: number, glyphs: Glyphs, role: Role = 'plain'): Span => ({
	text: padEnd(text, width, glyphs.cut),
	role,
});

/** A text on the right of exactly `width` cells. */
export const right = (text: string, width: number, glyphs: Glyphs, role: Role = 'plain'): Span => ({
	text: padStart(text, width, glyphs.cut),
	role,
});

/** `width` blank cells; none where it is negative. */
export const blank = (width: number): Span => ({text: ' '.repeat(Math.max(0, width))});

/** The mark before the row that the cursor is on. */
export const cursor = (isHere: boolean, glyphs: Glyphs): Span => ({
	text: isHere ? glyphs.selected : ' ',
	role: 'accent',
});

/** Index of the selected row among these keys; -1: the cursor is not shown. */
export const cursorIndex = ({focused, form, own}: Canvas, keys: readonly string[]): number =>
	focused && form !== 'report' && keys.length > 0 ? selectedIndex(own.selection, keys) : -1;

/** Index of what the cursor of a chart is on; -1: nobody has moved it yet, and the chart says what is most. */
export const chartCursor = ({focused, own}: Canvas, keys: readonly string[]): number =>
	focused && own.selection && keys.length > 0 ? selectedIndex(own.selection, keys) : -1;
