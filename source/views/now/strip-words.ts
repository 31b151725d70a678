import {formatClock, formatMoment} from '../../canvas/clock.ts';
import {type Role, type Row, rowWidth} from '../../canvas/row.ts';
import {textWidth} from '../../canvas/widths.ts';
import type {StripAnswer} from '../../domain/streams/strip.ts';
import type {StripColumn} from '../../stats/streams/strip.ts';
import type {Canvas} from '../plan/scene.ts';
import {zoneOf} from './words.ts';

/** The first of the highest columns that are known. */
export const highestColumn = (columns: readonly StripColumn[]): StripColumn['highest'] =>
	columns.reduce<StripColumn['highest']>(
		(best, {highest}) => (highest && highest.streams > (best?.streams ?? 0) ? highest : best),
		null,
	);

/** The longest of these words that fits; the last one where none does. */
const fittingWords = (room: number, ...words: readonly string[]): string =>
	words.find(each => textWidth(each) <= room) ?? words.at(-1) ?? '';

/** "now 9: a record", "before 7, 12 Nov 21:40"; else "most 5, 19:31". */
export const heightWords = (
	columns: readonly StripColumn[],
	{record}: Pick<StripAnswer, 'record'>,
	now: number | null,
	room: number,
	canvas: Canvas,
): readonly string[] => {
	const high = highestColumn(columns);
	if (!high) return [];
	const clock = formatClock(high.minute * 60, zoneOf(canvas));
	const {streams} = high;
	const most = fittingWords(room, `most ${streams}, ${clock}`, `most ${streams}`);
	if (record === null || streams <= record.count) return [most];
	const isNow = now === streams;
	const when = formatMoment(record.at, canvas.now, zoneOf(canvas));
	return [
		isNow
			? fittingWords(room, `now ${streams}: a record`, `now ${streams}: record`, `now ${streams}`)
			: fittingWords(room, `most ${streams}: a record`, most),
		fittingWords(room, `before ${record.count}, ${when}`, `before ${record.count}`),
	];
};

/** "since 20:58": from when on anything is known. */
export const sinceWords = (columns: readonly StripColumn[], canvas: Canvas): string => {
	const first = columns.find(({highest}) => highest !== null);
	return first ? `since ${formatClock(first.at, zoneOf(canvas))}` : '';
};

/** True where a part of it is not known. */
export const isPartial = (columns: readonly StripColumn[]): boolean => columns.some(({highest}) => highest === null);

const partRow = (sign: string, role: Role, name: string): Row => [
	{text: sign, role},
	{text: ` ${name}`, role: 'dim'},
];

/** Which pattern or colour is which way to play, in two lines. */
export const legendRows = ({glyphs: {ways}}: Canvas, room: number): readonly [Row, Row] => {
	const copied = partRow(ways[1], 'copy', 'stream');
	const both = [...partRow(ways[0], 'plain', 'play'), {text: ' '}, ...copied];
	return [rowWidth(both) <= room ? both : copied, partRow(ways[2], 'transcode', 'transcode')];
};
