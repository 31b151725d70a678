import {formatClock, type Zone} from '../../canvas/clock.ts';
import {formatDecimal, formatMegabits} from '../../canvas/format.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import {fitRow, type Role, type Row} from '../../canvas/row.ts';
import {roleOfWay} from '../../canvas/ways.ts';
import {textWidth, truncate} from '../../canvas/widths.ts';
import {type Session, type StreamFormat, speedOf} from '../../domain/session.ts';
import {shownTitle} from '../../domain/text/text.ts';
import type {Scene} from '../plan/scene.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** "S02E05", which is never cut; '' where it is no episode. */
export const episodeCode = ({mediaType, seasonNumber, episodeNumber}: Session): string =>
	mediaType === 'episode' && seasonNumber !== null && episodeNumber !== null
		? `S${two(seasonNumber)}E${two(episodeNumber)}`
		: '';

/** In fewer cells a blank is worth a letter. */
const narrow = 18;

/** What is watched, in at most `width` cells: the show gives way, its episode does not. */
export const titleWords = (session: Session, width: number, glyphs: Glyphs): string => {
	const code = episodeCode(session);
	if (code === '') return truncate(shownTitle(session.fullTitle, session.title), width, glyphs.cut);
	const gap = width < narrow ? 1 : 2;
	const room = width - textWidth(code) - gap;
	if (room < 1) return truncate(code, width, glyphs.cut);
	return `${truncate(shownTitle(session.grandparentTitle, session.title), room, glyphs.cut)}${' '.repeat(gap)}${code}`;
};

/** True for a transcode that cannot keep up. A throttled one rests because its buffer is full. */
export const isSlow = (session: Session): boolean => (speedOf(session) ?? 1) < 1;

/** Tautulli's word for how a stream reaches its player. */
export const howName = ({transcodeDecision}: Pick<Session, 'transcodeDecision'>): string => {
	if (transcodeDecision === 'copy') return 'direct stream';
	return transcodeDecision === '' ? 'not known' : transcodeDecision;
};

/** "4.1×"; '' where there is no speed. Below that of the film nothing is rounded up to it. */
const speedWords = (session: Session, glyphs: Glyphs): string => {
	const speed = speedOf(session);
	if (speed === null) return '';
	if (speed >= 10) return `${Math.min(999, Math.round(speed))}${glyphs.times}`;
	return `${formatDecimal(speed < 1 ? Math.floor(speed * 10 + 1e-9) / 10 : speed)}${glyphs.times}`;
};

/** How a stream reaches its player, and how fast: "transcode 4.1×". */
export const howWords = (session: Session, glyphs: Glyphs): string =>
	[howName(session), speedWords(session, glyphs)].filter(Boolean).join(' ');

/** The same in `width` cells: the way in its colour, a speed that cannot keep up as trouble. */
export const howRow = (session: Session, width: number, glyphs: Glyphs, name = howName(session)): Row => {
	const speed = speedWords(session, glyphs);
	const words: Row = [{text: name, role: roleOfWay(session.transcodeDecision)}];
	const isFitting = speed !== '' && name.length + 1 + textWidth(speed) <= width;
	const whole: Row = isFitting
		? [...words, {text: ' '}, {text: speed, role: isSlow(session) ? 'bad' : roleOfWay(session.transcodeDecision)}]
		: words;
	return fitRow(whole, width, glyphs.cut);
};

/** The letter for how, where there is no room for the word. */
export const howLetter = ({transcodeDecision}: Session): string =>
	({'direct play': 'D', copy: 'S', transcode: 'T', '': '?'})[transcodeDecision];

/** What is watched, in full. */
export const wholeTitle = (session: Session): string => {
	const code = episodeCode(session);
	return code === ''
		? shownTitle(session.fullTitle, session.title)
		: `${shownTitle(session.grandparentTitle, session.title)}  ${code}`;
};

/** The mark of the state. */
export const stateMark = ({state}: Session, glyphs: Glyphs): {text: string; role: Role} => {
	if (state === 'buffering') return {text: glyphs.buffering, role: 'bad'};
	if (state === 'paused') return {text: glyphs.paused, role: 'dim'};
	return {text: glyphs.playing, role: 'plain'};
};

/** The zone of all times of streams: the server's, where that is known. */
export const zoneOf = ({graphZone, zone}: Pick<Scene, 'graphZone' | 'zone'>): Zone => graphZone ?? zone;

/** When it ends, as a clock: a number that does not count down. */
export const endsWords = (session: Session, end: number | null, scene: Scene): string => {
	if (session.state === 'paused') return 'paused';
	if (session.state === 'running') return 'runs';
	if (session.live) return 'live';
	return end === null ? scene.glyphs.none : formatClock(end, zoneOf(scene));
};

/** "1080p", as pictures are called by their height. */
export const resolutionName = (resolution: string): string => {
	if (/^\d+$/.test(resolution)) return `${resolution}p`;
	return resolution.toLowerCase() === '4k' ? '2160p' : resolution;
};

/** "h264 1080p 9.8 Mb/s"; '' where nothing is known. */
export const formatWords = ({videoCodec, resolution, bitrateKbps, audioCodec}: StreamFormat): string =>
	[
		videoCodec || audioCodec,
		resolutionName(resolution),
		bitrateKbps === null ? '' : `${formatMegabits(bitrateKbps)} Mb/s`,
	]
		.filter(Boolean)
		.join(' ');

/** "720p", or what becomes of it: "2160p→1080p". */
export const pictureWords = ({source, stream, transcodeDecision}: Session, glyphs: Glyphs): string => {
	const [from, to] = [resolutionName(source.resolution), resolutionName(stream.resolution)];
	return transcodeDecision !== 'transcode' || to === '' || to === from ? from : `${from}${glyphs.arrow}${to}`;
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
