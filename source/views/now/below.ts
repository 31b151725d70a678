import {fitRow, type Row, rowWidth} from '../../canvas/row.ts';
import type {Session} from '../../domain/session.ts';
import {altered} from '../plan/altered.ts';
import type {Canvas} from '../plan/scene.ts';
import {widths} from './columns.ts';
import {fullDetail, shortDetail, sideDetail} from './detail.ts';
import {stallFacts} from './facts.ts';
import type {StreamNotes} from './notes.ts';
import {drawStrip, type Strip, stripRows} from './strip.ts';

/** A stream that details are of. */
export type Chosen = {readonly session: Session; readonly notes: StreamNotes};

/** A strip is not made higher than this: more rows say no more. */
const mostRows = ({form}: Canvas): number => (form === 'page' ? 16 : 9);

/** Rows from which all facts are shown, and rows of a strip from which they are beside it. */
const [fullFrom, fullBeside] = [17, 12];

/** Cells of the details beside a strip, at least; of one of several that stand side by side. */
const besideCells = 40;
const besideGap = 4;
const cardCells = 72;

const strips = (strip: Strip | null, rows: number, canvas: Canvas): readonly Row[] =>
	strip === null || rows < 1 ? [] : stripRows(strip, Math.min(rows, mostRows(canvas)), canvas);

const full = ({session, notes}: Chosen, canvas: Canvas): readonly Row[] =>
	fullDetail(session, notes, canvas, stallFacts(session, notes, canvas));

/** Blocks of rows side by side, each in so many cells. */
const abreast = (blocks: readonly (readonly Row[])[], cells: number, cut: string): readonly Row[] =>
	Array.from(
		{length: Math.max(0, ...blocks.map(({length}) => length))},
		(_, index): Row => blocks.flatMap(block => fitRow(block[index] ?? [], cells, cut)),
	);

/** All that is known of several streams, in as many columns as have room: what a page has rows for. */
const cards = (chosen: readonly Chosen[], canvas: Canvas): readonly Row[] => {
	const columns = Math.max(1, Math.floor(canvas.width / cardCells));
	const cells = Math.floor(canvas.width / columns);
	const rows: Row[] = [];
	for (let first = 0; first < chosen.length; first += columns) {
		const blocks = chosen.slice(first, first + columns).map(each => full(each, altered(canvas, {width: cells - 1})));
		rows.push([], ...abreast(blocks, cells, canvas.glyphs.cut));
	}
	return rows;
};

/** The strip, and the details beside it; empty where they have no room. */
const besides = (strip: Strip, chosen: Chosen, free: number, canvas: Canvas): readonly Row[] => {
	const most = Math.min(free, mostRows(canvas));
	const hasWords = canvas.width >= 180;
	const room = canvas.width - besideCells - besideGap;
	// The words beside a strip have 22 cells and a gap of two.
	const drawn = hasWords
		? drawStrip(strip, most, Math.min(room, 184 + 24), false, canvas)
		: drawStrip(strip, most, Math.min(room, 96), true, canvas);
	if (!drawn) return [];
	const wordCells = hasWords ? Math.max(...drawn.words.map(rowWidth)) + 2 : 0;
	const at = drawn.chart + wordCells + besideGap;
	const cells = canvas.width - at - 1;
	const detail =
		most >= fullBeside
			? full(chosen, altered(canvas, {width: cells}))
			: sideDetail(chosen.session, chosen.notes, cells, canvas);
	return Array.from({length: Math.min(most, Math.max(drawn.rows.length, detail.length))}, (_, index): Row => {
		const beside = detail[index];
		const words: Row = wordCells === 0 ? [] : [{text: '  '}, ...(drawn.words[index] ?? [])];
		const whole: Row = [...fitRow(drawn.rows[index] ?? [], drawn.chart, canvas.glyphs.cut), ...words];
		return beside ? [...fitRow(whole, at, canvas.glyphs.cut), ...beside] : whole;
	});
};

const apart = (rows: readonly Row[], free: number): readonly Row[] =>
	rows.length > 0 && rows.length < free ? [[], ...rows] : rows;

/** In a few rows: the strip goes first, then the details; where rows tell reasons the strip is worth more than a line of details. */
const few = ({session, notes}: Chosen, strip: Strip | null, free: number, canvas: Canvas): readonly Row[] => {
	if (canvas.width >= widths.why && free === 5) {
		const rows = strips(strip, free, canvas);
		if (rows.length > 0) return rows;
	}
	return apart([shortDetail(session, notes, canvas), ...strips(strip, free - 1, canvas)], free);
};

/**
 * What stands below the streams in the rows that they leave free: details of the selected one, and the strip; on a page those of the
 * `others` too.
 */
export const belowStreams = (
	chosen: Chosen | null,
	others: readonly Chosen[],
	strip: Strip | null,
	free: number,
	canvas: Canvas,
): readonly Row[] => {
	if (free < 1 || canvas.width < 40) return [];
	if (!chosen) return apart(strips(strip, free, canvas), free);
	const more = canvas.form === 'page' ? others : [];
	if (strip && canvas.width >= widths.picture && free >= 3) {
		const rows = besides(strip, chosen, free, canvas);
		if (rows.length > 0) return [...apart(rows, free), ...cards(more, canvas)].slice(0, free);
	}
	const hasStrip = strips(strip, 1, canvas).length > 0;
	if (free < (hasStrip ? fullFrom : 6)) return few(chosen, strip, free, canvas);
	const details = full(chosen, canvas);
	const chart = strips(strip, free - details.length - 1, canvas);
	return [...apart([...details, ...(chart.length > 0 ? [[]] : []), ...chart], free), ...cards(more, canvas)].slice(
		0,
		free,
	);
};
