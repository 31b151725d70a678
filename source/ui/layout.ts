import type {WindowClass} from './components/pane.ts';
import {type PaneId, paneIds} from './panes/index.ts';
import type {Size} from './state.ts';

/** How a pane stands on the screen: in a box, under a rule, or as one line. */
export type Form = 'box' | 'rule' | 'line';

/** A pane's place. Width and height count the frame too. */
export type Slot = {readonly pane: PaneId; readonly width: number; readonly form: Form};

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

const band = (height: number, gap: number, ...slots: Slot[]): Band => ({height, gap, slots});

const line = (pane: PaneId, width: number): Band => band(1, 0, {pane, width, form: 'line'});

/** Header, the focused pane (who is watching, at first), one line of hours. */
const tiny = ({columns, rows}: Size, focus: PaneId): readonly Band[] => {
	const hours = rows >= 4 && focus !== 'hours' ? 1 : 0;
	const pane = band(Math.max(0, rows - 1 - hours), 0, {pane: focus, width: columns, form: 'rule'});
	return hours === 0 ? [pane] : [pane, line('hours', columns)];
};

/** The focused pane large, the others as one line each, in their order. */
const small = ({columns, rows}: Size, focus: PaneId): readonly Band[] => {
	const others = paneIds.filter(id => id !== focus);
	const lines = Math.min(others.length, rows - 2 - 4);
	const blank = rows >= 16 ? 1 : 0;
	const large = band(rows - 2 - lines - blank, 0, {pane: focus, width: columns, form: 'rule'});
	return [large, ...others.slice(0, lines).map(id => line(id, columns)), ...(blank ? [band(1, 0)] : [])];
};

/** Rules instead of boxes; rows beyond the 24th go to the streams, to the hours and to the board. */
const base = ({columns, rows}: Size): readonly Band[] => {
	const extra = rows - 24;
	const top = 7 + Math.floor(extra / 4);
	const middle = 5 + Math.floor(extra / 4);
	const left = Math.floor(((columns - 2) * 36) / 78);
	const right = columns - 2 - left;
	return [
		band(top, 0, {pane: 'now-playing', width: columns, form: 'rule'}),
		band(middle, 2, {pane: 'hours', width: left, form: 'rule'}, {pane: 'stream-types', width: right, form: 'rule'}),
		band(
			rows - 3 - top - middle,
			2,
			{pane: 'peaks', width: left, form: 'rule'},
			{pane: 'collections', width: right, form: 'rule'},
		),
		line('status', columns),
	];
};

/** Boxes, with the status pane beside the streams. */
const wide = ({columns, rows}: Size): readonly Band[] => {
	const room = rows - 2;
	const top = Math.floor((room * 11) / 38);
	const middle = Math.floor((room * 12) / 38);
	const status = Math.min(48, Math.floor((columns * 37) / 120));
	const left = Math.floor((columns * 58) / 120);
	return [
		band(
			top,
			1,
			{pane: 'now-playing', width: columns - 1 - status, form: 'box'},
			{pane: 'status', width: status, form: 'box'},
		),
		band(
			middle,
			1,
			{pane: 'hours', width: left, form: 'box'},
			{pane: 'stream-types', width: columns - 1 - left, form: 'box'},
		),
		band(
			room - top - middle,
			1,
			{pane: 'peaks', width: left, form: 'box'},
			{pane: 'collections', width: columns - 1 - left, form: 'box'},
		),
	];
};

/** One pane over the whole screen, the status line below it. */
const zoomed = ({columns, rows}: Size, focus: PaneId): readonly Band[] => {
	const status = focus !== 'status';
	const pane = band(rows - 2 - (status ? 1 : 0), 0, {pane: focus, width: columns, form: 'rule'});
	return status ? [pane, line('status', columns)] : [pane];
};

/** Which panes stand where at this size. */
export const layoutOf = (size: Size, focus: PaneId, isZoomed: boolean): Layout => {
	const windowClass = windowClassOf(size);
	const footer = windowClass !== 'tiny';
	if (windowClass === 'tiny') return {windowClass, footer, bands: tiny(size, focus)};
	if (isZoomed) return {windowClass, footer, bands: zoomed(size, focus)};
	if (windowClass === 'small') return {windowClass, footer, bands: small(size, focus)};
	return {windowClass, footer, bands: windowClass === 'base' ? base(size) : wide(size)};
};

/** The panes that can be seen: the others ask nothing. The header always needs the streams and the servers. */
export const visiblePanes = (layout: Layout): ReadonlySet<PaneId> =>
	new Set<PaneId>(['now-playing', 'status', ...layout.bands.flatMap(({slots}) => slots.map(({pane}) => pane))]);
