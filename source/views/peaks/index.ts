import {formatCategory} from '../../canvas/clock.ts';
import {plural} from '../../canvas/format.ts';
import {isNothing, type PeaksAnswer, type TruePeakDays} from '../../domain/plays/graph.ts';
import type {Json} from '../../export/json.ts';
import {graphJson, graphTable} from '../plan/graph-view.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {defineView, type Line} from '../plan/view.ts';
import {sentence, sentenceRows, windowWords} from '../plan/words.ts';
import {highestOf} from './highest.ts';
import {all, chartRows, factRow, liveCount, noteOf, ownRows, transcode} from './rows.ts';

const nothing = (scene: Scene): string => `No stream in ${windowWords(scene.query.window, scene)}.`;

const highestJson = ({highest}: PeaksAnswer): Json =>
	highest &&
	Object.fromEntries(
		Object.entries(highest).map(([name, {count, startedAt, stoppedAt}]) => [
			name,
			{count, started: startedAt, stopped: stoppedAt},
		]),
	);

const ownJson = (own: TruePeakDays): Json => ({
	categories: own.categories,
	counts: own.counts,
	at: own.most.map(most => most?.at ?? null),
	hours: {counts: own.hours.map(hour => hour?.count ?? 0), at: own.hours.map(hour => hour?.at ?? null)},
});

/** Now, and the highest. */
const lineOf = (peaks: PeaksAnswer, canvas: Canvas): Line => {
	const {count, when} = highestOf(peaks, all.series, canvas);
	const live = liveCount(all, canvas.live);
	if (live !== null && live > count) return {body: [{text: `now ${live}: a record, before ${count}`}], note: ''};
	return {body: [{text: live === null ? `most ${count}` : `now ${live}, most ${count}`}], note: when};
};

/** How busy the server is at most: the peak of today is at least the streams of now. */
export const peaks = defineView<PeaksAnswer>({
	name: 'peaks',
	title: 'Peak streams',
	short: 'Peaks',
	summary: 'most streams at once, by date, and the highest of all',
	takes: {window: 'any', past: true, narrowing: true},
	running: true,
	ask: ({sources, query, signal}) => sources.peaks({window: query.window, where: query.where}, signal),
	coverage: ({coverage}) => coverage,
	draw: (found, canvas) => {
		const base = {note: noteOf(canvas), keys: found.categories};
		if (isNothing(found)) return {...base, keys: [], rows: sentenceRows([[{text: nothing(canvas)}]], canvas)};
		if (canvas.height < 6) {
			return {...base, rows: [factRow(all, found, canvas), factRow(transcode, found, canvas)].slice(0, canvas.height)};
		}
		const own = canvas.height >= 16 ? ownRows(found, canvas) : [];
		const height = Math.min(canvas.height - own.length, canvas.form === 'report' ? 14 : 30);
		return {...base, rows: [...chartRows(found, canvas, height), ...own]};
	},
	line: lineOf,
	says: (found, voice) => {
		if (isNothing(found)) return [nothing(voice)];
		const most = highestOf(found, all.series, voice);
		const transcodes = highestOf(found, transcode.series, voice);
		const {glyphs} = voice;
		const live = liveCount(all, voice.live);
		return [
			sentence(
				`At most ${plural(most.count, 'stream', 'streams', glyphs)} at once in ${windowWords(voice.query.window, voice)}`,
				most.when,
				live === null ? '' : `now ${live}`,
			),
			transcodes.count === 0
				? 'No transcodes.'
				: sentence(`At most ${plural(transcodes.count, 'transcode', 'transcodes', glyphs)}`, transcodes.when),
		];
	},
	json: found => ({
		...graphJson(found),
		highest: highestJson(found),
		true_peaks: ownJson(found.own),
	}),
	table: found => graphTable('date', found),
	enter: key => ({view: 'day', subject: {id: key, name: formatCategory(key)}}),
});
