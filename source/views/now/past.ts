import {formatMoment, formatWhen} from '../../canvas/clock.ts';
import {plural} from '../../canvas/format.ts';
import type {MomentAnswer, Play} from '../../domain/plays/play.ts';
import type {Session, StreamFormat} from '../../domain/session.ts';
import type {DataTable} from '../../export/data-table.ts';
import type {Scene, Voice} from '../plan/scene.ts';
import {sentence} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';

/** A moment that is over (Unix seconds), and what ran then. */
export type Past = MomentAnswer & {readonly at: number};

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

/** A play of the past as the stream that it was then, as far as history knows. */
export const sessionAt = (play: Play, at: number): Session => {
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
	};
};

/** True where no history goes back to: nobody knows who was watching. */
export const isBefore = ({at, begins}: Past): boolean => begins !== null && at < begins;

/** What there is to say where nobody was there. */
export const quietWords = ({at, begins}: Past, {now, zone}: Pick<Scene, 'now' | 'zone'>): string =>
	begins === null || at >= begins
		? 'Nobody was watching.'
		: `Who was watching is not known: the history begins on ${formatWhen(begins, now, zone)}.`;

/** What programs read of a stream of the past: as one of now, with what history alone has. What it does not have is null. */
const entryOf = (play: Play) => ({
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
	bandwidth_kbps: null,
	player: play.player,
	product: play.product,
	platform: play.platform,
	network: play.location,
	started: play.startedAt,
	stopped: play.stoppedAt,
});

export const pastJson = (past: Past) => ({
	at: past.at,
	history_from: past.begins,
	stream_count: isBefore(past) ? null : past.plays.length,
	bandwidth_kbps: {total: null, lan: null, wan: null},
	sessions: past.plays.map(entryOf),
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
] as const;

export const pastTable = ({plays}: Past): DataTable => ({
	columns,
	rows: plays.map(play => {
		const entry = entryOf(play);
		return columns.map(name => entry[name]);
	}),
});

/** How many there were, and when. */
export const pastSentence = (past: Past, voice: Voice): string => {
	const when = formatMoment(past.at, voice.now, voice.zone);
	if (past.plays.length === 0) return `${when}: ${quietWords(past, voice)}`;
	const transcodes = past.plays.filter(({transcodeDecision}) => transcodeDecision === 'transcode').length;
	return sentence(
		`${when}: ${plural(past.plays.length, 'stream', 'streams', voice.glyphs)}`,
		transcodes === 0 ? '' : plural(transcodes, 'transcode', 'transcodes', voice.glyphs),
	);
};

/** The play whose stream has this key. */
export const playWith = ({plays}: Past, key: string): Play | undefined =>
	plays.find(({rowId}) => String(rowId) === key);
