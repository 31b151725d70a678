import * as z from 'zod/mini';
import type {Session, StreamFormat} from '../domain/session.ts';
import {decision, flag, key, numOrNull, percentOrNull, resolution, shownName, sizeOrNull, text} from './wire.ts';

const wire = z.object({
	session_key: key,
	session_id: key,
	user_id: numOrNull,
	friendly_name: text,
	user: text,
	rating_key: key,
	parent_rating_key: key,
	grandparent_rating_key: key,
	section_id: key,
	library_name: text,
	media_type: text,
	live: flag,
	title: text,
	grandparent_title: text,
	full_title: text,
	media_index: numOrNull,
	parent_media_index: numOrNull,
	year: numOrNull,
	state: text,
	progress_percent: percentOrNull,
	view_offset: sizeOrNull,
	duration: sizeOrNull,
	stream_duration: sizeOrNull,
	transcode_decision: decision,
	transcode_speed: sizeOrNull,
	transcode_throttled: flag,
	transcode_hw_decoding: flag,
	transcode_hw_encoding: flag,
	bandwidth: sizeOrNull,
	location: text,
	relayed: flag,
	machine_id: key,
	player: text,
	product: text,
	platform: text,
	quality_profile: text,
	video_codec: text,
	video_full_resolution: resolution,
	bitrate: sizeOrNull,
	container: text,
	audio_codec: text,
	audio_channels: sizeOrNull,
	subtitles: flag,
	subtitle_codec: text,
	subtitle_language: text,
	stream_video_codec: text,
	stream_video_full_resolution: resolution,
	stream_bitrate: sizeOrNull,
	stream_container: text,
	stream_audio_codec: text,
	stream_audio_channels: sizeOrNull,
	stream_subtitle_codec: text,
	stream_subtitle_language: text,
	video_decision: text,
	stream_video_decision: text,
	audio_decision: text,
	stream_audio_decision: text,
	subtitle_decision: text,
	stream_subtitle_decision: text,
});

/** One that has neither cannot be told from the others. */
const isNamed = ({session_key, session_id}: z.output<typeof wire>): boolean => session_key !== '' || session_id !== '';

const subtitleDecisionOf = (row: z.output<typeof wire>): string =>
	row.stream_subtitle_decision || row.subtitle_decision;

/** A file has subtitles that nobody looks at; Tautulli names them all the same. */
const subtitlesOf = (
	row: z.output<typeof wire>,
	subtitleCodec: string,
	subtitleLanguage: string,
): Pick<StreamFormat, 'subtitleCodec' | 'subtitleLanguage'> =>
	row.subtitles || subtitleDecisionOf(row) !== ''
		? {subtitleCodec, subtitleLanguage}
		: {subtitleCodec: '', subtitleLanguage: ''};

const formats = (row: z.output<typeof wire>): Pick<Session, 'source' | 'stream'> => ({
	source: {
		videoCodec: row.video_codec,
		resolution: row.video_full_resolution,
		bitrateKbps: row.bitrate,
		container: row.container,
		audioCodec: row.audio_codec,
		audioChannels: row.audio_channels,
		...subtitlesOf(row, row.subtitle_codec, row.subtitle_language),
	},
	stream: {
		videoCodec: row.stream_video_codec,
		resolution: row.stream_video_full_resolution,
		bitrateKbps: row.stream_bitrate,
		container: row.stream_container,
		audioCodec: row.stream_audio_codec,
		audioChannels: row.stream_audio_channels,
		...subtitlesOf(row, row.stream_subtitle_codec, row.stream_subtitle_language),
	},
});

/** One session of get_activity. Season and episode are set for episodes only: a track's numbers are disc and track. */
export const session = z.pipe(
	wire.check(z.refine(isNamed, {path: ['session_key'], message: 'an id was expected'})),
	z.transform((row): Session => {
		const isEpisode = row.media_type === 'episode';
		return {
			sessionKey: row.session_key,
			sessionId: row.session_id,
			userId: row.user_id,
			user: shownName(row.friendly_name, row.user),
			ratingKey: row.rating_key,
			parentRatingKey: row.parent_rating_key,
			grandparentRatingKey: row.grandparent_rating_key,
			sectionId: row.section_id,
			libraryName: row.library_name,
			mediaType: row.media_type,
			live: row.live,
			title: row.title,
			grandparentTitle: row.grandparent_title,
			fullTitle: row.full_title,
			seasonNumber: isEpisode ? row.parent_media_index : null,
			episodeNumber: isEpisode ? row.media_index : null,
			year: row.year,
			state: row.state,
			progressPercent: row.progress_percent,
			viewOffsetMs: row.view_offset,
			durationMs: row.duration ?? row.stream_duration,
			transcodeDecision: row.transcode_decision,
			transcodeSpeed: row.transcode_decision === 'transcode' ? row.transcode_speed : null,
			transcodeThrottled: row.transcode_throttled,
			transcodeHardware: row.transcode_hw_decoding || row.transcode_hw_encoding,
			bandwidthKbps: row.bandwidth,
			location: row.location,
			relayed: row.relayed,
			machineId: row.machine_id,
			player: row.player,
			product: row.product,
			platform: row.platform,
			qualityProfile: row.quality_profile,
			...formats(row),
			videoDecision: row.stream_video_decision || row.video_decision,
			audioDecision: row.stream_audio_decision || row.audio_decision,
			subtitleDecision: subtitleDecisionOf(row),
		};
	}),
);
