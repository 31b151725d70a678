import {formatClock} from '../../canvas/clock.ts';
import type {Role, Row, Span} from '../../canvas/row.ts';
import {joinWhole, textWidth} from '../../canvas/widths.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import type {AtOnce} from '../../domain/plays/at-once.ts';
import type {PeaksAnswer} from '../../domain/plays/graph.ts';
import {beatenBy} from '../../stats/records.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {dayName, leastParts, liveOf, partWords, streamParts, transcodeParts, usualWords} from './words.ts';

/** What the colours or patterns of a column stand for. */
export const legendRow = ({glyphs: {ways}, width}: Canvas): Row => {
	const isShort = width < 46;
	const part = (sign: string, role: Role, name: string): readonly Span[] => [
		{text: isShort ? ' ' : '  '},
		{text: sign, role},
		{text: ` ${isShort ? (name.split(' ').at(-1) ?? '') : name}`, role: 'dim'},
	];
	const [first, ...rest] = [
		...part(ways[0], 'plain', isShort ? 'play' : 'direct play'),
		...part(ways[1], 'copy', 'direct stream'),
		...part(ways[2], 'transcode', 'transcode'),
	];
	return [{...first, text: ' '}, ...rest];
};

/**
 * The most streams at once, in as many words as stand in a row; a record is named with the one before, however little room.
 * What runs is not said again where the axis says it.
 */
const streamWords = (found: PeaksAnswer, scene: Scene, room: number, isOnAxis: boolean): string => {
	const all = streamParts(found, scene);
	const parts = isOnAxis && all.length > 1 ? all.filter(part => !/^now \d+$/.test(part)) : all;
	const whole = parts.join('   ');
	const now = liveOf(scene)?.streamCount ?? null;
	const beaten = beatenBy(now, found.records.streams);
	if (textWidth(whole) <= room || !beaten) return joinWhole(parts, '   ', room);
	return `now ${now}: a record, before ${beaten.count}`;
};

/** Facts below a chart, the one that counts most first. */
export const factTexts = (found: PeaksAnswer, scene: Scene, room: number, isOnAxis = false): readonly string[] =>
	[
		streamWords(found, scene, room, isOnAxis),
		joinWhole(transcodeParts(found, scene), '   ', room),
		joinWhole([usualWords(found, scene), ...leastParts(found, scene)], '   ', room),
	].filter(Boolean);

/** The same in a narrow column beside it: a blank line between the facts. */
export const factLines = (found: PeaksAnswer, scene: Scene, room: number): readonly string[] => {
	const [transcodes = '', ...more] = transcodeParts(found, scene);
	const before = more.map(words => words.split(', ', 1).join(''));
	return [
		...[...streamParts(found, scene), usualWords(found, scene)].filter(Boolean).flatMap(text => wrapWords(text, room)),
		'',
		...wrapWords([transcodes, ...before].join(', '), room),
		'',
		joinWhole(leastParts(found, scene), ', ', room),
	];
};

/** What the cursor is on: "Thu 12 Nov  7 at 21:40", "3 transcode", what else there was. */
export const reading = (
	{own}: PeaksAnswer,
	moments: ReadonlyArray<AtOnce | null>,
	index: number,
	scene: Scene,
): readonly string[] => {
	const date = dayName(own.categories[index] ?? '');
	const moment = moments[index];
	if (!moment) return [`${date}  ${own.counts[index] === null ? 'not known' : 'no stream'}`];
	const clock = (at: number): string =>
		at === scene.now ? 'now' : `at ${formatClock(at, scene.graphZone ?? scene.zone)}`;
	const transcodes = own.transcodes[index];
	const [first = '', ...others] = partWords(moment);
	const beside =
		transcodes && transcodes.count > moment.transcode
			? `most transcode ${transcodes.count} ${clock(transcodes.at)}`
			: '';
	return [`${date}  ${moment.count} ${clock(moment.at)}`, first, beside, ...others].filter(Boolean);
};
