import {formatClock} from '../../canvas/clock.ts';
import {formatDecimal, formatMegabits} from '../../canvas/format.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import type {Role} from '../../canvas/row.ts';
import {textWidth, truncate} from '../../canvas/widths.ts';
import {type Session, type StreamFormat, speedOf} from '../../domain/session.ts';
import {shownTitle} from '../../domain/text/text.ts';
import type {Scene} from '../plan/scene.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** "S02E05", which is never cut; '' where it is no episode. */
const episodeCode = ({mediaType, seasonNumber, episodeNumber}: Session): string =>
	mediaType === 'episode' && seasonNumber !== null && episodeNumber !== null
		? `S${two(seasonNumber)}E${two(episodeNumber)}`
		: '';

/** What is watched, in at most `width` cells: the show gives way, its episode does not. */
export const titleWords = (session: Session, width: number, glyphs: Glyphs): string => {
	const code = episodeCode(session);
	if (code === '') return truncate(shownTitle(session.fullTitle, session.title), width, glyphs.cut);
	const room = width - textWidth(code) - 2;
	if (room < 1) return truncate(code, width, glyphs.cut);
	return `${truncate(shownTitle(session.grandparentTitle, session.title), room, glyphs.cut)}  ${code}`;
};

/** True for a transcode that cannot keep up. A throttled one rests because its buffer is full. */
export const isSlow = (session: Session): boolean => (speedOf(session) ?? 1) < 1;

/** Tautulli's words for how a stream reaches its player. */
export const howWords = (session: Session, glyphs: Glyphs): string => {
	const {transcodeDecision} = session;
	if (transcodeDecision === 'copy') return 'direct stream';
	if (transcodeDecision === '') return 'not known';
	const speed = speedOf(session);
	if (speed === null) return transcodeDecision;
	const words = speed < 10 ? formatDecimal(speed) : String(Math.min(999, Math.round(speed)));
	return `transcode ${words}${glyphs.times}`;
};

/** The letter for how, where there is no room for the word. */
export const howLetter = ({transcodeDecision}: Session): string =>
	({'direct play': 'D', copy: 'S', transcode: 'T', '': '?'})[transcodeDecision];

/** The mark of the state. */
export const stateMark = ({state}: Session, glyphs: Glyphs): {text: string; role: Role} => {
	if (state === 'buffering') return {text: glyphs.buffering, role: 'bad'};
	if (state === 'paused') return {text: glyphs.paused, role: 'dim'};
	return {text: glyphs.playing, role: 'plain'};
};

/** Unix seconds when it ends if nobody pauses; null: it is paused, live, or its length is not known. */
export const endsAt = ({state, live, durationMs, viewOffsetMs}: Session, now: number): number | null => {
	if (state === 'paused' || live || durationMs === null || viewOffsetMs === null || durationMs <= 0) return null;
	return now + Math.max(0, durationMs - viewOffsetMs) / 1000;
};

/** When it ends, as a clock: a number that does not count down. */
export const endsWords = (session: Session, scene: Scene): string => {
	if (session.state === 'paused') return 'paused';
	if (session.state === 'running') return 'runs';
	if (session.live) return 'live';
	const at = endsAt(session, scene.now);
	return at === null ? scene.glyphs.none : formatClock(at, scene.zone);
};

/** "h264 1080p 9.8 Mb/s"; '' where nothing is known. */
export const formatWords = ({videoCodec, resolution, bitrateKbps, audioCodec}: StreamFormat): string =>
	[
		videoCodec || audioCodec,
		/^\d+$/.test(resolution) ? `${resolution}p` : resolution,
		bitrateKbps === null ? '' : `${formatMegabits(bitrateKbps)} Mb/s`,
	]
		.filter(Boolean)
		.join(' ');

const resolutionWords = ({videoCodec, resolution}: StreamFormat): string =>
	[videoCodec, /^\d+$/.test(resolution) ? `${resolution}p` : resolution].filter(Boolean).join(' ');

/** "hevc 1080p", or what it is made of a transcode: "1080p → 720p". */
export const pictureWords = ({source, stream, transcodeDecision}: Session, glyphs: Glyphs): string => {
	const from = resolutionWords(source);
	// A codec that stays is said once.
	const to = resolutionWords(stream.videoCodec === source.videoCodec ? {...stream, videoCodec: ''} : stream);
	return transcodeDecision !== 'transcode' || to === '' || stream.resolution === source.resolution
		? from
		: `${from} ${glyphs.arrow} ${to}`;
};

/** What is done to a part of the stream: "audio copied". */
export const decisionWords = (part: string, decision: string): string => {
	const words: Readonly<Record<string, string>> = {
		'direct play': 'played as it is',
		copy: 'copied',
		transcode: 'transcoded',
		burn: 'burned in',
	};
	return decision === '' ? '' : `${part} ${words[decision] ?? decision}`;
};
