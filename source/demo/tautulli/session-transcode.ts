import type {Plan} from '../world/plan.ts';
import {type StreamFacts, sessionIdOf} from '../world/stream.ts';
import type {Json} from './answer.ts';

/** What a session says of its transcoder; direct streams have one too, direct plays have empty fields. */
export const transcodeFields = (
	facts: StreamFacts,
	plan: Plan,
	offsetSeconds: number,
): {readonly [name: string]: Json} => {
	const runs = plan.decision !== 'direct play';
	const isVideo = facts.videoDecision !== '';
	const ahead = Math.min(100, Math.floor(((offsetSeconds + 120) / plan.item.durationSeconds) * 100));
	return {
		throttled: facts.throttled ? '1' : '0',
		transcode_audio_channels: runs ? '2' : '',
		transcode_audio_codec: runs ? 'aac' : '',
		transcode_container: runs ? 'mp4' : '',
		transcode_height: '',
		transcode_hw_decode: facts.hardware ? 'qsv' : '',
		transcode_hw_decode_title: facts.hardware ? 'Intel (Quick Sync)' : '',
		transcode_hw_decoding: facts.hardware ? 1 : 0,
		transcode_hw_encode: facts.hardware ? 'qsv' : '',
		transcode_hw_encode_title: facts.hardware ? 'Intel (Quick Sync)' : '',
		transcode_hw_encoding: facts.hardware ? 1 : 0,
		transcode_hw_full_pipeline: facts.hardware ? 1 : 0,
		transcode_hw_requested: runs ? 1 : 0,
		transcode_key: runs ? `/transcode/sessions/${sessionIdOf(plan)}` : '',
		transcode_max_offset_available: runs ? offsetSeconds + 120 : 0,
		transcode_min_offset_available: 0,
		transcode_progress: runs ? ahead : 0,
		transcode_protocol: runs ? 'dash' : '',
		transcode_speed: facts.speed === null ? '' : facts.speed.toFixed(1),
		transcode_throttled: facts.throttled ? 1 : 0,
		transcode_video_codec: runs && isVideo ? 'h264' : '',
		transcode_width: '',
	};
};
