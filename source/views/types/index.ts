import {textWidth} from '../../canvas/widths.ts';
import {concurrentSeries, type Graph, isNothing} from '../../domain/plays/graph.ts';
import {graphJson, graphTable} from '../plan/graph-view.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {defineView, type Line, type Step} from '../plan/view.ts';
import {amount, amountWords, nothingWords, personName, sentence, sentenceRows, windowWords} from '../plan/words.ts';
import {whyJson, whyWords} from '../streams/why.ts';
import {askTypes, beforeWords, pointsFor, type Types, ways, wholeOf} from './data.ts';
import {sharesOf, typeRows} from './rows.ts';
import {noteOf} from './words.ts';

/** "play 62  stream 16  transcode 22 %", or three counts. */
const lineOf = (data: Types, {width, query, glyphs}: Canvas): Line => {
	if (wholeOf(data) === 0) return {body: [{text: 'nothing played'}], note: ''};
	const shares = sharesOf(data);
	const words = (isShort: boolean): string =>
		ways
			.map(({short, name}, index) => {
				const share = shares[index];
				const isLast = index === ways.length - 1;
				const number = share && (isLast ? share : share.replace(/ %$/, ''));
				const value = data.parts[index]?.value ?? 0;
				return `${isShort ? short : name} ${number || amount(value, query.measure, glyphs)}`;
			})
			.join('  ');
	return {body: [{text: textWidth(words(false)) < width - 22 ? words(false) : words(true)}], note: ''};
};

/** With the most streams at once behind them, as the command has always had it. */
const withMost = ({graph, most}: Types): Graph => ({
	...graph,
	series: [...graph.series, {name: concurrentSeries, values: graph.categories.map((_, index) => most[index] ?? null)}],
});

/** "3 points less than in the 30 days before". */
const spokenPoints = (points: number | undefined, voice: Scene): string => {
	if (points === undefined) return '';
	if (points === 0) return `as in ${beforeWords(voice)}`;
	const size = Math.abs(points);
	return `${size} ${size === 1 ? 'point' : 'points'} ${points > 0 ? 'more' : 'less'} than in ${beforeWords(voice)}`;
};

const spokenPeople = 5;

const whoSentence = ({who}: Types, {query, glyphs, names}: Scene): readonly string[] => {
	const people = who.first
		.slice(0, spokenPeople)
		.map(({name, value}) => `${personName(name, names)} ${amount(value, query.measure, glyphs)}`);
	return people.length === 0 ? [] : [sentence(`Transcodes by user: ${people.join(', ')}`)];
};

const opened = (key: string, {parts}: Types): Step | null => {
	const part = parts.find(({id}) => id === key);
	if (part) return {view: 'history', where: {decision: [{id: part.id, name: part.name}]}};
	const [from = '', to = from] = key.split('/');
	return {view: 'history', window: {from, to}};
};

/** What it costs: direct play, direct stream, transcode. */
export const types = defineView<Types>({
	name: 'types',
	title: 'Stream types',
	short: 'Types',
	summary: 'direct play, direct stream and transcode by date, with the most streams at once',
	help: 'Why streams were transcoded is a reading of the facts, since Plex gives no reason. Of each that tautop saw, the first that holds: limit (a quality below Original was chosen, and less is sent than the file has), subtitles (burned in), codec (the picture is transcoded without these two), sound (the sound is transcoded), container (none of them).',
	takes: {window: 'any', past: true, measure: ['plays', 'duration'], narrowing: true},
	running: true,
	ask: askTypes,
	coverage: ({coverage}) => coverage,
	draw: (data, canvas) => {
		const note = noteOf(data, canvas);
		if (isNothing(data.graph)) return {note, keys: [], rows: sentenceRows([[{text: nothingWords(canvas)}]], canvas)};
		return {note, ...typeRows(data, canvas)};
	},
	line: lineOf,
	says: (data, voice) => {
		if (isNothing(data.graph)) return [nothingWords(voice)];
		const {query, glyphs} = voice;
		const shares = sharesOf(data);
		const points = pointsFor(data);
		return [
			`Of ${amountWords(wholeOf(data), query.measure, glyphs)} in ${windowWords(query.window, voice)}:`,
			...data.parts.map(({name, value}, index) =>
				sentence(
					`${name} ${shares[index] ?? ''}`.trim(),
					amountWords(value, query.measure, glyphs),
					spokenPoints(points?.[index], voice),
				),
			),
			...whoSentence(data, voice),
			...(data.why && data.why.seen > 0 ? [sentence(whyWords(data.why))] : []),
		];
	},
	json: data => ({
		...graphJson(withMost(data)),
		before: data.before && Object.fromEntries(ways.map(({id}, index) => [id, data.before?.[index] ?? 0])),
		why: whyJson(data.why),
	}),
	table: data => graphTable('date', withMost(data)),
	enter: opened,
});
