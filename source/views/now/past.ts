import {formatMoment, formatWhen} from '../../canvas/clock.ts';
import {plural} from '../../canvas/format.ts';
import type {MomentAnswer, Play} from '../../domain/plays/play.ts';
import type {Session, StreamFormat} from '../../domain/session.ts';
import type {SeenStream} from '../../domain/streams/seen-stream.ts';
import type {DataTable} from '../../export/data-table.ts';
import type {Scene, Voice} from '../plan/scene.ts';
import {sentence} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';
import {type PastSeen, runningKey, seenOf} from './past-seen.ts';

/** A moment that is over (Unix seconds), and what ran then. */
export type Past = MomentAnswer & {readonly at: number; readonly seen: PastSeen};

const unknownFormat: StreamFormat = {
	videoCodec: '',
	resolution: '',
	bitrateKbps: null,
	container: '',
	audioCodec: '',
	audioChannels: null,
	subtitleCodec: '',
	subtitleLanguage: '',
};

/** A play of the past as the stream that it was then, as far as history knows, and what tautop saw of it. */
const sessionAt = (play: Play, at: number, seen: SeenStream | undefined): Session => {
	const {startedAt, stoppedAt} = play;
	const span = startedAt === null || stoppedAt === null ? null : stoppedAt - startedAt;
	return {
		...play,
		sessionKey: String(play.rowId),
		sessionId: '',
		sectionId: '',
		libraryName: '',
		year: null,
		state: 'playing',
		progressPercent: null,
		viewOffsetMs: startedAt === null || span === null ? null : (at - startedAt) * 1000,
		durationMs: span === null ? null : span * 1000,
		transcodeSpeed: null,
		transcodeThrottled: false,
		transcodeHardware: false,
		bandwidthKbps: null,
		relayed: false,
		machineId: '',
		qualityProfile: '',
		source: unknownFormat,
		stream: unknownFormat,
		videoDecision: '',
		audioDecision: '',
		subtitleDecision: '',
		...(seen ? seenOf(seen) : {}),
	};
};

/** A stream that still runs: what it was in between only its worst tells. */
const runningSession = (seen: SeenStream): Session => ({
	...seen,
	...seenOf(seen),
	sessionKey: '',
	sessionId: runningKey(seen),
	title: '',
	grandparentTitle: '',
	seasonNumber: null,
	episodeNumber: null,
	year: null,
	state: 'running',
	progressPercent: null,
	viewOffsetMs: null,
	durationMs: null,
	transcodeSpeed: seen.slowestSpeed,
	transcodeThrottled: false,
	bandwidthKbps: seen.highestKbps,
});

/** Plays first, then what still runs. */
export const sessionsAt = ({plays, at, seen}: Past): readonly Session[] => [
	...plays.map(play => sessionAt(play, at, seen.ofPlays.get(play.rowId))),
	...seen.running.map(runningSession),
];

/** True where no history goes back to: nobody knows who was watching. */
export const isBefore = ({at, begins, seen}: Past): boolean =>
	begins !== null && at < begins && seen.running.length === 0;

/** True where history alone tells of a stream. */
export const isUnseen = ({plays, seen}: Past): boolean => plays.some(({rowId}) => !seen.ofPlays.has(rowId));

/** What there is to say where nobody was there. */
export const quietWords = ({at, begins}: Past, {now, zone}: Pick<Scene, 'now' | 'zone'>): string =>
	begins === null || at >= begins
		? 'Nobody was watching.'
		: `Who was watching is not known: the history begins on ${formatWhen(begins, now, zone)}.`;

/** What was sent; null: tautop did not see it. */
const sentEntry = (seen: SeenStream | undefined) => ({
	transcode_speed: seen?.slowestSpeed ?? null,
	stream_video_codec: seen?.stream.videoCodec ?? null,
	stream_resolution: seen?.stream.resolution ?? null,
	stream_kbps: seen?.stream.bitrateKbps ?? null,
	stream_container: seen?.stream.container ?? null,
	stream_audio_codec: seen?.stream.audioCodec ?? null,
});

/** What programs read of a stream of the past: as one of now, with what history alone has. What it does not have is null. */
const playEntry = (play: Play, seen: SeenStream | undefined) => ({
	session_key: null,
	row_id: play.rowId,
	user: play.user,
	full_title: play.fullTitle,
	media_type: play.mediaType,
	rating_key: keyValue(play.ratingKey),
	// One that was paused at all may have been so just then.
	state: play.pausedSeconds === 0 ? 'playing' : null,
	progress_percent: null,
	transcode_decision: play.transcodeDecision,
	bandwidth_kbps: seen?.highestKbps ?? null,
	player: play.player,
	product: play.product,
	platform: play.platform,
	network: play.location,
	started: play.startedAt,
	stopped: play.stoppedAt,
	running: false,
	...sentEntry(seen),
});

/** The same of one that still runs: it began when it was seen first, as far as anybody knows. */
const runningEntry = (
	seen: SeenStream,
): Omit<ReturnType<typeof playEntry>, 'session_key'> & {readonly session_key: string} => ({
	session_key: seen.sessionKey,
	row_id: null,
	user: seen.user,
	full_title: seen.fullTitle,
	media_type: seen.mediaType,
	rating_key: keyValue(seen.ratingKey),
	state: null,
	progress_percent: null,
	transcode_decision: seen.transcodeDecision,
	bandwidth_kbps: seen.highestKbps,
	player: seen.player,
	product: seen.product,
	platform: seen.platform,
	network: seen.location,
	started: seen.firstSeen,
	stopped: null,
	running: true,
	...sentEntry(seen),
});

const entriesOf = ({plays, seen}: Past) => [
	...plays.map(play => playEntry(play, seen.ofPlays.get(play.rowId))),
	...seen.running.map(runningEntry),
];

export const pastJson = (past: Past) => ({
	at: past.at,
	history_from: past.begins,
	stream_count: isBefore(past) ? null : sessionsAt(past).length,
	bandwidth_kbps: {total: null, lan: null, wan: null},
	sessions: entriesOf(past),
});

const columns = [
	'session_key',
	'row_id',
	'user',
	'full_title',
	'media_type',
	'rating_key',
	'state',
	'progress_percent',
	'transcode_decision',
	'bandwidth_kbps',
	'player',
	'product',
	'platform',
	'network',
	'started',
	'stopped',
	'running',
	'transcode_speed',
	'stream_video_codec',
	'stream_resolution',
	'stream_kbps',
	'stream_container',
	'stream_audio_codec',
] as const;

export const pastTable = (past: Past): DataTable => ({
	columns,
	rows: entriesOf(past).map(entry => columns.map(name => entry[name])),
});

/** How many there were, and when. */
export const pastSentence = (past: Past, voice: Voice): string => {
	const when = formatMoment(past.at, voice.now, voice.zone);
	const sessions = sessionsAt(past);
	if (sessions.length === 0) return `${when}: ${quietWords(past, voice)}`;
	const transcodes = sessions.filter(({transcodeDecision}) => transcodeDecision === 'transcode').length;
	return sentence(
		`${when}: ${plural(sessions.length, 'stream', 'streams', voice.glyphs)}`,
		transcodes === 0 ? '' : plural(transcodes, 'transcode', 'transcodes', voice.glyphs),
	);
};

/** The play whose stream has this key. */
export const playWith = ({plays}: Past, key: string): Play | undefined =>
	plays.find(({rowId}) => String(rowId) === key);

/** The stream that still runs and has this key. */
export const runningWith = ({seen}: Past, key: string): SeenStream | undefined =>
	seen.running.find(stream => runningKey(stream) === key);
