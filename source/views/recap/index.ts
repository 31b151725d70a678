import {drawChart} from '../../canvas/chart.ts';
import {formatCount} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {sparkline} from '../../canvas/sparkline.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import {AppError} from '../../domain/app-error.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {barList, blockWidth, sideBySide} from '../plan/blocks.ts';
import {blank, cursor, cursorIndex} from '../plan/cells.ts';
import type {Canvas} from '../plan/scene.ts';
import {type Asking, defineView} from '../plan/view.ts';
import {chipsOf, personName} from '../plan/words.ts';
import {spacedLabels} from '../plays/time-view.ts';
import {askYear, type Year} from './data.ts';
import {monthName, type Part, partsOf, spanWords, yearName} from './parts.ts';
import {recapRecord, recapTable} from './record.ts';

const yearOf = ({query}: Asking): number | null => {
	if (query.subject === null) return null;
	if (!/^\d{4}$/.test(query.subject.id)) {
		throw new AppError('usage', 'The argument must be a year.', {hint: 'Write it as 2025.'});
	}
	return Number(query.subject.id);
};

/** The months as columns. */
const monthRows = ({months}: Year, width: number, height: number, {glyphs}: Canvas): readonly Row[] => [
	[{text: 'plays a month', role: 'dim'}],
	...drawChart({
		values: months.map(({plays}) => plays),
		labels: spacedLabels(month => monthName(month).slice(0, 3), 4).bind(
			null,
			months.map(({month}) => month),
		),
		width,
		height: height - 1,
		label: value => formatCount(value, glyphs),
		gutter: 5,
		glyphs,
	}).rows,
];

/** The months as a sparkline. */
const monthLine = ({months}: Year, {glyphs}: Canvas): string => {
	const values = months.map(({plays}) => plays);
	return sparkline(values, Math.max(1, ...values), glyphs);
};

const textOf = (part: Part, data: Year, canvas: Canvas): string => {
	const text = part.sentences.join('  ');
	return part.id === 'months' ? text.replace(/^By month/, `By month ${monthLine(data, canvas)}`) : text;
};

/** A part in as many lines as it needs, with the cursor at its first one. */
const partRows = (part: Part, data: Year, canvas: Canvas, isHere: boolean): readonly Row[] =>
	wrapWords(textOf(part, data, canvas), Math.max(10, canvas.width - 2)).map(
		(text, index): Row => [index === 0 ? cursor(isHere, canvas.glyphs) : blank(1), {text}],
	);

/** Months as columns, then who and what was played most: the names take what is left. */
const blockRows = (data: Year, canvas: Canvas, height: number): readonly Row[] => {
	const {glyphs} = canvas;
	const width = canvas.width - 2;
	const isWide = width >= 100;
	const each = blockWidth(width, isWide ? 3 : 2);
	const named = data.titles.map(({name, plays}) => ({name: shownTitle(name), plays}));
	const titles = barList('played most', named, {width: each, height, glyphs});
	const users = data.users.map(({name, plays}) => ({name: personName(name, canvas.names), plays}));
	const who = barList('by', users, {width: each, height, glyphs});
	const lists = [
		{width: each, rows: titles},
		{width: each, rows: who},
	];
	const months = isWide ? [{width: each, rows: monthRows(data, each, Math.min(height, 12), canvas)}] : [];
	return sideBySide([...months, ...lists]).map((row): Row => [blank(1), ...row]);
};

/** The year in words. */
export const recap = defineView<Year>({
	name: 'recap',
	title: 'The year',
	short: 'Year',
	summary: 'the year in words, against the same days of the year before',
	takes: {narrowing: true, subject: {usage: '[YEAR]', kind: 'text'}},
	ask: asking => askYear(asking, yearOf(asking)),
	coverage: ({coverage}) => coverage,
	draw: (data, canvas) => {
		const parts = partsOf(data, canvas);
		const keys = parts.map(({id}) => id);
		const here = cursorIndex(canvas, keys);
		const rows = parts.flatMap((part, index) => partRows(part, data, canvas, index === here));
		const room = canvas.height - rows.length - 1;
		const more = room < 8 ? [] : [[], ...blockRows(data, canvas, Math.min(room, 21))];
		const note = [yearName(data), spanWords(data)].filter(Boolean).join(', ');
		return {rows: [...rows, ...more].slice(0, canvas.height), note, keys};
	},
	says: (data, voice) =>
		partsOf(data, voice).flatMap(({sentences}, index) =>
			index === 0 ? [`${yearName(data)}: ${sentences[0]}`, ...sentences.slice(1)] : sentences,
		),
	json: recapRecord,
	table: recapTable,
	page: (data, scene) => ({
		title: [[yearName(data), ...chipsOf(scene.query.where).map(chip => `(${chip})`)].join(' '), spanWords(data)]
			.filter(Boolean)
			.join(', '),
		paragraphs: partsOf(data, scene).map(({sentences}) => sentences.join(' ')),
		tables: [
			{
				title: 'By month',
				table: {
					columns: ['month', 'plays'],
					rows: data.months.map(({month, plays}) => [monthName(month), plays]),
				},
			},
		],
	}),
	enter: (key, data, scene) => {
		const part = partsOf(data, scene).find(({id}) => id === key);
		if (!part) return null;
		if (key === 'titles' && data.film && !data.show) {
			return {view: 'title', subject: {id: data.film.ratingKey, name: shownTitle(data.film.name)}};
		}
		return {view: part.view, window: {from: data.from, to: data.to}};
	},
});
