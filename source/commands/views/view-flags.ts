import type {View} from '../../views/plan/view.ts';
import type {Flag} from '../command.ts';
import {daysFlag, documentFlags, outputFlags, watchFlags} from '../line/flags.ts';
import {narrowingFlags, searchFlag} from './narrowing-flags.ts';
import {switchFlags} from './switch-flags.ts';

const dates: readonly Flag[] = [
	{
		name: 'date',
		type: 'string',
		value: 'DATE',
		summary: "this one day of the server's calendar: 2026-11-21, yesterday, tuesday",
	},
	{name: 'from', type: 'string', value: 'DATE', summary: "from this day of the server's calendar on: 2026-11-01"},
	{name: 'to', type: 'string', value: 'DATE', summary: 'to this day, and all of it', default: 'today'},
];

const past: Flag = {
	name: 'at',
	type: 'string',
	value: 'TIME',
	summary: 'as it was then: "2026-11-21 21:10" by the clock of the server, 2026-11-21T20:10Z, or Unix seconds',
};

const rowsOf = ({takes: {printed}}: View): readonly Flag[] => [
	{name: 'reverse', type: 'boolean', summary: 'the other way round'},
	{
		name: 'limit',
		type: 'number',
		value: 'N',
		min: 1,
		summary: 'at most N rows',
		...(printed === undefined ? {} : {default: String(printed)}),
	},
	{name: 'start', type: 'number', value: 'N', min: 0, default: '0', summary: 'pass over the first N rows'},
];

const sortOf = ({keys}: View): Flag => ({
	name: 'sort',
	type: 'string',
	value: 'COLUMN',
	choices: keys.sorts,
	summary: `by ${keys.sorts.join(', ')}`,
	hint: 'Without it rows stand in the order of the view.',
});

const measureOf = (measures: readonly string[]): Flag => ({
	name: 'y-axis',
	type: 'string',
	value: measures.join('|'),
	choices: measures,
	default: measures[0],
	summary: 'what is counted',
});

const narrowingsOf = ({takes: {narrowing = false}}: View): readonly Flag[] => {
	if (typeof narrowing !== 'boolean') return narrowingFlags.filter(({kind}) => narrowing.includes(kind));
	return narrowing ? [...narrowingFlags, searchFlag] : [];
};

const filter: Flag = {
	name: 'filter',
	type: 'string',
	value: 'TEXT',
	summary: 'only rows that hold this text; with ! in front, only those that do not',
};

/** Where history is searched, `--search` does it. */
const hasFilter = ({takes, columns}: View): boolean => columns.length > 0 && !takes.rows && takes.narrowing !== true;

/** The flags of a view, in the order of its help: all from what it says of itself. */
export const viewFlags = (view: View): readonly Flag[] => {
	const {takes, keys, columns} = view;
	return [
		...(takes.window ? [daysFlag] : []),
		...(takes.window && takes.window !== 'days' ? dates : []),
		...(takes.past ? [past] : []),
		...(takes.flags ?? []),
		...(takes.measure ? [measureOf(takes.measure)] : []),
		...narrowingsOf(view),
		...switchFlags(view),
		...(hasFilter(view) ? [filter] : []),
		...(keys.sorts.length > 0 ? [sortOf(view)] : []),
		...(columns.length > 0 ? rowsOf(view) : []),
		...outputFlags,
		...documentFlags,
		...watchFlags,
	];
};
