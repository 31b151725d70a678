import {formatWhen} from '../../canvas/clock.ts';
import {formatChange, formatCount, formatDecimal, formatHours} from '../../canvas/format.ts';
import {type ChangesAnswer, changeGroups} from '../../domain/plays/changes.ts';
import {handful} from '../../domain/plays/handful.ts';
import {type Column, listView} from '../plan/list-view.ts';
import {type Own, switchValue} from '../plan/own.ts';
import type {Scene} from '../plan/scene.ts';
import type {Step} from '../plan/view.ts';
import {amountWords, personName, sentence, windowWords} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';
import {type ChangeRow, changeRows} from './rows.ts';

const bySwitch = {
	id: 'by',
	action: 'draw',
	values: ['all', ...changeGroups],
	asks: true,
	flag: {name: 'by', takes: 'value', summary: 'by what; all has the most changed of each'},
} as const;

/** How many names of each kind stand beside the whole. */
const mostNames = 10;

const groupsOf = (own: Own) => {
	const by = switchValue(own, bySwitch);
	return by === 'all' ? changeGroups : changeGroups.filter(group => group === by);
};

/** A number in its unit: "1 204", "301 h", "22.4 %". */
const shown = (value: number | null, {unit}: ChangeRow, {glyphs}: Scene): string => {
	if (value === null) return '';
	if (unit === 'percent') return `${formatDecimal(value)} %`;
	return unit === 'seconds' ? formatHours(value, glyphs) : formatCount(value, glyphs);
};

const changeWords = (row: ChangeRow, {glyphs}: Scene): string => {
	const {change, unit} = row;
	if (change === null) return '';
	const sign = change > 0 ? '+' : change < 0 ? glyphs.minus : '';
	if (unit === 'percent') return `${sign}${formatDecimal(Math.abs(change))} pt`;
	return unit === 'seconds' ? `${sign}${formatHours(Math.abs(change), glyphs)}` : formatChange(change, glyphs);
};

const nameOf = ({group, name, deleted}: ChangeRow, {names}: Scene): string =>
	`${group === 'user' ? personName(name, names) : name}${deleted ? ' (deleted)' : ''}`;

const numbered = (id: 'now' | 'before'): Column<ChangeRow> => ({
	id,
	heading: id,
	value: row => row[id],
	show: (row, scene) => shown(row[id], row, scene),
	align: 'right',
});

const columns: readonly Column<ChangeRow>[] = [
	{id: 'group', heading: 'of', value: ({group}) => group, dropAt: 2},
	{id: 'key', value: ({key}) => keyValue(key)},
	{id: 'name', heading: 'name', value: ({name}) => name, show: nameOf, grows: true, atMost: 48},
	{id: 'unit', value: ({unit}) => unit},
	numbered('now'),
	numbered('before'),
	{
		id: 'change',
		heading: 'change',
		value: ({change}) => change,
		show: changeWords,
		align: 'right',
	},
	{
		id: 'change_percent',
		heading: '%',
		value: ({percent}) => percent,
		show: ({percent}, {glyphs}) => (percent === null ? '' : `${formatChange(percent, glyphs)} %`),
		align: 'right',
		dropAt: 1,
	},
];

/** The page of a row: of a name, or of what is counted. */
const pageOf = ({group, key, name}: ChangeRow): Step => {
	const choice = {id: key, name};
	switch (group) {
		case 'library':
			return {view: 'titles', where: {library: [choice]}};
		case 'user':
			return {view: 'user', subject: choice};
		case 'title':
			return {view: 'title', subject: choice};
		case 'platform':
			return {view: 'history', where: {platform: [choice]}};
		case 'all':
			return {view: {users: 'users', transcoded: 'types', most: 'peaks'}[key] ?? 'days'};
	}
};

/** "1 204 plays, before 980". */
const wholeWords = ({now, before}: ChangesAnswer, {glyphs}: Scene): string =>
	`${amountWords(now.plays, 'plays', glyphs)}, before ${formatCount(before.plays, glyphs)}`;

/** What the window before cannot tell. */
const recordsWords = ({recordsFrom}: ChangesAnswer, {now, zone}: Scene): string =>
	recordsFrom === null ? '' : `our records begin ${formatWhen(recordsFrom, now, zone)}`;

/** This window against the one before it, by anything. */
export const changes = listView<ChangesAnswer, ChangeRow>({
	name: 'changes',
	title: 'What changed',
	short: 'Changes',
	summary: 'this window against the one before it, of the same length',
	takes: {window: 'any', past: true, measure: ['plays', 'duration', 'users'], narrowing: true},
	switches: [bySwitch],
	ask: ({sources, query, own, signal}) =>
		sources.changes({window: query.window, where: query.where, groups: groupsOf(own)}, signal),
	coverage: ({coverage}) => coverage,
	rows: (data, scene) => changeRows(data, scene.query.measure, switchValue(scene.own, bySwitch), mostNames),
	key: ({group, key}) => `${group} ${key}`,
	columns,
	empty: (_, scene) => `Nothing was played in ${windowWords(scene.query.window, scene)}, nor before.`,
	note: (data, _, scene) =>
		[wholeWords(data, scene), recordsWords(data, scene), windowWords(scene.query.window, scene)]
			.filter(Boolean)
			.join(', '),
	enter: row => pageOf(row),
	user: ({group, key, name}, {names}) => (group === 'user' ? {id: key, name: personName(name, names)} : null),
	lead: (data, _, scene) =>
		sentence(`${wholeWords(data, scene)}, in ${windowWords(scene.query.window, scene)}`, recordsWords(data, scene)),
	speak: (row, scene) =>
		sentence(
			nameOf(row, scene),
			row.now === null || row.before === null
				? `too few plays, under ${handful}`
				: `${shown(row.now, row, scene)}, before ${shown(row.before, row, scene)}`,
			changeWords(row, scene),
		),
	beside: ({spans, recordsFrom}, {own}) => ({
		by: switchValue(own, bySwitch),
		now: spans.now,
		before: spans.before,
		records_from: recordsFrom,
	}),
});
