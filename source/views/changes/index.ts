import {formatWhen} from '../../canvas/clock.ts';
import {formatCount} from '../../canvas/format.ts';
import {type ChangesAnswer, type Compared, changeGroups} from '../../domain/plays/changes.ts';
import {handful} from '../../domain/plays/handful.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {type ListPlan, listView} from '../plan/list-view.ts';
import {type Own, switchValue} from '../plan/own.ts';
import type {Takes, ViewQuery} from '../plan/query.ts';
import type {Scene} from '../plan/scene.ts';
import type {Step, View} from '../plan/view.ts';
import {amountWords, paragraphRows, personName, sentence, windowWords} from '../plan/words.ts';
import {changeColumns, changeWords, nameOf, shown} from './columns.ts';
import {monthSentences, monthWords} from './month-words.ts';
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

/** The page of a row: of a name, or of what is counted. */
const pageOf = ({group, key, name}: ChangeRow): Step => {
	const choice = {id: key, name: group === 'title' ? shownTitle(name) : name};
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
	recordsFrom === null ? '' : `the records begin ${formatWhen(recordsFrom, now, zone)}`;

/** What tells the views of changes apart. */
type ChangesPlan = Pick<ListPlan<ChangesAnswer, ChangeRow>, 'name' | 'title' | 'short' | 'summary' | 'above'> & {
	readonly takes: Takes;
	/** What is compared. */
	readonly compared: (query: ViewQuery) => Compared;
	/** The window in words. */
	readonly when: (data: ChangesAnswer | null, scene: Scene) => string;
};

/** A window against another one, by anything. */
const changesView = ({compared, when, ...plan}: ChangesPlan): View =>
	listView<ChangesAnswer, ChangeRow>({
		...plan,
		switches: [bySwitch],
		ask: ({sources, query, own, signal}) =>
			sources.changes({window: compared(query), where: query.where, groups: groupsOf(own)}, signal),
		coverage: ({coverage}) => coverage,
		rows: (data, scene) => changeRows(data, scene.query.measure, switchValue(scene.own, bySwitch), mostNames),
		key: ({group, key}) => `${group} ${key}`,
		columns: changeColumns,
		empty: (data, scene) => `Nothing was played in ${when(data, scene)}, nor before.`,
		// What is said above needs no place on the rule.
		note: (data, _, scene) =>
			[plan.above ? '' : wholeWords(data, scene), recordsWords(data, scene), when(data, scene)]
				.filter(Boolean)
				.join(', '),
		enter: row => pageOf(row),
		user: ({group, key, name}, {names}) => (group === 'user' ? {id: key, name: personName(name, names)} : null),
		lead: (data, _, scene) =>
			sentence(`${wholeWords(data, scene)}, in ${when(data, scene)}`, recordsWords(data, scene)),
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

/** This window against the one before it, by anything. */
export const changes = changesView({
	name: 'changes',
	title: 'What changed',
	short: 'Changes',
	summary: 'this window against the one before it, of the same length',
	takes: {window: 'any', past: true, measure: ['plays', 'duration', 'users'], narrowing: true},
	compared: ({window}) => window,
	when: (_, scene) => windowWords(scene.query.window, scene),
});

/** This month against the same days of last month. */
export const month = changesView({
	name: 'month',
	title: 'This month',
	summary: 'this month against the same days of last month',
	takes: {past: true, measure: ['plays', 'duration', 'users'], narrowing: true},
	compared: ({window}) => ({month: 'this', at: 'days' in window ? window.at : undefined}),
	when: monthWords,
	above: (data, _, canvas) => paragraphRows(monthSentences(data, canvas), canvas),
});
