import {formatCount} from '../../../canvas/format.ts';
import type {Row} from '../../../canvas/row.ts';
import {shownTitle} from '../../../domain/text.ts';
import {amount, cursorIndex, daysWords, sentences} from '../../components/cells.ts';
import type {Brief, Frame, PaneModel} from '../../components/pane.ts';
import {boardRows} from './board.ts';
import {type CollectionsData, keyOf} from './data.ts';
import {detailRows} from './detail.ts';
import {measure, shownRows} from './rows.ts';

const sortWords = (data: CollectionsData, {sort}: Frame): string => {
	if (sort !== 'rank') return `by ${sort === 'name' ? 'name' : 'plays per item'}`;
	return data.yAxis === 'duration' ? 'by hours' : 'by plays';
};

const kinds: Readonly<Record<string, string>> = {movie: 'films', show: 'shows'};

const noteOf = (count: number, data: CollectionsData, frame: Frame): string => {
	const filters = [
		data.mediaType === null ? '' : (kinds[data.mediaType] ?? data.mediaType),
		frame.homeOnly ? 'on Home only' : '',
		frame.width >= 54 ? formatCount(count, frame.glyphs) : '',
		daysWords(data.board.days),
	];
	return `${[...filters, sortWords(data, frame)].filter(Boolean).join(', ')} ${frame.glyphs.sorted}`;
};

const emptyWords = (data: CollectionsData, frame: Frame): readonly Row[] => {
	if (data.board.collectedAt !== null && (data.mediaType !== null || frame.homeOnly)) {
		return [[{text: 'No collection passes this filter.'}]];
	}
	const collect: Row = [{text: 'c', role: 'accent'}, {text: '  collect now'}];
	const timer: Row = [{text: '   or run  tautop collect  from a timer', role: 'dim'}];
	const hints: readonly Row[] = frame.width >= 60 ? [[...collect, ...timer]] : [collect, timer];
	return [[{text: 'No snapshots yet.'}], ...hints];
};

/** Rows of the detail below the zoomed board: none where the board would have too few. */
const detailHeight = ({zoomed, height}: Frame): number =>
	zoomed && height >= 15 ? Math.max(9, Math.floor(height * 0.5)) : 0;

/** What earns its place: collections by plays or hours; zoomed, the selected one and its trend. */
export const collectionsModel = (data: CollectionsData, frame: Frame): PaneModel => {
	const rows = shownRows(data.board.rows, frame);
	const keys = rows.map(keyOf);
	const base = {headings: [], note: noteOf(rows.length, data, frame), keys};
	if (rows.length === 0) return {...base, rows: sentences(emptyWords(data, frame), frame)};
	const lower = detailHeight(frame);
	const selected = rows[Math.max(0, cursorIndex(frame, keys))];
	const board = boardRows(rows, data, frame, frame.height - lower);
	return {...base, rows: selected && lower > 0 ? [...board, ...detailRows(selected, data, frame, lower)] : board};
};

/** As one line: the first of the board. */
export const collectionsBrief = (data: CollectionsData, frame: Frame): Brief => {
	const [first, ...others] = shownRows(data.board.rows, frame);
	if (!first) return {body: [{text: 'no snapshots yet'}], note: ''};
	const count = amount(measure(first, data.yAxis), data.yAxis, frame.glyphs);
	return {
		body: [{text: `${first.rank} ${shownTitle(first.snapshot.collectionName)} ${count}`}],
		note: others.length === 0 ? '' : `+${others.length} more`,
	};
};
