import {fitRow, type Row} from '../../canvas/row.ts';
import type {Session} from '../../domain/session.ts';
import type {Canvas} from '../plan/scene.ts';
import {widths} from './columns.ts';
import {fullDetail, shortDetail, sideDetail} from './detail.ts';
import {stallFacts} from './facts.ts';
import type {StreamNotes} from './notes.ts';
import {drawStrip, type Strip, stripRows} from './strip.ts';

/** The stream that the details are of. */
export type Chosen = {readonly session: Session; readonly notes: StreamNotes};

/** A strip is not made higher than this: more rows say no more. */
const mostRows = ({form}: Canvas): number => (form === 'page' ? 16 : 9);

/** Rows from which all facts are shown, and rows of a strip from which they are beside it. */
const [fullFrom, fullBeside] = [17, 12];

/** Cells of the details beside a strip, at least. */
const besideCells = 40;
const besideGap = 4;

const strips = (strip: Strip | null, rows: number, canvas: Canvas): readonly Row[] =>
	strip === null || rows < 1 ? [] : stripRows(strip, Math.min(rows, mostRows(canvas)), canvas);

const full = ({session, notes}: Chosen, canvas: Canvas): readonly Row[] =>
	fullDetail(session, notes, canvas, stallFacts(session, notes, canvas));

/** The strip, and the details beside it; empty where they have no room. */
const besides = (strip: Strip, chosen: Chosen, free: number, canvas: Canvas): readonly Row[] => {
	const rows = Math.min(free, mostRows(canvas));
	const hasWords = canvas.width >= 180;
	const chartRoom = Math.min(canvas.width - besideCells - besideGap, hasWords ? 184 : 96);
	const drawn = drawStrip(strip, rows, chartRoom, true, canvas);
	if (!drawn) return [];
	const wordCells = hasWords ? Math.max(...drawn.words.map(({length}) => length)) + 2 : 0;
	const at = drawn.chart + wordCells + besideGap;
	const room = canvas.width - at - 1;
	const detail =
		rows >= fullBeside
			? full(chosen, {...canvas, width: room})
			: sideDetail(chosen.session, chosen.notes, room, canvas);
	return drawn.rows.map((row, index): Row => {
		const beside = detail[index];
		const words: Row = wordCells === 0 ? [] : [{text: `  ${drawn.words[index] ?? ''}`, role: 'dim'}];
		const whole: Row = [...fitRow(row, drawn.chart, canvas.glyphs.cut), ...words];
		return beside ? [...fitRow(whole, at, canvas.glyphs.cut), ...beside] : whole;
	});
};

const oneBelow = (detail: readonly Row[], strip: readonly Row[], free: number): readonly Row[] => {
	const rows = [...detail, ...strip];
	return rows.length > 0 && rows.length < free ? [[], ...rows] : rows;
};

/** Where the strip is not known, all rows are for the details. */
const detailsAlone = (chosen: Chosen, free: number, canvas: Canvas): readonly Row[] =>
	free < 6
		? oneBelow([shortDetail(chosen.session, chosen.notes, canvas)], [], free)
		: oneBelow(full(chosen, canvas).slice(0, free), [], free);

/**
 * What stands below the streams in the rows that they leave free: the details of the selected one, and the strip. Where there are few
 * rows the strip goes first, then the details; with reasons in the rows of streams the strip is worth more than a line of details.
 */
export const belowStreams = (
	chosen: Chosen | null,
	strip: Strip | null,
	free: number,
	canvas: Canvas,
): readonly Row[] => {
	if (free < 1 || canvas.width < 40) return [];
	if (!chosen) return oneBelow([], strips(strip, free, canvas), free);
	const {session, notes} = chosen;
	if (strip && canvas.width >= widths.picture && free >= 3) {
		const rows = besides(strip, chosen, free, canvas);
		if (rows.length > 0) return oneBelow([], rows, free);
	}
	const short = shortDetail(session, notes, canvas);
	if (canvas.width >= widths.why && free === 5) {
		const rows = strips(strip, free, canvas);
		if (rows.length > 0) return rows;
	}
	if (free < fullFrom) {
		const rows = strips(strip, free - 1, canvas);
		return rows.length > 0 || free < 6 ? oneBelow([short], rows, free) : detailsAlone(chosen, free, canvas);
	}
	const details = full(chosen, canvas);
	return oneBelow(details, [[], ...strips(strip, free - details.length - 1, canvas)], free);
};
