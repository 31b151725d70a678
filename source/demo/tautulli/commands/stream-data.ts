import {topOf} from '../../world/item.ts';
import type {Plan} from '../../world/plan.ts';
import {streamFacts} from '../../world/stream.ts';
import {numberOrBlank, success} from '../answer.ts';
import type {Command, Commands} from '../context.ts';
import {wholeNumber} from '../params.ts';
import {qualityOf} from '../session-fields.ts';

/** Both sides of a stream; what the demo does not model is empty, as it is in rows of old versions. */
const streamData = (plan: Plan, at: number, isRunning: boolean) => {
	const {item, decision} = plan;
	const {source} = item;
	const facts = streamFacts(plan, at);
	const recodes = facts.videoDecision === 'transcode';
	const container = decision === 'direct play' ? (source?.container ?? '') : 'mp4';
	return {
		bitrate: numberOrBlank(source?.bitrateKbps),
		video_full_resolution: source?.resolution?.label ?? '',
		optimized_version: '',
		optimized_version_profile: '',
		optimized_version_title: '',
		synced_version: '',
		synced_version_profile: '',
		container: source?.container ?? '',
		video_codec: source?.videoCodec ?? '',
		video_bitrate: numberOrBlank(source?.resolution === null ? null : source?.bitrateKbps),
		video_width: numberOrBlank(source?.resolution?.width),
		video_height: numberOrBlank(source?.resolution?.height),
		video_framerate: source?.resolution === null ? '' : '24p',
		video_dynamic_range: source?.resolution?.label === '4k' ? 'HDR' : 'SDR',
		aspect_ratio: source?.resolution === null ? '' : '1.78',
		audio_codec: source?.audioCodec ?? '',
		audio_bitrate: 256,
		audio_channels: numberOrBlank(source?.audioChannels),
		audio_language: 'English',
		audio_language_code: 'eng',
		subtitle_codec: facts.subtitleDecision === '' ? '' : 'srt',
		subtitle_forced: '',
		subtitle_language: '',
		stream_bitrate: facts.bitrateKbps,
		stream_video_full_resolution: facts.resolution?.label ?? '',
		quality_profile: qualityOf(facts),
		stream_container_decision: decision === 'direct play' ? 'direct play' : 'transcode',
		stream_container: container,
		stream_video_decision: facts.videoDecision,
		stream_video_codec: recodes ? 'h264' : (source?.videoCodec ?? ''),
		stream_video_bitrate: numberOrBlank(facts.resolution === null ? null : facts.bitrateKbps),
		stream_video_width: numberOrBlank(facts.resolution?.width),
		stream_video_height: numberOrBlank(facts.resolution?.height),
		stream_video_framerate: facts.resolution === null ? '' : '24p',
		stream_video_dynamic_range: facts.resolution?.label === '4k' ? 'HDR' : 'SDR',
		stream_audio_decision: facts.audioDecision,
		stream_audio_codec: facts.audioDecision === 'transcode' ? 'aac' : (source?.audioCodec ?? ''),
		stream_audio_bitrate: 256,
		stream_audio_channels: facts.audioDecision === 'transcode' ? 2 : numberOrBlank(source?.audioChannels),
		stream_audio_language: 'English',
		stream_audio_language_code: 'eng',
		subtitles: facts.subtitleDecision === '' ? '' : 1,
		stream_subtitle_decision: facts.subtitleDecision,
		stream_subtitle_codec: '',
		stream_subtitle_forced: '',
		stream_subtitle_language: '',
		transcode_hw_decoding: '',
		transcode_hw_encoding: '',
		video_decision: facts.videoDecision,
		audio_decision: facts.audioDecision,
		media_type: item.type,
		title: item.title,
		grandparent_title: item.parent === null ? '' : topOf(item).title,
		original_title: '',
		current_session: isRunning ? 1 : '',
		pre_tautulli: '',
	};
};

const getStreamData: Command = ({world, now}, params) => {
	const row = world.history.byId(wholeNumber(params.get('row_id') ?? '') ?? -1);
	if (row !== undefined) return success(streamData(row.plan, row.startedAt, false));
	const key = params.get('session_key');
	const plan = world.sessions().find(session => String(session.sessionKey) === key);
	return success(plan === undefined ? {} : streamData(plan, now, true));
};

/** Technical details of one play. */
export const streamDataCommands: Commands = {get_stream_data: getStreamData};
