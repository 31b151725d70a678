import {formatDuration, formatMegabits} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {textWidth} from '../../canvas/widths.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import type {Session} from '../../domain/session.ts';
import {reasonsOf} from '../../domain/streams/why.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {blank, left} from '../plan/cells.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {reasonWords, soundWords} from '../streams/why.ts';
import {decisionWords, endsWords, formatWords, howWords} from './words.ts';

const picture = (session: Session, between: string): string => {
	const source = formatWords(session.source);
	if (session.transcodeDecision !== 'transcode') return source;
	const stream = formatWords(session.stream);
	const change = [source, stream].filter(Boolean).join(` ${between} `);
	return session.transcodeHardware ? `${change}, hardware` : change;
};

/** The selected stream in one line: player, what becomes of the picture, what of the sound. */
export const shortDetail = (session: Session, canvas: Canvas): Row => {
	const words = [
		session.player,
		picture(session, canvas.glyphs.arrow),
		decisionWords('audio', session.audioDecision),
	].filter(Boolean);
	const whole = words.join('   ');
	const text = textWidth(whole) + 5 > canvas.width ? words.slice(0, -1).join('   ') : whole;
	return [blank(4), {text, role: 'dim'}];
};

/** Cells before a fact, and of its name. */
const factIndent = 4;
const factName = 11;

/** Words in as few lines as they fit in, three cells apart; one that is too long alone is broken between its own words. */
const fitting = (words: readonly string[], room: number): readonly string[] => {
	const lines: string[] = [];
	for (const word of words.flatMap(each => (textWidth(each) > room ? wrapWords(each, Math.max(8, room)) : [each]))) {
		const longer = `${lines.at(-1) ?? ''}   ${word}`;
		if (lines.length > 0 && textWidth(longer) <= room) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
};

const fact = (name: string, words: readonly string[], canvas: Canvas): Row[] => {
	const room = canvas.width - factIndent - factName;
	const lines = fitting(words, room);
	return lines.map(
		(text, line): Row => [blank(factIndent), left(line === 0 ? name : '', factName, canvas.glyphs, 'dim'), {text}],
	);
};

const progressWords = ({progressPercent, viewOffsetMs, durationMs}: Session): string => {
	if (viewOffsetMs === null || durationMs === null) return progressPercent === null ? '' : `${progressPercent} %`;
	return `${formatDuration(viewOffsetMs / 1000)} of ${formatDuration(durationMs / 1000)}`;
};

const networkWords = ({location, bandwidthKbps}: Session): string[] => [
	location.toUpperCase(),
	bandwidthKbps === null ? '' : `${formatMegabits(bandwidthKbps)} Mb/s`,
];

/** What is known of a stream, each fact with its name: `between` stands between the file and what became of it. */
export const streamFacts = (
	session: Session,
	scene: Scene,
	between: string,
): ReadonlyArray<readonly [name: string, words: readonly string[]]> => {
	const {glyphs, names} = scene;
	const ends = session.live ? 'live' : `ends ${endsWords(session, scene)}`;
	const facts: ReadonlyArray<readonly [string, readonly string[]]> = [
		['who', [personName(session.user, names), session.libraryName]],
		['how', [howWords(session, glyphs), session.transcodeThrottled ? 'resting, its buffer is full' : '']],
		['picture', [picture(session, between)]],
		['why', reasonWords(reasonsOf(session), session, between)],
		[
			'sound',
			[
				decisionWords('audio', session.audioDecision),
				soundWords(session, between),
				decisionWords('subtitles', session.subtitleDecision),
			],
		],
		['player', [session.player, session.product, session.platform]],
		['network', networkWords(session)],
		['progress', [progressWords(session), session.state === 'playing' ? ends : session.state]],
	];
	return facts.map(([name, words]) => [name, words.filter(Boolean)] as const).filter(([, words]) => words.length > 0);
};

/** Facts with their names, each in as many rows as it needs. */
export const factRows = (
	facts: ReadonlyArray<readonly [name: string, words: readonly string[]]>,
	canvas: Canvas,
): readonly Row[] => facts.flatMap(([name, words]) => fact(name, words, canvas));

/** The selected stream with all that is known of it: one fact a row. */
export const fullDetail = (session: Session, canvas: Canvas): readonly Row[] => {
	const year = session.year === null || session.mediaType !== 'movie' ? '' : ` (${session.year})`;
	const title = `${shownTitle(session.fullTitle, session.title)}${year}`;
	return [
		[blank(4), {text: title, role: 'bold'}],
		...factRows(streamFacts(session, canvas, canvas.glyphs.arrow), canvas),
	];
};
