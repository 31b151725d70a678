import {z} from 'zod';
import type {StreamData} from '../domain/play.ts';
import type {Call} from './call.ts';
import {numOrNull, text} from './wire.ts';

const wire = z.object({
	video_codec: text.optional(),
	video_resolution: text.optional(),
	audio_codec: text.optional(),
	bitrate: numOrNull.optional(),
	stream_video_codec: text.optional(),
	stream_video_resolution: text.optional(),
	stream_audio_codec: text.optional(),
	stream_bitrate: numOrNull.optional(),
});

const resolution = (value: string | undefined): string =>
	value !== undefined && /^\d+$/.test(value) ? `${value}p` : (value ?? '');

/** How a play was streamed. Tautulli answers nothing for a row that it does not have, and for one from before it kept this. */
export const getStreamData = async (call: Call, rowId: number, signal?: AbortSignal): Promise<StreamData | null> => {
	const row = await call.read('get_stream_data', wire, {row_id: String(rowId)}, {signal});
	if (row.video_codec === undefined && row.audio_codec === undefined) return null;
	return {
		sourceVideo: row.video_codec ?? '',
		sourceResolution: resolution(row.video_resolution),
		sourceAudio: row.audio_codec ?? '',
		sourceKbps: row.bitrate ?? null,
		streamVideo: row.stream_video_codec ?? '',
		streamResolution: resolution(row.stream_video_resolution),
		streamAudio: row.stream_audio_codec ?? '',
		streamKbps: row.stream_bitrate ?? null,
	};
};
