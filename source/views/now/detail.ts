import {formatDuration, formatMegabits} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {textWidth} from '../../canvas/widths.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import type {Session} from '../../domain/session.ts';
import {shownTitle} from '../../domain/text.ts';
import {blank, left} from '../cells.ts';
import type {Canvas} from '../scene.ts';
import {personName} from '../words.ts';
import {decisionWords, endsWords, formatWords, howWords} from './words.ts';

const picture = (session: Session, canvas: Canvas): string => {
	const source = formatWords(session.source);
	if (session.transcodeDecision !== 'transcode') return source;
	const stream = formatWords(session.stream);
	const change = [source, stream].filter(Boolean).join(` ${canvas.glyphs.arrow} `);
	return session.transcodeHardware ? `${change}, hardware` : change;
};

/** The selected stream in one line: player, what becomes of the picture, what of the sound. */
export const shortDetail = (session: Session, canvas: Canvas): Row => {
	const words = [session.player, picture(session, canvas), decisionWords('audio', session.audioDecision)].filter(
		Boolean,
	);
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
	const lines = fitting(words.filter(Boolean), room);
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

/** The selected stream with all that is known of it: one fact a row. */
export const fullDetail = (session: Session, canvas: Canvas): readonly Row[] => {
	const {glyphs} = canvas;
	const year = session.year === null ? '' : ` (${session.year})`;
	const subtitles = decisionWords('subtitles', session.subtitleDecision);
	return [
		[
			blank(4),
			{
				text: `${shownTitle(session.fullTitle, session.title)}${session.mediaType === 'movie' ? year : ''}`,
				role: 'bold',
			},
		],
		...fact('who', [personName(session.user, canvas.names), session.libraryName], canvas),
		...fact(
			'how',
			[howWords(session, glyphs), session.transcodeThrottled ? 'resting, its buffer is full' : ''],
			canvas,
		),
		...fact('picture', [picture(session, canvas)], canvas),
		...fact('sound', [decisionWords('audio', session.audioDecision), session.source.audioCodec, subtitles], canvas),
		...fact('player', [session.player, session.product, session.platform], canvas),
		...fact('network', networkWords(session), canvas),
		...fact(
			'progress',
			[
				progressWords(session),
				session.state !== 'playing' ? session.state : session.live ? 'live' : `ends ${endsWords(session, canvas)}`,
			],
			canvas,
		),
	];
};
