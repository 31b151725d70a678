import type {Row, Span} from '../../canvas/row.ts';
import {padEnd, textWidth} from '../../canvas/widths.ts';
import type {LiftAnswer, LiftNumbers} from '../../domain/lift.ts';
import type {Canvas} from '../plan/scene.ts';
import {liftInterval, liftRole, liftScale, liftText, narrowLift} from './numbers.ts';
import {shortVerdict} from './words.ts';

/** A number of many collections: what it is of, the number, its interval where there is room, and what it says. */
type Line = {readonly name: string; readonly found: LiftNumbers; readonly beside: string};

/** Up to so many cells names are short; from so many on the interval has room. */
const [narrowCells, wideCells] = [64, 100];

const lineRow = ({name, found, beside}: Line, lead: number, number: number, canvas: Canvas): Row => {
	const {glyphs, width} = canvas;
	const words = [shortVerdict(found), beside].filter(Boolean).join(', ');
	const picture: Row = width < wideCells ? [] : [...liftInterval(found, glyphs), {text: '  '}];
	return [
		{text: ` ${padEnd(name, lead, glyphs.cut)}  `},
		{text: `${padEnd(liftText(found, glyphs.times), number, glyphs.cut)}  `, role: liftRole(found)},
		...(picture.length > 1 ? picture : []),
		{text: words, role: liftRole(found)},
	];
};

/** "by row  1 ×1.7   2 ~×1.2   3-5 ?": what stood where, all collections together. */
const bandsRow = ({rows}: LiftAnswer, lead: number, {glyphs}: Canvas): Row => {
	const known = rows.filter(({hours}) => hours > 0);
	if (known.length === 0) return [];
	const parts = known.flatMap((row): Span[] => [
		{text: `${row.rows} `, role: 'dim'},
		narrowLift(row, glyphs),
		{text: '   '},
	]);
	return [{text: ` ${padEnd('by row', lead, glyphs.cut)}  `}, ...parts];
};

/** What all collections say together: promoted at all, in high rows against low ones, and row by row. */
export const togetherRows = (answer: LiftAnswer, canvas: Canvas): readonly Row[] => {
	const {together, highAgainstLow} = answer;
	const higher = highAgainstLow.verdict === 'more' ? 'higher rows did more' : '';
	const isNarrow = canvas.width < narrowCells;
	const lines: readonly Line[] = [
		{name: isNarrow ? 'together' : 'all together', found: together, beside: ''},
		{name: isNarrow ? 'high rows' : 'rows 1, 2 against below', found: highAgainstLow, beside: higher},
	];
	const lead = Math.max(...lines.map(({name}) => textWidth(name)));
	const number = Math.max(...lines.map(({found}) => textWidth(liftText(found, canvas.glyphs.times))));
	const scale: readonly Row[] =
		canvas.width < wideCells
			? []
			: [[{text: `${' '.repeat(lead + number + 5)}${liftScale(canvas.glyphs)}`, role: 'dim'}]];
	const bands = bandsRow(answer, lead, canvas);
	return [...scale, ...lines.map(line => lineRow(line, lead, number, canvas)), ...(bands.length > 0 ? [bands] : [])];
};
