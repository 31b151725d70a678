import {plural} from '../../canvas/format.ts';
import {isNothing, type PeaksAnswer} from '../../domain/plays/graph.ts';
import {handful} from '../../domain/plays/handful.ts';
import {beatenBy} from '../../stats/records.ts';
import {graphTable} from '../plan/graph-view.ts';
import {type Own, type Switch, switchValue} from '../plan/own.ts';
import type {Canvas, Scene, Voice} from '../plan/scene.ts';
import {defineView, type Line} from '../plan/view.ts';
import {sentence, sentenceRows, windowWords} from '../plan/words.ts';
import {askPeaks, type PeaksData, shownIn} from './data.ts';
import {hoursGraph, hoursJson, peaksJson} from './json.ts';
import {highestDays, withNow} from './moments.ts';
import {dayRows, hourRows, noteOf, smallRows} from './rows.ts';
import {
	dayName,
	highestOf,
	hourKeys,
	hourWords,
	leastParts,
	liveOf,
	recordSentence,
	usualWords,
	when,
} from './words.ts';

const by: Switch = {
	id: 'by',
	action: 'draw',
	values: ['date', 'hour'],
	asks: false,
	flag: {name: 'by', takes: 'value', summary: 'the most of each'},
};

const isByHour = ({own}: {readonly own: Own}): boolean => switchValue(own, by) === 'hour';

const nothing = (scene: Scene): string => `No stream in ${windowWords(scene.query.window, scene)}.`;

const isEmpty = (found: PeaksAnswer): boolean =>
	isNothing(found) && found.own.counts.every(count => count === 0) && highestOf(found.own.most) === null;

/** Now, and the highest. */
const lineOf = (found: PeaksAnswer, canvas: Canvas): Line => {
	const now = liveOf(canvas)?.streamCount ?? null;
	const beaten = beatenBy(now, found.records.streams);
	if (beaten) return {body: [{text: `now ${now}: a record, before ${beaten.count}`}], note: ''};
	const most = highestOf(found.own.most)?.count ?? 0;
	const high = found.plays < handful ? `${most} at once` : `most ${most}`;
	return {
		body: [{text: now === null ? high : `now ${now}, ${high}`}],
		note: canvas.width < 60 ? '' : usualWords(found, canvas),
	};
};

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

const spoken = (found: PeaksAnswer, voice: Voice): readonly string[] => {
	const {own, records} = found;
	const {glyphs, query} = voice;
	const [high, transcodes] = [highestOf(own.most), highestOf(own.transcodes)];
	const live = liveOf(voice);
	const most = plural(high?.count ?? 0, 'stream', 'streams', glyphs);
	const more = [recordSentence(high, records.streams, live?.streamCount ?? null, voice), usualWords(found, voice)];
	return [
		sentence(
			`At most ${most} at once in ${windowWords(query.window, voice)}`,
			high ? when(high.at, voice) : '',
			live ? `now ${live.streamCount}` : '',
		),
		transcodes
			? sentence(`At most ${plural(transcodes.count, 'transcode', 'transcodes', glyphs)}`, when(transcodes.at, voice))
			: 'No transcodes.',
		...[...more, leastParts(found, voice).join(', ')].filter(Boolean).map(words => sentence(capital(words))),
	];
};

/** Until the cursor is moved it is where the words are: at the day with the most. */
const startOf = (found: PeaksAnswer, scene: Scene): number => {
	const [highest] = highestDays(withNow(found, scene), 1);
	return highest?.day ?? found.own.categories.length - 1;
};

/** Hours are opened by the plays that began in them. */
const enterHour = (key: string) => ({
	view: 'history',
	where: {hour: [{id: String(Number(key)), name: `${key}:00`}]},
});

/** How busy the server is at most: the peak of today is at least the streams of now. */
export const peaks = defineView<PeaksData>({
	name: 'peaks',
	title: 'Peak streams',
	short: 'Peaks',
	summary: 'most streams at once, by date or by hour, what is usual, and records',
	takes: {window: 'any', past: true, narrowing: true},
	running: true,
	keys: {switches: [by]},
	ask: askPeaks,
	coverage: ({coverage}) => coverage,
	draw: (data, canvas) => {
		const {found, days} = shownIn(data, canvas);
		const isHours = isByHour(canvas);
		const keys = isHours ? hourKeys : found.own.categories;
		const start = isHours ? 0 : startOf(found, canvas);
		const base = {note: noteOf(canvas, isHours ? 'hour' : 'day', days), keys, start};
		if (isEmpty(found)) return {...base, keys: [], rows: sentenceRows([[{text: nothing(canvas)}]], canvas)};
		if (canvas.height < 6) return {...base, rows: smallRows(found, canvas)};
		return {...base, rows: isHours ? hourRows(found, canvas) : dayRows(found, canvas)};
	},
	line: lineOf,
	says: (found, voice) => {
		if (isEmpty(found)) return [nothing(voice)];
		if (isByHour(voice)) return hourKeys.map((_, hour) => sentence(hourWords(found, hour, voice)));
		return spoken(found, voice);
	},
	json: (found, scene) => (isByHour(scene) ? hoursJson(found) : peaksJson(found)),
	table: (found, scene) => (isByHour(scene) ? graphTable('hour', hoursGraph(found)) : graphTable('date', found)),
	enter: (key, _, scene) => (isByHour(scene) ? enterHour(key) : {view: 'day', subject: {id: key, name: dayName(key)}}),
});
