import {formatCount, formatHours} from '../../canvas/format.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import {type Role, type Row, rowWidth, type Span} from '../../canvas/row.ts';
import {padEnd, padStart} from '../../canvas/widths.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import type {YAxis} from '../../domain/media.ts';
import type {Days} from '../../domain/period.ts';
import type {Frame} from './pane.ts';

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

/** A row that is too long goes on in the next one: its last span is broken between words. */
const wrapRow = (row: Row, width: number): readonly Row[] => {
	const last = row.at(-1);
	if (!last || rowWidth(row) <= width) return [row];
	const head = row.slice(0, -1);
	const room = width - rowWidth(head);
	return room < 8
		? [row]
		: wrapWords(last.text, room).map((text, line): Row => [...(line === 0 ? head : []), {...last, text}]);
};

/** Sentences inside a pane: a blank line where there is room, then each in as many lines as it needs, indented. */
export const sentences = (lines: readonly Row[], frame: Frame): readonly Row[] => {
	const indent = blank(Math.min(4, Math.floor(frame.width / 20)));
	const room = frame.width - rowWidth([indent]) - 1;
	const body = lines.flatMap(line => wrapRow(line, room)).map((line): Row => [indent, ...line]);
	return frame.height > body.length ? [[], ...body] : body;
};

/** "30 days", "all time". */
export const daysWords = (days: Days): string => (days === 0 ? 'all time' : days === 1 ? '1 day' : `${days} days`);

/** What there is to say of a window without plays; without seconds something may have been played all the same. */
export const nothingWords = (days: Days, yAxis: YAxis): string =>
	`${yAxis === 'plays' ? 'Nothing' : 'No time'} was played in ${daysWords(days)}.`;

/** A number of a graph or of the board in its unit: "1 204", or "301 h". */
export const amount = (value: number, yAxis: YAxis, glyphs: Glyphs): string =>
	yAxis === 'duration' ? formatHours(value, glyphs) : formatCount(value, glyphs);

/** The window that graphs are asked for: Tautulli has no graph of all time, so the longest range stands for it. */
export const graphDays = (days: Days): Days => (days === 0 ? 365 : days);

/** The mark before the row that the cursor is on. */
export const cursor = (isHere: boolean, glyphs: Glyphs): Span => ({
	text: isHere ? glyphs.selected : ' ',
	role: 'accent',
});

/** Index of the selected row, for a pane whose rows have these keys; -1: the cursor is not shown. */
export const cursorIndex = (frame: Frame, keys: readonly string[]): number => {
	if (!frame.focused || keys.length === 0) return -1;
	const {selection} = frame;
	if (!selection) return 0;
	const found = keys.indexOf(selection.key);
	return found === -1 ? Math.min(selection.index, keys.length - 1) : found;
};

/** The first row to show, so that the selected one is among `height` rows. */
export const scrollTo = (selected: number, count: number, height: number): number =>
	Math.max(0, Math.min(selected - Math.floor(height / 2), count - height));
