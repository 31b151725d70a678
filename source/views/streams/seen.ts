import {formatDayClock} from '../../canvas/clock.ts';
import {formatDecimal, formatMegabits, plural} from '../../canvas/format.ts';
import type {Session} from '../../domain/session.ts';
import type {SeenStream} from '../../domain/streams/seen-stream.ts';
import {reasonsOf, type WhyFacts} from '../../domain/streams/why.ts';
import type {Scene} from '../plan/scene.ts';
import {time} from '../plan/words.ts';
import {causeWords} from './why.ts';

type SentFacts = WhyFacts & Pick<Session, 'source' | 'stream' | 'transcodeHardware' | 'relayed'>;

/** "buffered 2 times, 41 s"; '' where it never did. */
const stallWords = ({stalls, stalledSeconds}: SeenStream, {glyphs}: Pick<Scene, 'glyphs'>): string =>
	stalls === 0 ? '' : `buffered ${plural(stalls, 'time', 'times', glyphs)}, ${stalledSeconds} s`;

/** What tautop saw of a stream while it ran, each fact with its name. */
export const seenFacts = (
	seen: SeenStream,
	{glyphs, zone}: Scene,
	between: string,
): ReadonlyArray<readonly [name: string, words: readonly string[]]> => [
	['why', [...causeWords(seen, between), seen.transcodeHardware ? 'hardware' : '']],
	['stalls', [stallWords(seen, {glyphs}) || 'none seen']],
	[
		'at worst',
		[
			seen.slowestSpeed === null ? '' : `${formatDecimal(seen.slowestSpeed)}${glyphs.times}`,
			seen.highestKbps === null ? '' : `most ${formatMegabits(seen.highestKbps)} Mb/s`,
			seen.relayed ? 'over the relay' : '',
		],
	],
	['seen', [`since ${formatDayClock(seen.firstSeen, zone)}`, time(seen.lastSeen - seen.firstSeen)]],
];

/** What programs read of how a stream was sent, beside what Tautulli tells of plays too: null where nobody saw it. */
export const sentRecord = (stream: SentFacts | null) => ({
	why: stream && reasonsOf(stream).join(' '),
	quality_profile: stream?.qualityProfile ?? null,
	source_container: stream?.source.container ?? null,
	stream_container: stream?.stream.container ?? null,
	source_audio_channels: stream?.source.audioChannels ?? null,
	stream_audio_channels: stream?.stream.audioChannels ?? null,
	subtitles: stream && [stream.source.subtitleLanguage, stream.source.subtitleCodec].filter(Boolean).join(' '),
	video_decision: stream?.videoDecision ?? null,
	audio_decision: stream?.audioDecision ?? null,
	subtitle_decision: stream?.subtitleDecision ?? null,
	hardware: stream?.transcodeHardware ?? null,
	relayed: stream?.relayed ?? null,
});

/** What programs read of what happened while it ran. */
export const seenRecord = (seen: SeenStream | null) => ({
	first_seen: seen?.firstSeen ?? null,
	last_seen: seen?.lastSeen ?? null,
	stalls: seen?.stalls ?? null,
	stalled_seconds: seen?.stalledSeconds ?? null,
	slowest_speed: seen?.slowestSpeed ?? null,
	highest_kbps: seen?.highestKbps ?? null,
});
