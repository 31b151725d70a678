import {formatWhen} from '../draw/clock.ts';
import {fitRow, type Row, rowWidth, type Span} from '../draw/row.ts';
import {textWidth} from '../draw/widths.ts';
import {sentences} from './components/cells.ts';
import type {Frame, Heading, Pane, PaneModel, Rhythm, WindowClass} from './components/pane.ts';
import type {Reading, Trouble} from './components/reading.ts';
import type {Form, Slot} from './layout.ts';
import {type PaneId, paneOf} from './panes/index.ts';
import {atEnd, type RuleWord, titleRule} from './title-rule.ts';
import {troubleWords} from './trouble-words.ts';
import {everySeconds, isOld, liveOf, readingOf, type View} from './view.ts';

/** Cells that the frame takes of a pane's width and height, and how far in its inside begins. */
const insets: Readonly<Record<Form, {width: number; height: number; at: number}>> = {
	box: {width: 4, height: 2, at: 2},
	rule: {width: 0, height: 1, at: 0},
	line: {width: 0, height: 0, at: 0},
};

/** What a pane's model is told of the screen. */
export const frameOf = (id: PaneId, slot: Slot, height: number, windowClass: WindowClass, view: View): Frame => {
	const {state, glyphs, now, zone} = view;
	const inset = insets[slot.form];
	return {
		width: Math.max(1, slot.width - inset.width),
		height: Math.max(0, height - inset.height),
		windowClass,
		zoomed: state.zoomed && state.focus === id,
		focused: state.focus === id,
		selection: state.selections[id] ?? null,
		sort: state.sort,
		homeOnly: state.homeOnly,
		mediaType: state.mediaType,
		names: state.settings?.names ?? 'full',
		now,
		zone,
		glyphs,
		live: liveOf(view),
	};
};

const waitingWords = (rhythm: Rhythm, {state}: View): string => {
	if (!state.settings) return 'starting';
	return rhythm === 'stored' ? 'reading the database' : `waiting for Tautulli at ${state.settings.tautulliUrl}`;
};

/** In full where there is room; the countdown stands in the header only. */
const failedRows = ({error}: Trouble, frame: Frame): readonly Row[] => {
	const mark: Span = {text: `${frame.glyphs.bad} `, role: 'bad'};
	const keys: Row = [
		{text: 'r', role: 'accent'},
		{text: '  ask again now     '},
		{text: 'd', role: 'accent'},
		{text: '  details'},
	];
	if (frame.width < 60 || frame.height < 4) return sentences([[mark, {text: troubleWords(error)}]], frame);
	const hint: Row[] = error.hint === null ? [] : [[{text: error.hint, role: 'dim'}]];
	return sentences([[mark, {text: error.message}], ...hint, keys], frame);
};

/** Old values stay, and read as old. */
const faded = (rows: readonly Row[]): readonly Row[] =>
	rows.map(row =>
		row.map(
			(span): Span => ({...span, role: span.role === 'accent' && span.text.trim().length === 1 ? 'accent' : 'dim'}),
		),
	);

type Body = {readonly model: PaneModel; readonly asOf: number | null};

const without = (rows: readonly Row[], headings: readonly Heading[] = []): PaneModel => ({
	headings,
	note: '',
	rows,
	keys: [],
});

/** What a reading looks like inside its frame: waiting, failed and old alike for all panes. */
const bodyOf = <Data>(pane: Pane<Data>, reading: Reading<Data>, frame: Frame, view: View): Body => {
	const headings = pane.headings?.(frame) ?? [];
	if (reading.state === 'waiting') {
		return {
			model: without(sentences([[{text: waitingWords(pane.rhythm, view), role: 'dim'}]], frame), headings),
			asOf: null,
		};
	}
	const data = reading.state === 'ready' ? reading.data : null;
	const replaced = reading.trouble && pane.replace?.(data, reading.trouble, frame);
	if (replaced) return {model: without(replaced, headings), asOf: null};
	if (reading.state === 'failed') return {model: without(failedRows(reading.trouble, frame), headings), asOf: null};
	const model = pane.model(reading.data, frame);
	if (!isOld(reading, everySeconds(pane.rhythm, view.state), view.now)) return {model, asOf: null};
	return {model: {...model, rows: faded(model.rows)}, asOf: reading.at};
};

