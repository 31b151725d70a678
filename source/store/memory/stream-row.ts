import type {TranscodeDecision} from '../../domain/media.ts';
import type {Session, StreamFormat} from '../../domain/session.ts';
import type {SeenStream, StreamIdentity, Watched} from '../../domain/streams/seen-stream.ts';
import {type Reason, reasons, reasonsOf} from '../../domain/streams/why.ts';
import {noUser} from '../mirror/absent.ts';

/** A row of `streams` behind its ids, as SQLite has it. */
export type StreamRow = {
	readonly id: number;
	readonly session_key: string;
	readonly user_id: number;
	readonly user: string;
	readonly rating_key: Key;
	readonly parent_rating_key: Key;
	readonly grandparent_rating_key: Key;
	readonly section_id: Key;
	readonly library: string;
	readonly media_type: string;
	readonly live: number;
	readonly full_title: string;
	readonly machine_id: string;
	readonly player: string;
	readonly product: string;
	readonly platform: string;
	readonly network: string;
	readonly relayed: number;
	readonly quality_profile: string;
	readonly source_video: string;
	readonly source_resolution: string;
	readonly source_kbps: number | null;
	readonly source_container: string;
	readonly source_audio: string;
	readonly source_channels: number | null;
	readonly source_subtitles: string;
	readonly source_language: string;
	readonly sent_video: string;
	readonly sent_resolution: string;
	readonly sent_kbps: number | null;
	readonly sent_container: string;
	readonly sent_audio: string;
	readonly sent_channels: number | null;
	readonly sent_subtitles: string;
	readonly sent_language: string;
	readonly decision: TranscodeDecision;
	readonly video_decision: string;
	readonly audio_decision: string;
	readonly subtitle_decision: string;
	readonly hardware: number;
	readonly why: string;
	readonly first_seen: number;
	readonly last_seen: number;
	readonly ended_at: number | null;
	readonly buffering: number;
	readonly stalls: number;
	readonly stalled_seconds: number;
	readonly slowest_speed: number | null;
	readonly highest_kbps: number | null;
	readonly row_id: number | null;
};

type Key = string | number | null;

/** What a stream is told by, and what is known of it at its last sight. */
type Told = Omit<StreamRow, 'id' | 'first_seen' | 'ended_at' | 'row_id' | keyof ReturnType<typeof watchedValues>>;

const keyValue = (key: string): Key => (key === '' || key === '0' ? null : key);

const keyOf = (key: Key): string => (key === null ? '' : String(key));

const userValue = (userId: number | null): number => userId ?? noUser;

/** By these a stream is found again. Plex begins with session key 1 anew when it starts. */
export const identityValues = ({sessionKey, sessionId, userId, ratingKey, machineId}: Session) => ({
	session_key: sessionKey || sessionId,
	user_id: userValue(userId),
	rating_key: keyValue(ratingKey),
	machine_id: machineId,
});

/** The columns of what adds up. */
export const watchedValues = ({lastSeen, isBuffering, ...watched}: Watched) => ({
	last_seen: lastSeen,
	buffering: isBuffering ? 1 : 0,
	stalls: watched.stalls,
	stalled_seconds: watched.stalledSeconds,
	slowest_speed: watched.slowestSpeed,
	highest_kbps: watched.highestKbps,
});

export const watchedOf = (row: StreamRow): Watched => ({
	lastSeen: row.last_seen,
	isBuffering: row.buffering === 1,
	stalls: row.stalls,
	stalledSeconds: row.stalled_seconds,
	slowestSpeed: row.slowest_speed,
	highestKbps: row.highest_kbps,
});

