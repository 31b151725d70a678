import type {Session} from '../../domain/session.ts';
import type {DataTable} from '../../export/data-table.ts';
import {keyValue} from '../plays/named-view.ts';
import {seenRecord, sentRecord} from '../streams/seen.ts';
import type {NowData} from './data.ts';
import {notesOf, type StreamNotes} from './notes.ts';

/** What programs read of a stream: the names of Tautulli's API, and what tautop knows more. */
export const streamEntry = (session: Session, {endsAt, bufferingSince, seen, collections}: StreamNotes) => ({
	session_key: session.sessionKey,
	user: session.user,
	full_title: session.fullTitle,
	media_type: session.mediaType,
	rating_key: keyValue(session.ratingKey),
	state: session.state,
	progress_percent: session.progressPercent,
	transcode_decision: session.transcodeDecision,
	bandwidth_kbps: session.bandwidthKbps,
	player: session.player,
	library: session.libraryName,
	live: session.live,
	view_offset_ms: session.viewOffsetMs,
	duration_ms: session.durationMs,
	ends: endsAt === null ? null : Math.round(endsAt),
	transcode_speed: session.transcodeSpeed,
	throttled: session.transcodeThrottled,
	source_video_codec: session.source.videoCodec,
	source_resolution: session.source.resolution,
	source_kbps: session.source.bitrateKbps,
	stream_video_codec: session.stream.videoCodec,
	stream_resolution: session.stream.resolution,
	stream_kbps: session.stream.bitrateKbps,
	source_audio_codec: session.source.audioCodec,
	stream_audio_codec: session.stream.audioCodec,
	product: session.product,
	platform: session.platform,
	network: session.location,
	...sentRecord(session),
	buffering_since: bufferingSince,
	...seenRecord(seen),
	collections: collections?.join(', ') ?? null,
});

const entriesOf = ({activity, notes}: NowData) =>
	activity.sessions.map(session => ({...streamEntry(session, notesOf(notes, session))}));

export const nowJson = (data: NowData) => ({
	stream_count: data.activity.streamCount,
	direct_play_count: data.activity.directPlayCount,
	direct_stream_count: data.activity.directStreamCount,
	transcode_count: data.activity.transcodeCount,
	bandwidth_kbps: {...data.activity.bandwidthKbps},
	sessions: entriesOf(data),
});

const columns = [
	'session_key',
	'user',
	'full_title',
	'media_type',
	'rating_key',
	'state',
	'progress_percent',
	'transcode_decision',
	'bandwidth_kbps',
	'player',
	'library',
	'live',
	'view_offset_ms',
	'duration_ms',
	'ends',
	'transcode_speed',
	'throttled',
	'source_video_codec',
	'source_resolution',
	'source_kbps',
	'stream_video_codec',
	'stream_resolution',
	'stream_kbps',
	'source_audio_codec',
	'stream_audio_codec',
	'product',
	'platform',
	'network',
	'why',
	'quality_profile',
	'source_container',
	'stream_container',
	'source_audio_channels',
	'stream_audio_channels',
	'subtitles',
	'video_decision',
	'audio_decision',
	'subtitle_decision',
	'hardware',
	'relayed',
	'buffering_since',
	'first_seen',
	'last_seen',
	'stalls',
	'stalled_seconds',
	'slowest_speed',
	'highest_kbps',
	'collections',
] as const;

export const nowTable = (data: NowData): DataTable => ({
	columns,
	rows: entriesOf(data).map(entry => columns.map(name => entry[name])),
});
