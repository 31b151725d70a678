import * as z from 'zod/mini';
import type {StreamData} from '../../domain/plays/play.ts';
import type {Call} from '../call.ts';
import {numOrNull, resolution, text} from '../wire.ts';

const wire = z.object({
	video_codec: z.optional(text),
	video_full_resolution: resolution,
	audio_codec: z.optional(text),
	bitrate: z.optional(numOrNull),
	stream_video_codec: z.optional(text),
	stream_video_full_resolution: resolution,
	stream_audio_codec: z.optional(text),
	stream_bitrate: z.optional(numOrNull),
});

/** How a play was streamed. Tautulli answers nothing for a row that it does not have, and for one from before it kept this. */
export const getStreamData = async (call: Call, rowId: number, signal?: AbortSignal): Promise<StreamData | null> => {
	const row = await call.read('get_stream_data', wire, {row_id: String(rowId)}, {signal});
	if (row.video_codec === undefined && row.audio_codec === undefined) return null;
	return {
		sourceVideo: row.video_codec ?? '',
		sourceResolution: row.video_full_resolution,
		sourceAudio: row.audio_codec ?? '',
		sourceKbps: row.bitrate ?? null,
		streamVideo: row.stream_video_codec ?? '',
		streamResolution: row.stream_video_full_resolution,
		streamAudio: row.stream_audio_codec ?? '',
		streamKbps: row.stream_bitrate ?? null,
	};
};
