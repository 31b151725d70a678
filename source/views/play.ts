import {formatClock, formatDay, formatDayClock, type Zone} from '../canvas/clock.ts';
import {formatMegabits} from '../canvas/format.ts';
import type {Row} from '../canvas/row.ts';
import {AppError} from '../domain/app-error.ts';
import type {Play, StreamData} from '../domain/plays/play.ts';
import type {SeenStream} from '../domain/streams/seen-stream.ts';
import {shownTitle} from '../domain/text/text.ts';
import {howWord, playTitle} from './history/columns.ts';
import {left} from './plan/cells.ts';
import {playerName} from './plan/player-name.ts';
import type {Scene} from './plan/scene.ts';
import {defineView} from './plan/view.ts';
import {personName, sentence, time} from './plan/words.ts';
import {seenFacts, seenRecord, sentRecord} from './streams/seen.ts';
import {orUnseen} from './streams/why.ts';

/** `seen`: what tautop saw while it ran; null: nothing. */
type OnePlay = {readonly play: Play; readonly stream: StreamData | null; readonly seen: SeenStream | null};

const kbps = (value: number | null): string => (value === null ? '' : `${formatMegabits(value)} Mb/s`);

/** What a stream made of the file. */
const change = (one: string, two: string, arrow: string): string =>
	two === '' || one === two ? one : `${one} ${arrow} ${two}`;

/** From when to when; the day once where it is one. */
const whenWords = ({startedAt, stoppedAt}: Play, zone: Zone): string => {
	const dayOf = (at: number | null): string => (at === null ? '' : formatDay(at, zone));
	const stop = stoppedAt === null ? '' : formatClock(stoppedAt, zone);
	const isOneDay = dayOf(startedAt) === dayOf(stoppedAt);
	const start = startedAt === null ? '' : formatDayClock(startedAt, zone);
	return [start, isOneDay ? stop : `${dayOf(stoppedAt)} ${stop}`.trim()].filter(Boolean).join(' to ');
};

/** Facts with their names, in the order of interest; empty ones are left out. */
const factsOf = (
	{play, stream, seen}: OnePlay,
	scene: Scene,
	arrow: string,
): ReadonlyArray<readonly [string, string]> => {
	const {zone, names} = scene;
	const facts: ReadonlyArray<readonly [string, string]> = [
		['who', personName(play.user, names)],
		['when', whenWords(play, zone)],
		[
			'played',
			[time(play.playedSeconds), play.percentComplete === null ? '' : `${play.percentComplete} %`]
				.filter(Boolean)
				.join('   '),
		],
		['how', howWord(play.transcodeDecision)],
		[
			'picture',
			stream
				? change(
						`${stream.sourceVideo} ${stream.sourceResolution}`.trim(),
						`${stream.streamVideo} ${stream.streamResolution}`.trim(),
						arrow,
					)
				: '',
		],
		['sound', stream ? change(stream.sourceAudio, stream.streamAudio, arrow) : ''],
		['rate', stream ? change(kbps(stream.sourceKbps), kbps(stream.streamKbps), arrow) : ''],
		['player', [playerName(play.player, names), play.product, play.platform].filter(Boolean).join('   ')],
		['network', play.location.toUpperCase()],
		...(seen ? seenFacts(seen, scene, arrow) : []).map(
			([name, words]) => [name, words.filter(Boolean).join('   ')] as const,
		),
	];
	return facts.filter(([, words]) => words !== '');
};

const record = ({play, stream, seen}: OnePlay) => ({
	row_id: play.rowId,
	reference_id: play.referenceId,
	started: play.startedAt,
	stopped: play.stoppedAt,
	duration: play.playedSeconds,
	user: play.user,
	full_title: play.fullTitle,
	transcode_decision: play.transcodeDecision,
	percent_complete: play.percentComplete,
	player: play.player,
	product: play.product,
	platform: play.platform,
	network: play.location,
	source_video_codec: stream?.sourceVideo ?? null,
	source_resolution: stream?.sourceResolution ?? null,
	source_kbps: stream?.sourceKbps ?? null,
	stream_video_codec: stream?.streamVideo ?? null,
	stream_resolution: stream?.streamResolution ?? null,
	stream_kbps: stream?.streamKbps ?? null,
	...sentRecord(seen),
	...seenRecord(seen),
});

/** How one play went: what the mirror knows of it, and what Tautulli says of its stream. */
export const play = defineView<OnePlay>({
	name: 'play',
	title: 'One play',
	short: 'Play',
	summary: 'one play: who, when, how exactly, and whether it stalled',
	takes: {subject: {usage: 'ROW_ID', kind: 'row'}},
	ask: async ({sources, query, signal}) => {
		const rowId = Number(query.subject?.id);
		const [found, stream, seen] = await Promise.all([
			sources.play({rowId}, signal),
			// What it was converted to is a help; the play stands without it.
			orUnseen(sources.streamData({rowId}, signal)),
			orUnseen(sources.seenStreams({rowIds: [rowId]}, signal)),
		]);
		if (found) return {play: found, stream, seen: seen?.[0] ?? null};
		throw new AppError('not-found', `No play has the row id ${query.subject?.id ?? ''}.`, {
			hint: 'tautop history --json has them.',
		});
	},
	draw: (data, canvas) => {
		const title: Row = [{text: `  ${playTitle(data.play)}`, role: 'bold'}];
		const facts = factsOf(data, canvas, canvas.glyphs.arrow).map(
			([name, words]): Row => [{text: '  '}, left(name, 10, canvas.glyphs, 'dim'), {text: words}],
		);
		const unknown = [
			data.stream ? '' : 'what it was converted to is not known',
			data.seen ? '' : 'tautop did not see it run: whether it stalled is not known',
		];
		const missing = unknown.filter(Boolean).map((text): Row => [{text: `  ${text}`, role: 'dim'}]);
		return {rows: [title, ...facts, ...missing].slice(0, canvas.height), note: '', keys: [String(data.play.rowId)]};
	},
	says: (data, voice) => [
		sentence(
			`${personName(data.play.user, voice.names)} watched ${playTitle(data.play)}`,
			...factsOf(data, voice, 'to')
				.slice(1)
				.map(([name, words]) => `${name} ${words}`),
		),
	],
	json: record,
	table: data => ({columns: Object.keys(record(data)), rows: [Object.values(record(data))]}),
	enter: (_, {play: {grandparentRatingKey, ratingKey, grandparentTitle, fullTitle}}) => {
		const key = grandparentRatingKey || ratingKey;
		return key === '' ? null : {view: 'title', subject: {id: key, name: shownTitle(grandparentTitle || fullTitle)}};
	},
	user: (_, {play: {userId, user}}, {names}) =>
		userId === null ? null : {id: String(userId), name: personName(user, names)},
});
