import {formatClock, formatWhen} from '../../canvas/clock.ts';
import {plural} from '../../canvas/format.ts';
import type {Json} from '../../export/json.ts';
import type {Voice} from '../plan/scene.ts';
import {defineView} from '../plan/view.ts';
import {sentence} from '../plan/words.ts';
import {askStatus, named, type StatusData} from './data.ts';
import {statusLine} from './line.ts';
import {drawStatus} from './model.ts';
import {serverSentence} from './server-sentences.ts';

const storedSentences = ({local: {database}}: StatusData, {glyphs}: Voice): readonly string[] => {
	const {snapshots, trouble, warnings} = database;
	if (trouble) return ['Nothing is kept.', trouble.message, trouble.hint ?? ''].filter(Boolean);
	if (snapshots === null) return ['Nothing is kept.'];
	return [`${plural(snapshots, 'snapshot', 'snapshots', glyphs)} in the database.`, ...warnings];
};

const runSentence = ({local: {collector}}: StatusData, {now, zone}: Voice): string => {
	const {last, lastCollected, lastFailed, next} = collector;
	const run = last === null ? 'Nothing collected yet' : `Collected ${formatWhen(last, now, zone)}`;
	const counts = lastCollected === null ? '' : `${lastCollected} of ${lastCollected + (lastFailed ?? 0)}`;
	return sentence(run, counts, next === null ? '' : `next ${formatClock(next, zone)}`);
};

const listeningSentences = ({local: {listening}}: StatusData, {servers}: Voice): readonly string[] => {
	if (listening === null || servers.plex.state !== 'up') return [];
	return [listening ? 'Plex tells what happens as it happens.' : 'Streams are asked for every few seconds.'];
};

const facts = ({local: {database, collector, history, listening}}: StatusData): {readonly [name: string]: Json} => ({
	snapshots: database.snapshots,
	collected: collector.last,
	next: collector.next,
	plays: history?.plays ?? null,
	complete: history?.complete ?? null,
	listening,
});

/** Are both servers, the database and the collector well; the last events. As a page: runs and events. */
export const status = defineView<StatusData>({
	name: 'status',
	title: 'Status',
	summary: 'both servers, the database and the collector',
	takes: {},
	pace: 'health',
	more: 'events',
	ask: askStatus,
	draw: (data, canvas) => drawStatus(named(data, canvas), canvas),
	line: (data, canvas) => statusLine(named(data, canvas), canvas),
	says: (data, voice) => [
		serverSentence('tautulli', voice),
		serverSentence('plex', voice),
		...listeningSentences(data, voice),
		...(voice.standing.clock === null ? [] : [`The clocks differ: ${voice.standing.clock}.`]),
		...storedSentences(data, voice),
		runSentence(data, voice),
		...named(data, voice)
			.events.slice(0, 3)
			.map(({at, text}) => sentence(`${formatWhen(at, voice.now, voice.zone)} ${text}`)),
	],
	json: facts,
	table: data => ({
		columns: ['name', 'value'],
		rows: Object.entries(facts(data)).map(([name, value]) => [name, typeof value === 'object' ? null : value]),
	}),
});
