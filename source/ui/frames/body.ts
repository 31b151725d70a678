import type {Row, Span} from '../../canvas/row.ts';
import {sentences} from '../components/cells.ts';
import type {Frame, Heading, Pane, PaneModel, Rhythm} from '../components/pane.ts';
import type {Reading, Trouble} from '../components/reading.ts';
import {troubleWords} from '../trouble-words.ts';
import {everySeconds, isOld, type View} from '../view.ts';

const waitingWords = (rhythm: Rhythm, {state}: View): string => {
	if (!state.settings) return 'starting';
	const isServers = rhythm === 'refresh' || rhythm === 'graph';
	return isServers ? `waiting for Tautulli at ${state.settings.tautulliUrl}` : 'reading the database';
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

/** What stands inside a frame, and of when it is; null: it is fresh. */
export type Body = {readonly model: PaneModel; readonly asOf: number | null};

const without = (rows: readonly Row[], headings: readonly Heading[] = []): PaneModel => ({
	headings,
	note: '',
	rows,
	keys: [],
});

/** What a reading looks like inside its frame: waiting, failed and old alike for all panes. */
export const bodyOf = <Data>(pane: Pane<Data>, reading: Reading<Data>, frame: Frame, view: View): Body => {
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
