import {type Row, rowWidth} from '../canvas/row.ts';
import {findView} from '../views/index.ts';
import {canFilter} from './can-filter.ts';
import {hint, keyHint} from './hint.ts';
import {visibleInstances} from './instances.ts';
import {keyLabel} from './keys/labels.ts';
import {layoutOf, windowClassOf} from './layout.ts';
import {pastKeys} from './past.ts';
import type {Shell} from './shell.ts';
import {focusedView, pageOf, type State} from './state.ts';
import {filteredDay} from './typed-day.ts';
import {workForms} from './work.ts';

/** What stands in the row of keys, by its name: an action, or one of two that are several keys. */
type Hints = {
	/** From left to right. */
	readonly order: readonly string[];
	/** The most useful first: as many as fit. What is left out is in the help. */
	readonly rank: readonly string[];
};

/** The same whatever has the focus: a move of it changes the titles alone. */
const atHome: Hints = {
	order:
		'digits rows open user zoom filter sort range axis earlier copy export collect refresh next-server views help quit'.split(
			' ',
		),
	rank: 'help quit open views zoom range user collect next-server filter digits rows sort earlier axis export copy refresh'.split(
		' ',
	),
};

const smallHome: Hints = {
	order: 'digits open back user zoom range collect next-server views help quit'.split(' '),
	rank: 'help open digits views back quit zoom range collect user next-server'.split(' '),
};

const tinyHome: Hints = {order: ['digits', 'open', 'help'], rank: ['open', 'help', 'digits']};

/** Keys that the view with the focus gives a meaning to. */
const ownActions = (state: State): readonly string[] => {
	const keys = findView(focusedView(state))?.keys;
	if (!keys) return [];
	return [...(keys.sorts.length > 0 ? ['sort'] : []), ...keys.switches.map(({action}) => action)];
};

/** False for a key that changes nothing of what this view shows. */
const isTaken = (state: State, action: string): boolean => {
	const takes = findView(focusedView(state))?.takes;
	if (action === 'range') return takes?.window !== undefined;
	if (action === 'drop-chip') return Object.keys(pageOf(state)?.where ?? {}).length > 0;
	return action !== 'axis' || (takes?.measure ?? []).length > 1;
};

const onPage = (state: State): Hints => {
	const rest = ['filter', 'drop-chip', 'range', 'axis', 'copy', 'export', 'views', 'collect', 'refresh', 'next-server'];
	const order = ['open', ...ownActions(state), ...rest.filter(action => isTaken(state, action))];
	return {order: ['back', ...order, 'help', 'quit'], rank: ['back', 'help', 'quit', ...order]};
};

const hintsOf = (state: State): Hints => {
	if (state.overlay !== 'none') return {order: ['back', 'help', 'quit'], rank: ['back', 'help', 'quit']};
	if (pageOf(state)) return onPage(state);
	const windowClass = windowClassOf(state.size);
	if (windowClass === 'tiny') return tinyHome;
	return windowClass === 'small' ? smallHome : atHome;
};

const both = (one: string, two: string, {ascii}: Shell['glyphs']): string => (ascii ? `${one}/${two}` : `${one}${two}`);

const namedHint = (name: string, shell: Shell): Row => {
	const {bindings, glyphs, state} = shell;
	if (name === 'digits') return keyHint('1-6', 'pane');
	if (name === 'rows') return keyHint(both(keyLabel('up', glyphs), keyLabel('down', glyphs), glyphs), 'row');
	// Backspace is the key that a phone has.
	if (name === 'back' && windowClassOf(state.size) !== 'tiny' && state.size.columns >= 80)
		return keyHint('esc', 'back');
	if (name === 'back') return keyHint(keyLabel('backspace', glyphs), 'back');
	if (name === 'next-server' && (state.settings?.servers.length ?? 0) < 2) return [];
	const binding = bindings.find(({action}) => action === name);
	return binding ? hint(binding.action, shell) : [];
};

/** The keys of this moment, as many as fit; a blank stays at the end. */
const keysRow = (shell: Shell): Row => {
	const {order, rank} = hintsOf(shell.state);
	let free = shell.state.size.columns - 1;
	const shown = new Map<string, Row>();
	for (const name of rank) {
		const row = namedHint(name, shell);
		const cells = rowWidth(row) + (shown.size === 0 ? 1 : 2);
		if (row.length === 0) continue;
		if (cells > free) break;
		free -= cells;
		shown.set(name, row);
	}
	const rows = order.flatMap(name => {
		const row = shown.get(name);
		return row ? [row] : [];
	});
	return rows.flatMap((row, index): Row => [{text: index === 0 ? ' ' : '  '}, ...row]);
};

const apart = (...hints: readonly Row[]): Row => hints.flatMap((row): Row => [{text: '   '}, ...row]);

const asking = (question: string, ...hints: readonly Row[]): Row => [
	{text: ` ${question}`, role: 'bold'},
	...apart(...hints),
];

/** What is asked, typed or answered at the bottom; null: nothing is. */
const questionRow = (shell: Shell): Row | null => {
	const {state, glyphs} = shell;
	if (state.notice !== null) return [{text: ` ${state.notice}`, role: 'bold'}];
	const enter = keyLabel('enter', glyphs);
	if (state.overlay === 'confirm-cancel') {
		return asking('Cancel this run? Nothing of it is stored.', keyHint('y', 'cancel it'), keyHint('esc', 'go on'));
	}
	if (state.overlay === 'export') {
		return asking('Export this view as', keyHint('c', 'CSV'), keyHint('j', 'JSON'), keyHint('esc', 'not at all'));
	}
	if (state.typing?.into === 'filter') {
		const day = filteredDay(state.typing.text, shell);
		if (day)
			return asking(`/${state.typing.text}_`, keyHint(enter, `open ${day.subject?.name}`), keyHint('esc', 'back'));
		return canFilter(focusedView(state))
			? asking(`/${state.typing.text}_`, keyHint(enter, 'keep'), keyHint('esc', 'all rows'))
			: asking(
					`/${state.typing.text}_`,
					[{text: 'a date opens its day; nothing here can be filtered'}],
					keyHint('esc', 'back'),
				);
	}
	if (state.overlay === 'help') return asking('type what to do', keyHint(enter, 'do it'), keyHint('esc', 'back'));
	if (state.overlay === 'views') return asking('type a name', keyHint(enter, 'open it'), keyHint('esc', 'back'));
	const {collecting} = state;
	if (collecting.state === 'failed') return [{text: ` ${glyphs.warn} `, role: 'bold'}, {text: collecting.reason}];
	return state.moment === null ? null : pastKeys(shell);
};

/** True where something on the screen tells of the work itself: what is asked as often as the servers' health is. */
const isToldAbove = ({state}: Shell): boolean => {
	if (state.overlay !== 'none') return false;
	const layout = layoutOf(state.size, state.focus, pageOf(state) !== null);
	return visibleInstances(state, layout).some(({view}) => view.pace === 'health');
};

const workRow = (shell: Shell): Row | null => {
	if (isToldAbove(shell)) return null;
	const forms = workForms(shell);
	const form = forms.find(row => rowWidth(row) + 2 <= shell.state.size.columns) ?? forms.at(-1);
	return form ? [{text: ' '}, ...form] : null;
};

/** What stands at the bottom: a question, work that is told nowhere else, else the keys. */
export const footer = (shell: Shell): Row => questionRow(shell) ?? workRow(shell) ?? keysRow(shell);

/** True while something on the screen counts what passes with every second. */
export const workTicks = ({state}: Shell): boolean => state.collecting.state === 'running';
