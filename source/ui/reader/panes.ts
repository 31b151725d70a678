import {formatClock, formatWhen} from '../../canvas/clock.ts';
import {formatShare} from '../../canvas/format.ts';
import {maxOf, minOf} from '../../canvas/resample.ts';
import {concurrentSeries, isNothing, seriesValues, sumOf, sumSeries, withoutPeaks} from '../../domain/graph.ts';
import {streamTypes} from '../../domain/media.ts';
import {shownTitle} from '../../domain/text.ts';
import {daysWords, nothingWords} from '../components/cells.ts';
import {measure, perItem} from '../panes/collections/rows.ts';
import type {PaneData, PaneId} from '../panes/index.ts';
import {ordered} from '../panes/now-playing/order.ts';
import {personName} from '../panes/now-playing/words.ts';
import {highestOf} from '../panes/peaks/highest.ts';
import {serverSentence} from './servers.ts';
import {clockSentence, databaseSentences} from './standing.ts';
import {countSentence, streamSentence} from './streams.ts';
import {countWords, hoursWords, sentence, type Voice} from './voice.ts';

type Amount = (value: number) => string;

const amountIn = (yAxis: 'plays' | 'duration'): Amount =>
	yAxis === 'duration' ? hoursWords : value => countWords(value, 'play', 'plays');

const nowPlaying = ({activity, lastPlay}: PaneData['now-playing'], voice: Voice): readonly string[] => {
	const stoppedAt = lastPlay?.stoppedAt ?? null;
	const quiet = lastPlay
		? [
				sentence(
					stoppedAt === null ? 'Quiet' : `Quiet since ${formatWhen(stoppedAt, voice.now, voice.zone)}`,
					personName(lastPlay.user, voice.names),
					shownTitle(lastPlay.fullTitle),
				),
			]
		: [];
	const streams = ordered(activity.sessions).map(session => streamSentence(session, voice));
	return [countSentence(activity), ...(activity.streamCount === 0 ? quiet : streams)];
};

const hours = ({hours: graph, days, yAxis}: PaneData['hours'], {graphZone}: Voice): readonly string[] => {
	const values = sumSeries(graph);
	if (isNothing(graph)) return [nothingWords(days, yAxis)];
	const all = sumOf(values);
	const amount = amountIn(yAxis);
	const at = (value: number): string => `${graph.categories[values.indexOf(value)] ?? ''}:00`;
	const [most, fewest] = [maxOf(values), minOf(values)];
	return [
		`${amount(all)} in ${daysWords(days)}.`,
		...(most > 0 ? [`Most at ${at(most)}, ${amount(most)}; fewest at ${at(fewest)}, ${amount(fewest)}.`] : []),
		`Hours are in ${graphZone ?? "the server's time"}.`,
	];
};

const types = ({graph, days, yAxis}: PaneData['stream-types']): readonly string[] => {
	if (isNothing(withoutPeaks(graph))) return [nothingWords(days, yAxis)];
	const totals = streamTypes.map(name => sumOf(seriesValues(graph, name)));
	const whole = sumOf(totals.map(total => Math.max(0, total)));
	return [
		`Of ${amountIn(yAxis)(sumOf(totals))} in ${daysWords(days)}:`,
		...streamTypes.map((name, index) =>
			sentence(`${name} ${formatShare(totals[index] ?? 0, whole)}`, amountIn(yAxis)(totals[index] ?? 0)),
		),
	];
};

const peaks = (data: PaneData['peaks'], voice: Voice): readonly string[] => {
	const all = highestOf(data, concurrentSeries, voice);
	if (isNothing(data.peaks)) return [`No stream in ${daysWords(data.days)}.`];
	const transcodes = highestOf(data, 'Transcode', voice);
	return [
		sentence(`At most ${countWords(all.count, 'stream', 'streams')} at once in ${daysWords(data.days)}`, all.when),
		transcodes.count === 0
			? 'No transcodes.'
			: sentence(`At most ${countWords(transcodes.count, 'transcode', 'transcodes')}`, transcodes.when),
	];
};

/** More would be a list that nobody listens to. */
const spokenRows = 10;

const collections = ({board, yAxis}: PaneData['collections']): readonly string[] => {
	if (board.rows.length === 0) return ['No snapshots yet. c collects now.'];
	const rows = board.rows.slice(0, spokenRows).map(row => {
		const items = perItem(row);
		return sentence(
			`${row.rank}`,
			shownTitle(row.snapshot.collectionName),
			amountIn(yAxis)(measure(row, yAxis)),
			items === null ? '' : `${items.toFixed(1)} for each item`,
			row.snapshot.promoted?.home ? 'on your Home' : '',
		);
	});
	const by = yAxis === 'duration' ? 'hours' : 'plays';
	return [
		`${countWords(board.rows.length, 'collection', 'collections')} by ${by} in ${daysWords(board.days)}.`,
		...rows,
		...(board.rows.length > spokenRows ? [`And ${board.rows.length - spokenRows} more.`] : []),
	];
};

const storedSentences = ({
	database: {snapshots, trouble, warnings},
}: PaneData['status']['local']): readonly string[] => {
	if (trouble) return databaseSentences(trouble);
	if (snapshots === null) return ['Nothing is kept.'];
	return [`${countWords(snapshots, 'snapshot', 'snapshots')} in the database.`, ...warnings];
};

const status = ({local, events}: PaneData['status'], voice: Voice): readonly string[] => {
	const {last, lastCollected, lastFailed, next} = local.collector;
	const run = last === null ? 'Nothing collected yet' : `Collected ${formatWhen(last, voice.now, voice.zone)}`;
	const counts = lastCollected === null ? '' : `${lastCollected} of ${lastCollected + (lastFailed ?? 0)}`;
	return [
		serverSentence('tautulli', voice),
		serverSentence('plex', voice),
		...(voice.clockTrouble === null ? [] : [clockSentence(voice.clockTrouble)]),
		...storedSentences(local),
		sentence(run, counts, next === null ? '' : `next ${formatClock(next, voice.zone)}`),
		...events.slice(0, 3).map(({at, text}) => sentence(`${formatWhen(at, voice.now, voice.zone)} ${text}`)),
	];
};

/** What a pane says, a sentence a line. */
export const speakers: {readonly [Id in PaneId]: (data: PaneData[Id], voice: Voice) => readonly string[]} = {
	'now-playing': nowPlaying,
	hours,
	'stream-types': types,
	peaks,
	collections,
	status,
};
