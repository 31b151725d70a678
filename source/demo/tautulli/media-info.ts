import type {Item, Source} from '../world/item.ts';
import {type Json, numberText} from './answer.ts';

type Fields = {readonly [name: string]: Json};

/** `1080`, `4k`, `sd`: a resolution without its p. */
export const shortResolution = (label: string): string => label.replace(/p$/, '');

/** Where a file lies. */
export const fileOf = (item: Item, source: Source): string =>
	`/media/${source.resolution === null ? 'music' : 'video'}/${item.key}.${source.container}`;

/** Bytes, as text. */
export const fileSizeOf = (item: Item, source: Source): string =>
	String(Math.round((item.durationSeconds * source.bitrateKbps * 1000) / 8));

/** Names of loudspeaker layouts by number of channels. */
export const channelLayouts: Readonly<Record<number, string>> = {2: 'stereo', 6: '5.1(side)', 8: '7.1'};

const noDolbyVision: Fields = {
	video_dovi_bl_present: 0,
	video_dovi_el_present: 0,
	video_dovi_level: 0,
	video_dovi_present: 0,
	video_dovi_profile: 0,
	video_dovi_rpu_present: 0,
	video_dovi_version: 0,
};

/** The picture of a file, as sessions and `get_metadata` word it. */
export const videoStreamFields = (source: Source): Fields => ({
	video_codec: source.videoCodec,
	video_codec_level: source.resolution === null ? '' : '40',
	video_bitrate: source.resolution === null ? '' : String(source.bitrateKbps - 256),
	video_bit_depth: source.resolution === null ? '' : source.resolution.label === '4k' ? '10' : '8',
	video_chroma_subsampling: '',
	video_color_primaries: '',
	video_color_range: '',
	video_color_space: '',
	video_color_trc: '',
	video_dynamic_range: source.resolution === null ? '' : source.resolution.label === '4k' ? 'HDR' : 'SDR',
	...(source.resolution === null ? {} : noDolbyVision),
	video_frame_rate: source.resolution === null ? '' : '23.976',
	video_ref_frames: '',
	video_height: numberText(source.resolution?.height ?? null),
	video_width: numberText(source.resolution?.width ?? null),
	video_language: '',
	video_language_code: '',
	video_profile: source.resolution === null ? '' : 'main',
	video_scan_type: source.resolution === null ? '' : 'progressive',
});

/** The sound of a file. */
export const audioStreamFields = (source: Source): Fields => {
	const isMusic = source.resolution === null;
	return {
		audio_codec: source.audioCodec,
		audio_bitrate: isMusic ? String(source.bitrateKbps) : '256',
		audio_bitrate_mode: '',
		audio_channels: String(source.audioChannels),
		audio_channel_layout: channelLayouts[source.audioChannels] ?? '',
		audio_sample_rate: isMusic ? '44100' : '48000',
		audio_language: isMusic ? '' : 'English',
		audio_language_code: isMusic ? '' : 'eng',
		audio_profile: '',
	};
};

/** The one subtitle that every video of the demo has. */
export const subtitleStreamFields: Fields = {
	subtitle_codec: 'srt',
	subtitle_container: '',
	subtitle_format: 'srt',
	subtitle_forced: 0,
	subtitle_location: 'external',
	subtitle_language: 'English',
	subtitle_language_code: 'eng',
};

/** `media_info` of `get_metadata`: one file with its streams; nothing for what is not a leaf. */
export const mediaInfo = (item: Item): readonly Json[] => {
	const {source} = item;
	if (source === null) return [];
	const id = item.key * 10;
	const streams: Json[] = [{id: String(id + 3), type: '2', ...audioStreamFields(source), selected: 1}];
	if (source.resolution !== null) {
		streams.unshift({id: String(id + 2), type: '1', ...videoStreamFields(source), selected: 1});
		streams.push({id: String(id + 4), type: '3', ...subtitleStreamFields, selected: 0});
	}
	return [
		{
			id: String(id),
			container: source.container,
			bitrate: String(source.bitrateKbps),
			height: numberText(source.resolution?.height ?? null),
			width: numberText(source.resolution?.width ?? null),
			aspect_ratio: source.resolution === null ? '' : '1.78',
			video_codec: source.videoCodec,
			video_resolution: shortResolution(source.resolution?.label ?? ''),
			video_full_resolution: source.resolution?.label ?? '',
			video_framerate: source.resolution === null ? '' : '24p',
			video_profile: source.resolution === null ? '' : 'main',
			audio_codec: source.audioCodec,
			audio_channels: String(source.audioChannels),
			audio_channel_layout: channelLayouts[source.audioChannels] ?? '',
			audio_profile: '',
			optimized_version: 0,
			channel_call_sign: '',
			channel_id: '',
			channel_identifier: '',
			channel_title: '',
			channel_thumb: '',
			channel_vcn: '',
			protocol: '',
			begins_at: 0,
			ends_at: 0,
			parts: [
				{
					id: String(id + 1),
					file: fileOf(item, source),
					file_size: fileSizeOf(item, source),
					indexes: 0,
					streams,
					selected: 0,
				},
			],
		},
	];
};
