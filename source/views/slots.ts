import {formatCount, formatDecimal} from '../canvas/format.ts';
import type {Row} from '../canvas/row.ts';
import type {LiftAnswer, RowLift} from '../domain/lift.ts';
import {askLift, liftFlags} from './lift/ask.ts';
import {numbersJson} from './lift/json.ts';
import {liftText} from './lift/numbers.ts';
import {verdictWords} from './lift/words.ts';
import {listView} from './plan/list-view.ts';
import type {Scene} from './plan/scene.ts';
import {paragraphRows, sentence, windowWords} from './plan/words.ts';

/** Rows 1 and 2 against those below; that higher rows did more is said only where it is sure. */
const highWords = ({highAgainstLow}: LiftAnswer, {glyphs}: Pick<Scene, 'glyphs'>): string => {
	const text = `rows 1 and 2 against those below ${liftText(highAgainstLow, glyphs.times)}`;
	return highAgainstLow.verdict === 'more' ? `${text}, higher rows did more` : text;
};

const rowName = ({rows}: RowLift): string => `${rows === '1' || rows === '2' ? 'row' : 'rows'} ${rows}`;

/** What a place among the rows of the home screens is worth. */
export const slots = listView<LiftAnswer, RowLift>({
	name: 'slots',
	title: 'Home rows',
	summary: 'what a row of the home screens is worth: starts a day, and lift',
	takes: {flags: liftFlags},
	ask: askLift,
	coverage: ({coverage}) => coverage,
	rows: ({rows}) => rows,
	key: ({rows}) => rows,
	columns: [
		{id: 'row', heading: 'row', value: ({rows}) => rows, align: 'left'},
		{id: 'collections', heading: 'collections', value: ({collections}) => collections, dropAt: 3},
		{
			id: 'hours_on',
			heading: 'hours on',
			value: ({hours}) => Math.round(hours),
			show: ({hours}, {glyphs}) => formatCount(hours, glyphs),
			dropAt: 2,
		},
		{
			id: 'starts_per_day',
			heading: 'starts a day',
			value: ({startsPerDay}) => (startsPerDay === null ? null : Math.round(startsPerDay * 100) / 100),
			show: ({startsPerDay}) => (startsPerDay === null ? '' : formatDecimal(startsPerDay)),
			align: 'right',
			dropAt: 1,
		},
		{
			id: 'low',
			heading: 'lift',
			value: ({low}) => low,
			show: (row, {glyphs}) => [
				{
					text: row.hours === 0 ? '' : liftText(row, glyphs.times),
					role: row.verdict === 'more' || row.verdict === 'less' ? 'plain' : 'dim',
				},
			],
			align: 'left',
			first: 'down',
		},
		{id: 'lift', value: ({lift}) => lift},
		{id: 'high', value: ({high}) => high},
		{
			id: 'words',
			heading: 'what it says',
			value: row => (row.hours === 0 ? '' : verdictWords(row)),
			align: 'left',
			dropAt: 4,
			atMost: 90,
		},
		{id: 'text', value: row => liftText(row, 'x')},
	],
	empty: () => 'It is not known yet what was promoted.',
	note: ({days}, _, scene) => windowWords({days}, scene),
	above: (answer, _, canvas): readonly Row[] => [...paragraphRows([highWords(answer, canvas)], canvas), []],
	lead: (answer, _, scene) =>
		sentence(`Rows of the home screens in ${windowWords({days: answer.days}, scene)}`, highWords(answer, scene)),
	speak: (row, {glyphs}) =>
		sentence(rowName(row), liftText(row, glyphs.times), row.reason === null ? verdictWords(row) : ''),
	beside: answer => ({days: answer.days, high_against_low: numbersJson(answer.highAgainstLow)}),
	jsonName: 'rows',
	json: row => ({
		rows: row.rows,
		collections: row.collections,
		hours_on: Math.round(row.hours),
		starts_per_day: row.startsPerDay,
		...numbersJson(row),
	}),
});
