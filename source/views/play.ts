import {formatClock, formatDay, formatWeekday, type Zone} from '../canvas/clock.ts';
import {formatMegabits, formatMinutes} from '../canvas/format.ts';
import type {Glyphs} from '../canvas/glyphs.ts';
import type {Role, Row} from '../canvas/row.ts';
import {roleOfWay} from '../canvas/ways.ts';
import {AppError} from '../domain/app-error.ts';
import type {Play, StreamData} from '../domain/plays/play.ts';
import type {SeenStream} from '../domain/streams/seen-stream.ts';
import {shownTitle} from '../domain/text/text.ts';
import {howWord, playTitle} from './history/columns.ts';
import {blank, cursor, cursorIndex, left} from './plan/cells.ts';
import {playerName} from './plan/player-name.ts';
import type {Scene} from './plan/scene.ts';
import {defineView} from './plan/view.ts';
import {personName, sentence} from './plan/words.ts';
import {aroundRows, askAround, type PlayAround, playAround} from './plays/play-around.ts';
import {seenFacts, seenRecord, sentRecord} from './streams/seen.ts';
import {orUnseen} from './streams/why.ts';

/** `seen`: what tautop saw while it ran; null: nothing. */
type OnePlay = PlayAround & {
	readonly play: Play;
	readonly stream: StreamData | null;
	readonly seen: SeenStream | null;
};

const kbps = (value: number | null): string => (value === null ? '' : `${formatMegabits(value)} Mb/s`);

/** What a stream made of the file. */
const change = (one: string, two: string, arrow: string): string =>
	two === '' || one === two ? one : `${one} ${arrow} ${two}`;

/** From when to when; the day once where it is one. */
const whenWords = ({startedAt, stoppedAt}: Play, zone: Zone): string => {
	const dayOf = (at: number | null): string => (at === null ? '' : formatDay(at, zone));
	const stop = stoppedAt === null ? '' : formatClock(stoppedAt, zone);
	const isOneDay = dayOf(startedAt) === dayOf(stoppedAt);
	const start = startedAt === null ? '' : `${formatWeekday(startedAt, zone)} ${formatClock(startedAt, zone)}`;
	return [start, isOneDay ? stop : `${dayOf(stoppedAt)} ${stop}`.trim()].filter(Boolean).join(' to ');
};

/** "part 2 of 3, 119 min together": what the list of history has as one; '' where it stands alone. */
const wholeWords = (play: Play, whole: Play | null, glyphs: Glyphs): string => {
	const parts = whole?.joinedRows?.toSorted((one, two) => one - two) ?? [];
	const place = parts.indexOf(play.rowId ?? -1) + 1;
	if (place === 0) return '';
	const together = whole?.playedSeconds == null ? '' : `, ${formatMinutes(whole.playedSeconds, glyphs)} together`;
	return `part ${place} of ${parts.length}${together}`;
};

/** Facts with their names, in the order of interest; empty ones are left out. */
const factsOf = (
	{play, stream, seen, whole}: OnePlay,
	scene: Scene,
	arrow: string,
): ReadonlyArray<readonly [name: string, words: string, role?: Role]> => {
	const {zone, names, glyphs} = scene;
	const facts: ReadonlyArray<readonly [string, string, Role?]> = [
		['who', personName(play.user, names)],
		['when', whenWords(play, zone)],
		[
			'played',
			[
				play.playedSeconds === null ? '' : formatMinutes(play.playedSeconds, glyphs),
				wholeWords(play, whole, glyphs),
				play.percentComplete === null ? '' : `${play.percentComplete} % of it`,
				play.pausedSeconds < 60 ? '' : `paused ${formatMinutes(play.pausedSeconds, glyphs)}`,
			]
				.filter(Boolean)
				.join('   '),
		],
		['how', howWord(play.transcodeDecision), roleOfWay(play.transcodeDecision)],
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
		['player', [...new Set([playerName(play.player, names), play.product, play.platform])].filter(Boolean).join('   ')],
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
		if (found) return {play: found, stream, seen: seen?.[0] ?? null, ...(await askAround(sources, found, signal))};
		throw new AppError('not-found', `No play has the row id ${query.subject?.id ?? ''}.`, {
			hint: 'tautop history --json has them.',
		});
	},
	draw: (data, canvas) => {
		const facts = factsOf(data, canvas, canvas.glyphs.arrow).map(
			([name, words, role = 'plain']): Row => [{text: '  '}, left(name, 10, canvas.glyphs, 'dim'), {text: words, role}],
		);
		const unknown = [
			data.stream ? '' : 'what it was converted to is not known',
			data.seen ? '' : 'tautop did not see it run: whether it stalled is not known',
		];
		const missing = unknown.filter(Boolean).map((text): Row => [{text: `  ${text}`, role: 'dim'}]);
		const head = [...facts, ...missing];
		const around = aroundRows(data, String(data.play.rowId), canvas, canvas.height - head.length - 1);
		const isHere = around.keys.length > 1 && cursorIndex(canvas, around.keys) === 0;
		const title: Row = [cursor(isHere, canvas.glyphs), blank(1), {text: playTitle(data.play), role: 'bold'}];
		return {rows: [title, ...head, ...around.rows].slice(0, canvas.height), note: '', keys: around.keys};
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
	enter: (selected, data) => {
		const other = playAround(data, selected);
		if (other) return {view: 'play', subject: {id: selected, name: playTitle(other)}};
		const {grandparentRatingKey, ratingKey, grandparentTitle, fullTitle} = data.play;
		const key = grandparentRatingKey || ratingKey;
		return key === '' ? null : {view: 'title', subject: {id: key, name: shownTitle(grandparentTitle || fullTitle)}};
	},
	user: (selected, data, {names}) => {
		const {userId, user} = playAround(data, selected) ?? data.play;
		return userId === null ? null : {id: String(userId), name: personName(user, names)};
	},
});
