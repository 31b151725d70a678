import type {Row, Span} from '../../canvas/row.ts';
import {asTyped} from '../../domain/command-flags.ts';
import type {Canvas, Drawing} from '../../views/plan/scene.ts';
import type {Pace, Telling} from '../../views/plan/view.ts';
import {sentenceRows} from '../../views/plan/words.ts';
import {type Reading, type Trouble, troubleOf} from '../feeds/reading.ts';
import type {Instance} from '../instances.ts';
import {everySeconds, isOld, type Shell} from '../shell.ts';
import {isPlexAway, troubleWords} from '../trouble-words.ts';
import {drawingOf} from './drawn.ts';

const waitingWords = (pace: Pace, {state, activity}: Shell): string => {
	if (!state.settings) return 'starting';
	// Where the header counts the streams, Tautulli has answered.
	if (pace !== 'live' || activity.state === 'ready') return 'reading the database';
	const {tautulliUrl} = state.settings;
	return tautulliUrl === '' ? 'waiting for Tautulli' : `waiting for Tautulli at ${tautulliUrl}`;
};

/** In full where there is room; the countdown stands in the header only. */
const failedRows = ({error}: Trouble, canvas: Canvas): readonly Row[] => {
	if (error.code === 'waiting') return sentenceRows([[{text: error.message, role: 'dim'}]], canvas);
	const mark: Span = {text: `${canvas.glyphs.bad} `, role: 'bad'};
	const keys: Row = [
		{text: 'r', role: 'bold'},
		{text: '  ask again now     '},
		{text: 'd', role: 'bold'},
		{text: '  details'},
	];
	if (canvas.width < 60 || canvas.height < 4) return sentenceRows([[mark, {text: troubleWords(error)}]], canvas);
	const hint: Row[] = error.hint === null ? [] : [[{text: asTyped(error.hint, canvas.commandFlags), role: 'dim'}]];
	return sentenceRows([[mark, {text: error.message}], ...hint, keys], canvas);
};

/** Old values stay, and read as old; a cell of two colours is a full one (`full`) of none. */
export const faded = (row: Row, full: string): Row =>
	row.map(
		({text, role, over}): Span => ({
			text: over === undefined ? text : full.repeat(text.length),
			role: role === 'accent' ? 'accent' : 'dim',
		}),
	);

/** What stands inside a frame, and of when it is; null: it is fresh. */
export type Body = {readonly drawing: Drawing; readonly asOf: number | null};

const without = (rows: readonly Row[], headings: Drawing['headings'] = []): Drawing => ({
	headings,
	note: '',
	rows,
	keys: [],
});

/** Since when Tautulli or the engine is not heard; null: both are, or it is Plex that is away, which only the streams are of. */
const lostSince = ({activity, state}: Shell, pace: Pace): number | null => {
	if (state.engine) return state.engine.since;
	const trouble = troubleOf(activity);
	// That Tautulli is away is what the status tells.
	return trouble && pace !== 'health' && !isPlexAway(trouble.error) ? trouble.since : null;
};

/** Of when an answer is; null: of now. What was counted here knows nothing that came since either. */
export const asOfWhen = (reading: Reading<unknown>, pace: Pace, shell: Shell): number | null => {
	if (reading.state !== 'ready') return null;
	const lost = lostSince(shell, pace);
	if (lost !== null) return Math.min(lost, reading.at);
	return isOld(reading, everySeconds(pace, shell.state), shell.now) ? reading.at : null;
};

/** What a reading looks like inside its frame: waiting, failed and old alike for all views. */
export const bodyOf = ({view}: Instance, reading: Reading<Telling>, canvas: Canvas, shell: Shell): Body => {
	const headings = view.headings(canvas);
	if (reading.state === 'waiting') {
		const words = waitingWords(view.pace, shell);
		return {drawing: without(sentenceRows([[{text: words, role: 'dim'}]], canvas), headings), asOf: null};
	}
	const told = reading.state === 'ready' ? reading.data : null;
	const replaced = reading.trouble && view.troubled(told, reading.trouble, canvas);
	if (replaced) return {drawing: without(replaced, headings), asOf: null};
	if (reading.state === 'failed') return {drawing: without(failedRows(reading.trouble, canvas), headings), asOf: null};
	const drawing = drawingOf(reading.data, canvas);
	const asOf = asOfWhen(reading, view.pace, shell);
	if (asOf === null) return {drawing, asOf};
	const full = canvas.glyphs.heights.at(-1) ?? '';
	return {drawing: {...drawing, rows: drawing.rows.map(row => faded(row, full))}, asOf};
};