/** The columns of what a stream is. */
export const toldValues = (session: Session): Told => ({
	...identityValues(session),
	user: session.user,
	parent_rating_key: keyValue(session.parentRatingKey),
	grandparent_rating_key: keyValue(session.grandparentRatingKey),
	section_id: keyValue(session.sectionId),
	library: session.libraryName,
	media_type: session.mediaType,
	live: session.live ? 1 : 0,
	full_title: session.fullTitle,
	player: session.player,
	product: session.product,
	platform: session.platform,
	network: session.location,
	relayed: session.relayed ? 1 : 0,
	quality_profile: session.qualityProfile,
	source_video: session.source.videoCodec,
	source_resolution: session.source.resolution,
	source_kbps: session.source.bitrateKbps,
	source_container: session.source.container,
	source_audio: session.source.audioCodec,
	source_channels: session.source.audioChannels,
	source_subtitles: session.source.subtitleCodec,
	source_language: session.source.subtitleLanguage,
	sent_video: session.stream.videoCodec,
	sent_resolution: session.stream.resolution,
	sent_kbps: session.stream.bitrateKbps,
	sent_container: session.stream.container,
	sent_audio: session.stream.audioCodec,
	sent_channels: session.stream.audioChannels,
	sent_subtitles: session.stream.subtitleCodec,
	sent_language: session.stream.subtitleLanguage,
	decision: session.transcodeDecision,
	video_decision: session.videoDecision,
	audio_decision: session.audioDecision,
	subtitle_decision: session.subtitleDecision,
	hardware: session.transcodeHardware ? 1 : 0,
	why: reasonsOf(session).join(' '),
});

export const whyOf = (why: string): readonly Reason[] => {
	const words = new Set(why.split(' '));
	return reasons.filter(reason => words.has(reason));
};

const sourceOf = (row: StreamRow): StreamFormat => ({
	videoCodec: row.source_video,
	resolution: row.source_resolution,
	bitrateKbps: row.source_kbps,
	container: row.source_container,
	audioCodec: row.source_audio,
	audioChannels: row.source_channels,
	subtitleCodec: row.source_subtitles,
	subtitleLanguage: row.source_language,
});

const sentOf = (row: StreamRow): StreamFormat => ({
	videoCodec: row.sent_video,
	resolution: row.sent_resolution,
	bitrateKbps: row.sent_kbps,
	container: row.sent_container,
	audioCodec: row.sent_audio,
	audioChannels: row.sent_channels,
	subtitleCodec: row.sent_subtitles,
	subtitleLanguage: row.sent_language,
});

/** Whose it is, of what, on what, and when. */
const identityOf = (row: TranscodedRow): StreamIdentity => ({
	userId: row.user_id === noUser ? null : row.user_id,
	ratingKey: keyOf(row.rating_key),
	parentRatingKey: keyOf(row.parent_rating_key),
	grandparentRatingKey: keyOf(row.grandparent_rating_key),
	sectionId: keyOf(row.section_id),
	mediaType: row.media_type,
	live: row.live === 1,
	fullTitle: row.full_title,
	player: row.player,
	product: row.product,
	platform: row.platform,
	location: row.network,
	transcodeDecision: row.decision,
	firstSeen: row.first_seen,
	lastSeen: row.last_seen,
});

export const streamOf = (row: StreamRow): SeenStream => ({
	...identityOf(row),
	...watchedOf(row),
	id: row.id,
	sessionKey: row.session_key,
	user: row.user,
	libraryName: row.library,
	machineId: row.machine_id,
	relayed: row.relayed === 1,
	qualityProfile: row.quality_profile,
	source: sourceOf(row),
	stream: sentOf(row),
	transcodeHardware: row.hardware === 1,
	videoDecision: row.video_decision,
	audioDecision: row.audio_decision,
	subtitleDecision: row.subtitle_decision,
	why: whyOf(row.why),
	endedAt: row.ended_at,
	rowId: row.row_id,
});

/** A transcoded stream with what it can be narrowed by, where there are very many. */
export type TranscodedStream = StreamIdentity & {readonly why: readonly Reason[]};

export const transcodedColumns = [
	'user_id',
	'rating_key',
	'parent_rating_key',
	'grandparent_rating_key',
	'section_id',
	'media_type',
	'live',
	'full_title',
	'player',
	'product',
	'platform',
	'network',
	'decision',
	'why',
	'first_seen',
	'last_seen',
] as const;

export type TranscodedRow = Pick<StreamRow, (typeof transcodedColumns)[number]>;

export const transcodedOf = (row: TranscodedRow): TranscodedStream => ({...identityOf(row), why: whyOf(row.why)});