const ruleWords = (title: string, {model, asOf}: Body, slot: Slot, frame: Frame): readonly RuleWord[] => {
	const {at} = insets[slot.form];
	const headings = model.headings.map(
		(heading): RuleWord => ({at: heading.at + at, span: {text: heading.text, role: 'dim'}}),
	);
	const note = atEnd({text: model.note, role: 'dim'}, slot.width, slot.form === 'box' ? 2 : 1);
	if (asOf === null) return [...headings, note];
	const old: Span = {text: `as of ${formatWhen(asOf, frame.now, frame.zone)}`, role: 'warn'};
	return [{at: textWidth(title) + 6, span: old}, ...headings, note];
};

const side = (text: string): Span => ({text, role: 'dim'});

/** Exactly `height` rows, each exactly as wide as the slot. */
const framed = (title: string, body: Body, slot: Slot, height: number, frame: Frame): readonly Row[] => {
	const {glyphs} = frame;
	const {box} = glyphs;
	const isBox = slot.form === 'box';
	const [topLeft, topRight] = frame.focused ? box.focusCorners : box.corners;
	const rule = titleRule({
		title,
		focused: frame.focused,
		words: ruleWords(title, body, slot, frame),
		width: slot.width,
		glyphs,
		...(isBox ? {corners: [topLeft, topRight] as const} : {}),
	});
	const inside = Array.from({length: frame.height}, (_, index): Row => {
		const row = fitRow(body.model.rows[index] ?? [], frame.width, glyphs.cut);
		return isBox ? [side(`${box.side} `), ...row, side(` ${box.side}`)] : row;
	});
	const [, , bottomLeft, bottomRight] = box.corners;
	const bottom: Row = [side(`${bottomLeft}${box.rule.repeat(Math.max(0, slot.width - 2))}${bottomRight}`)];
	return [rule, ...inside, ...(isBox ? [bottom] : [])].slice(0, height);
};

/** A pane as one line: `─ 2 Hours ── ▁▁▂▇ ── most 21 ─`. */
const lineOf = <Data>(pane: Pane<Data>, reading: Reading<Data>, slot: Slot, frame: Frame): Row => {
	const {glyphs} = frame;
	const short = frame.windowClass === 'small' || frame.windowClass === 'tiny';
	const title = `${pane.digit} ${short ? pane.short : pane.title}`;
	const brief = reading.state === 'ready' ? pane.brief(reading.data, frame) : null;
	const trouble = reading.state === 'failed' ? reading.trouble : null;
	const words = trouble ? troubleWords(trouble.error) : brief ? '' : 'waiting';
	const body: Row = brief?.body ?? [{text: words, role: trouble ? 'bad' : 'dim'}];
	const [line, role] = frame.focused
		? ([glyphs.box.heavyRule, 'accent'] as const)
		: ([glyphs.box.rule, 'dim'] as const);
	const gap: Span = {text: ` ${line}${line} `, role};
	const head: Row = frame.focused
		? [{text: line, role}, {text: `[${title}]`, role: 'title'}, gap]
		: [{text: line, role}, {text: ` ${title}`}, gap];
	const note: Row =
		brief && brief.note !== '' ? [{text: ' '}, {text: brief.note, role: 'dim'}, {text: ` ${line}`, role}] : [];
	const free = slot.width - rowWidth(head) - rowWidth(body) - 1;
	if (free < 1)
		return fitRow([...head, ...fitRow(body, Math.max(0, free + rowWidth(body)), glyphs.cut)], slot.width, glyphs.cut);
	const end = free > rowWidth(note) ? note : [];
	return fitRow(
		[...head, ...body, {text: ` ${line.repeat(free - rowWidth(end))}`, role}, ...end],
		slot.width,
		glyphs.cut,
	);
};

/** A pane in its slot, `height` rows of the slot's width. */
export const drawPane = <Id extends PaneId>(
	id: Id,
	slot: Slot,
	height: number,
	windowClass: WindowClass,
	view: View,
): readonly Row[] => {
	const pane = paneOf(id);
	const reading = readingOf(view.readings, id);
	const frame = frameOf(id, slot, height, windowClass, view);
	if (slot.form === 'line') return [lineOf(pane, reading, slot, frame)];
	return framed(`${pane.digit} ${pane.title}`, bodyOf(pane, reading, frame, view), slot, height, frame);
};

/** The keys of a pane's rows, in the order of the screen: what the cursor moves over. */
export const rowKeys = <Id extends PaneId>(
	id: Id,
	slot: Slot,
	height: number,
	windowClass: WindowClass,
	view: View,
): readonly string[] => {
	const reading = readingOf(view.readings, id);
	if (reading.state !== 'ready') return [];
	return paneOf(id).model(reading.data, frameOf(id, slot, height, windowClass, view)).keys;
};
