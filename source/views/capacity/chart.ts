import {type AxisLabel, axisWithCursor} from '../../canvas/axis.ts';
import {formatClock} from '../../canvas/clock.ts';
import {drawColumns} from '../../canvas/columns.ts';
import type {Role, Row, Span} from '../../canvas/row.ts';
import {padStart} from '../../canvas/widths.ts';
import {nearShare} from '../../domain/streams/capacity.ts';
import type {MinuteColumn} from '../../stats/streams/minute-columns.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {placeOf} from './columns.ts';
import {limitMegabits} from './words.ts';

/** Rates in time, held against a limit. */
export type RateChart = {
	readonly columns: readonly MinuteColumn[];
	readonly limitKbps: number | null;
	/** Rows in all, the axis included. */
	readonly height: number;
	/** Index of the column that the cursor is on; -1: none. */
	readonly selected: number;
};

/** Cells of the scale, and the blank behind it. */
export const scaleCells = 5;

const hour = 3600;

/** Cells that a clock time and the blank around it take. */
const labelCells = 8;

/** The first time at the left end, whole hours between, now at the right end where that is what it ends with. */
const labelsOf = (columns: readonly MinuteColumn[], endsNow: boolean, scene: Scene): readonly AxisLabel[] => {
	const [first] = columns;
	if (!first) return [];
	const step = first.minutes * 60;
	const every = [1, 2, 3, 4, 6, 12].find(hours => (hours * hour) / step >= labelCells) ?? 24;
	const end = columns.length - (endsNow ? labelCells - 2 : 0);
	const inside = columns.flatMap(({from}, at): readonly AxisLabel[] => {
		const clock = formatClock(from, placeOf(scene));
		const isWhole = from % hour < step && Number(clock.slice(0, 2)) % every === 0;
		return isWhole && at >= labelCells && at + 5 <= end ? [{at, text: clock.replace(/..$/, '00')}] : [];
	});
	const now = endsNow ? [{at: columns.length - 3, text: 'now'}] : [];
	return [{at: 0, text: formatClock(first.from, placeOf(scene))}, ...inside, ...now];
};

/** A rate near the limit is trouble. */
const roleOf = ({highest}: MinuteColumn, limitKbps: number | null): Role =>
	highest && limitKbps !== null && highest.kbps > limitKbps * nearShare ? 'bad' : 'plain';

/** Neighbours of one look as one span. */
const joined = (spans: readonly Span[]): Row => {
	const row: Span[] = [];
	for (const span of spans) {
		const last = row.at(-1);
		if (last && last.role === span.role) row[row.length - 1] = {...last, text: last.text + span.text};
		else row.push(span);
	}
	return row;
};

/** Columns from zero with a line at the limit; a dot at the bottom is a time that nobody saw. */
export const rateRows = (
	{columns, limitKbps, height, selected}: RateChart,
	endsNow: boolean,
	canvas: Canvas,
): readonly Row[] => {
	const {glyphs} = canvas;
	const values = columns.map(({highest}) => highest?.kbps ?? null);
	const max = Math.max(limitKbps ?? 0, ...values.map(value => value ?? 0), 1);
	const plot = Math.max(1, height - 1);
	const limitRow = limitKbps === null ? -1 : Math.min(plot - 1, Math.floor((1 - limitKbps / max) * plot));
	const label = (row: number): string => {
		if (row === 0) return limitMegabits(max);
		if (row === plot - 1) return '0';
		return row === limitRow && limitKbps !== null ? limitMegabits(limitKbps) : '';
	};
	const cellOf = (sign: string, row: number, index: number): Span => {
		const column = columns[index];
		if (sign !== ' ') return {text: sign, role: column ? roleOf(column, limitKbps) : 'plain'};
		if (row === limitRow) return {text: glyphs.limit, role: 'dim'};
		const isUnseen = row === plot - 1 && !column?.highest;
		return isUnseen ? {text: glyphs.track, role: 'dim'} : {text: ' ', role: 'plain'};
	};
	const rows = drawColumns({values, height: plot, max, glyphs}).map(
		(text, row): Row => [
			{text: `${padStart(label(row), scaleCells - 1, glyphs.cut)} `, role: 'dim'},
			...joined([...text].map((sign, index) => cellOf(sign, row, index))),
		],
	);
	const here = columns[selected];
	const cursor = here
		? {at: selected, sign: glyphs.cursor, name: formatClock(here.highest?.at ?? here.from, placeOf(canvas))}
		: null;
	const axis = axisWithCursor(labelsOf(columns, endsNow, canvas), columns.length, cursor);
	return [...rows, [{text: ' '.repeat(scaleCells)}, ...axis]];
};
