import type {Resolution, Source} from '../world/item.ts';
import type {Plan} from '../world/plan.ts';
import type {StreamFacts} from '../world/stream.ts';
import {type Json, numberText} from './answer.ts';
import {
	audioStreamFields,
	channelLayouts,
	shortResolution,
	subtitleStreamFields,
	videoStreamFields,
} from './media-info.ts';

type Fields = {readonly [name: string]: Json};

const noSubtitles: Fields = {
	subtitle_codec: '',
	subtitle_container: '',
	subtitle_format: '',
	subtitle_forced: 0,
	subtitle_location: '',
	subtitle_language: '',
	subtitle_language_code: '',
};

const resolutionFields = (resolution: Resolution | null): Fields => ({
	video_resolution: shortResolution(resolution?.label ?? ''),
	video_full_resolution: resolution?.label ?? 'p',
	video_framerate: resolution === null ? '' : '24p',
	aspect_ratio: resolution === null ? '' : '1.78',
	width: numberText(resolution?.width ?? null),
	height: numberText(resolution?.height ?? null),
});

/** The file that a session plays. */
export const sourceFields = (source: Source): Fields => ({
	container: source.container,
	bitrate: String(source.bitrateKbps),
	...videoStreamFields(source),
	...audioStreamFields(source),
	...(source.resolution === null ? noSubtitles : subtitleStreamFields),
	...resolutionFields(source.resolution),
});

const renamed = (fields: Fields): Fields =>
	Object.fromEntries(Object.entries(fields).map(([name, value]) => [`stream_${name}`, value]));

/** What the player gets. */
export const sentFields = (source: Source, facts: StreamFacts, plan: Plan): Fields => {
	const containerDecision = plan.decision === 'direct play' ? 'direct play' : 'transcode';
	const recodes = facts.videoDecision === 'transcode';
	const sent: Source = {
		...source,
		resolution: facts.resolution,
		videoCodec: recodes ? 'h264' : source.videoCodec,
		audioCodec: facts.audioDecision === 'transcode' ? 'aac' : source.audioCodec,
		audioChannels: facts.audioDecision === 'transcode' ? 2 : source.audioChannels,
		bitrateKbps: facts.bitrateKbps,
	};
	const isMusic = sent.resolution === null;
	const {video_frame_rate: _rate, video_profile: _profile, ...video} = videoStreamFields(sent);
	const subtitles = isMusic ? noSubtitles : {...subtitleStreamFields, subtitle_location: ''};
	const {width: _width, height: _height, ...resolution} = resolutionFields(sent.resolution);
	const {video_full_resolution: _full, ...withoutFull} = resolution;
	return {
		subtitles: facts.subtitleDecision === '' ? 0 : 1,
		...renamed({...video, ...audioStreamFields(sent), ...subtitles, ...(isMusic ? withoutFull : resolution)}),
		stream_bitrate: String(sent.bitrateKbps),
		stream_container: plan.decision === 'direct play' ? source.container : isMusic ? 'mp3' : 'mp4',
		container_decision: containerDecision,
		stream_container_decision: containerDecision,
		stream_audio_channel_layout_: channelLayouts[sent.audioChannels] ?? '',
		stream_video_decision: facts.videoDecision,
		stream_audio_decision: facts.audioDecision,
		stream_subtitle_decision: facts.subtitleDecision,
		stream_subtitle_transient: 0,
	};
};
