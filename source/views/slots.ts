import {formatCount, formatDecimal} from '../canvas/format.ts';
import type {Row} from '../canvas/row.ts';
import type {LiftAnswer, RowLift} from '../domain/lift.ts';
import type {Json} from '../export/json.ts';
import {askLift, liftFlags} from './lift/ask.ts';
import {numbersJson} from './lift/json.ts';
import {liftInterval, liftRole, liftScale, liftText} from './lift/numbers.ts';
import {togetherRows} from './lift/together.ts';
import {shortVerdict, verdictWords} from './lift/words.ts';
import {type Column, listView} from './plan/list-view.ts';
import type {Scene} from './plan/scene.ts';
import {sentence, windowWords} from './plan/words.ts';

/** Rows 1 and 2 against those below; that higher rows did more is said only where it is sure. */
const highWords = ({highAgainstLow}: LiftAnswer, {glyphs}: Pick<Scene, 'glyphs'>): string => {
	const text = `rows 1 and 2 against those below ${liftText(highAgainstLow, glyphs.times)}`;
	return highAgainstLow.verdict === 'more' ? `${text}, higher rows did more` : text;
};

const rowName = ({rows}: RowLift): string => `${rows === '1' || rows === '2' ? 'row' : 'rows'} ${rows}`;

/** What programs read of some rows. */
const record = (row: RowLift): {readonly [key: string]: Json} => ({
	rows: row.rows,
	collections: row.collections,
	hours_on: Math.round(row.hours),
	starts_per_day: row.startsPerDay,
	...numbersJson(row),
});

/** A column of what JSON has under this name. */
const fact = (id: string): Pick<Column<RowLift>, 'id' | 'value'> => ({
	id,
	value: row => {
		const value = record(row)[id];
		return typeof value === 'object' || value === undefined ? null : value;
	},
});

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
		{...fact('rows'), heading: 'row', align: 'left'},
		{...fact('collections'), heading: 'collections', dropAt: 3},
		{
			...fact('hours_on'),
			heading: 'hours on',
			show: ({hours}, {glyphs}) => formatCount(hours, glyphs),
			dropAt: 2,
		},
		{
			...fact('starts_per_day'),
			heading: 'starts a day',
			show: ({startsPerDay}) => (startsPerDay === null ? '' : formatDecimal(startsPerDay)),
			align: 'right',
			dropAt: 1,
		},
		{
			...fact('low'),
			heading: 'lift',
			show: (row, {glyphs}) => [
				{
					text: row.hours === 0 ? '' : liftText(row, glyphs.times),
					role: liftRole(row),
				},
			],
			align: 'left',
			first: 'down',
		},
		{
			id: 'interval',
			heading: ({glyphs}) => liftScale(glyphs),
			value: ({low}) => low,
			show: (row, {glyphs}) => liftInterval(row, glyphs),
			align: 'left',
			first: 'down',
			dropAt: 4,
			exported: false,
		},
		...['lift', 'high', 'verdict', 'reason'].map(fact),
		{
			id: 'words',
			heading: 'what it says',
			value: row => (row.hours === 0 ? '' : verdictWords(row)),
			show: row => shortVerdict(row),
			align: 'left',
			dropAt: 5,
		},
		{id: 'text', value: row => liftText(row, 'x')},
		...['on_starts', 'off_starts', 'other_on_starts', 'other_off_starts', 'expected_on', 'expected_off', 'rotated'].map(
			fact,
		),
	],
	empty: () => 'It is not known yet what was promoted.',
	note: ({days}, _, scene) => windowWords({days}, scene),
	above: (answer, _, canvas): readonly Row[] => togetherRows({...answer, rows: []}, canvas),
	ruled: true,
	enter: () => ({view: 'lift'}),
	lead: (answer, _, scene) =>
		sentence(`Rows of the home screens in ${windowWords({days: answer.days}, scene)}`, highWords(answer, scene)),
	speak: (row, {glyphs}) =>
		sentence(rowName(row), liftText(row, glyphs.times), row.reason === null ? verdictWords(row) : ''),
	beside: answer => ({days: answer.days, high_against_low: numbersJson(answer.highAgainstLow)}),
	jsonName: 'rows',
	json: record,
});
