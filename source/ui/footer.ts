import {progressBar} from '../canvas/bars.ts';
import {formatMonth} from '../canvas/clock.ts';
import {formatSpan, plural} from '../canvas/format.ts';
import {fitRow, type Row, rowWidth, type Span} from '../canvas/row.ts';
import type {Progress} from '../domain/run.ts';
import {findView} from '../views/index.ts';
import type {Action} from './keys/bindings.ts';
import {keyLabel} from './keys/labels.ts';
import {pastKeys} from './past.ts';
import type {Shell} from './shell.ts';
import {type Collecting, focusedView, pageOf, type State} from './state.ts';

const hint = (key: string, words: string): Row => [{text: key, role: 'bold'}, {text: ` ${words}`}];

/** Hints in a row, as many as fit. */
const joined = (hints: readonly Row[], width: number): Row => {
	const row: Span[] = [{text: ' '}];
	for (const spans of hints) {
		if (rowWidth(row) + rowWidth(spans) + 2 <= width) row.push(...spans, {text: '  '});
	}
	return row;
};

/** What is worth a hint, the most useful first: what does not fit is in the help. Keys of the view itself come before. */
const atHome: readonly Action[] = [
	'open',
	'zoom',
	'range',
	'collect',
	'axis',
	'filter',
	'views',
	'refresh',
	'next-pane',
];
/** Where there is little room, what cannot be guessed comes first. */
const narrow: readonly Action[] = ['open', 'back', 'collect', 'zoom', 'range'];
const onPage: readonly Action[] = ['filter', 'drop-chip', 'range', 'axis', 'export', 'views', 'collect', 'refresh'];
const always: readonly Action[] = ['help', 'quit'];

/** Keys that the view with the focus gives a meaning to. */
const ownActions = (state: State): readonly Action[] => {
	const keys = findView(focusedView(state))?.keys;
	if (!keys) return [];
	return [...(keys.sorts.length > 0 ? (['sort'] as const) : []), ...keys.switches.map(({action}) => action)];
};

/** False for a key that changes nothing of what this view shows. */
const isTaken = (state: State, action: Action): boolean => {
	const takes = findView(focusedView(state))?.takes;
	if (action === 'range') return takes?.window !== undefined;
	if (action === 'drop-chip') return Object.keys(pageOf(state)?.where ?? {}).length > 0;
	return action !== 'axis' || (takes?.measure ?? []).length > 1;
};

const worthHints = (state: State): readonly Action[] => {
	const {focus, overlay, size} = state;
	const isPage = pageOf(state) !== null;
	if (overlay !== 'none') return [];
	if (size.columns < 70 && !isPage) return narrow.filter(action => action !== 'back' || focus !== 0);
	const own = ownActions(state);
	return isPage
		? ['open', ...own, ...onPage.filter(action => isTaken(state, action))]
		: ['open', 'zoom', ...own, ...atHome.filter(each => each !== 'open' && each !== 'zoom')];
};

/** The keys of this moment. Help and quit have their place before all others. */
const keysRow = ({bindings, state, glyphs}: Shell): Row => {
	const {columns} = state.size;
	const hints = (actions: readonly Action[]): readonly Row[] =>
		actions.flatMap(action => {
			const binding = bindings.find(each => each.action === action);
			const [key] = binding?.keys ?? [];
			if (!binding || key === undefined || (binding.changes && state.settings?.lookOnly)) return [];
			return [hint(keyLabel(key, glyphs), binding.footer ?? '')];
		});
	const last = joined(hints(always), columns);
	const first = pageOf(state) || state.overlay !== 'none' ? hint('esc', 'back') : hint('1-6', 'pane');
	return [...joined([first, ...hints(worthHints(state))], columns - rowWidth(last) + 2), ...last.slice(1, -1)];
};

/** The mirror being filled: how far back it counts already; whoever fills it says itself how long that takes. */
const syncingRow = ({done, label, reachesTo}: Progress, total: number, {glyphs, state, zone}: Shell): Row => {
	const share = total === 0 ? 1 : Math.min(1, done / total);
	const far = reachesTo === undefined ? 'reading history' : `history back to ${formatMonth(reachesTo, zone)}`;
	const words = ` ${far}   `;
	const end = `   ${Math.floor(share * 100)} %${label === '' ? '' : `   ${label}`}`;
	const width = Math.max(0, Math.min(30, state.size.columns - words.length - end.length - 18));
	return [{text: words}, ...progressBar(share, width, glyphs), {text: end, role: 'dim'}];
};

const runningRow = (collecting: Collecting & {state: 'running'}, shell: Shell): Row => {
	const {now, glyphs, state} = shell;
	const {progress, startedAt, isOwn} = collecting;
	const cancel: Row = isOwn ? [{text: '   '}, ...hint('c', 'cancel')] : [];
	if (!progress || progress.total === null || progress.total === 0) {
		return [{text: ` collecting   ${progress ? `${progress.step} ${progress.label}` : 'starting'}`}, ...cancel];
	}
	if (progress.step === 'syncing') return [...syncingRow(progress, progress.total, shell), ...cancel];
	const {done, total, label} = progress;
	const left = done === 0 ? '' : `   ${formatSpan(((now - startedAt) / done) * (total - done))} left`;
	const width = Math.max(0, Math.min(30, state.size.columns - 56));
	const words = ` collecting ${done} of ${total}  ${label}`;
	const name = fitRow([{text: words}], Math.min(44, Math.max(20, state.size.columns - width - 26)), glyphs.cut);
	return [...name, ...progressBar(done / total, width, glyphs), {text: left, role: 'dim'}, ...cancel];
};

const endedRow = (collecting: Collecting & {state: 'ended'}, {glyphs}: Shell): Row => {
	const {summary, startedAt, endedAt} = collecting;
	const failed = summary.failed.length;
	if (summary.status === 'error' || summary.status === 'skipped') {
		const mark: Span = {text: ` ${glyphs.bad} `, role: 'bad'};
		return [mark, {text: `nothing collected: ${summary.reason ?? summary.status}   `}, ...hint('d', 'details')];
	}
	const took = formatSpan(Math.max(1, endedAt - startedAt));
	const done = `collected ${plural(summary.collected.length, 'collection', 'collections', glyphs)} in ${took}`;
	const trouble: Row =
		failed + summary.warnings.length === 0
			? []
			: [{text: failed === 0 ? '' : `   ${failed} failed`, role: 'bold'}, {text: '   '}, ...hint('d', 'details')];
	return [{text: ` ${glyphs.ok} `}, {text: done}, ...trouble];
};

/** What stands at the bottom: a question, a run under way or just over, how to connect a real server, else the keys. */
export const footer = (shell: Shell): Row => {
	const {state, glyphs} = shell;
	const {collecting} = state;
	if (state.notice !== null) return [{text: ` ${state.notice}`, role: 'bold'}];
	if (state.overlay === 'confirm-cancel') {
		return [
			{text: ' Cancel this run? Nothing of it is stored.   ', role: 'bold'},
			...hint('y', 'cancel it'),
			{text: '   '},
			...hint('esc', 'go on'),
		];
	}
	if (state.overlay === 'export') {
		return [
			{text: ' Export this view as   ', role: 'bold'},
			...hint('c', 'CSV'),
			{text: '   '},
			...hint('j', 'JSON'),
			{text: '   '},
			...hint('esc', 'not at all'),
		];
	}
	if (state.typing?.into === 'filter') {
		const {takes, keys} = findView(focusedView(state)) ?? {};
		if (!takes?.searches && (keys?.sorts.length ?? 0) === 0) {
			return [{text: ' Nothing here can be filtered.   ', role: 'bold'}, ...hint('esc', 'back')];
		}
		return [
			{text: ` /${state.typing.text}_`, role: 'bold'},
			{text: '   '},
			...hint(keyLabel('enter', glyphs), 'keep'),
			{text: '   '},
			...hint('esc', 'all rows'),
		];
	}
	if (state.overlay === 'help') {
		return [
			{text: ' type what to do   ', role: 'bold'},
			...hint(keyLabel('enter', glyphs), 'do it'),
			{text: '   '},
			...hint('esc', 'back'),
		];
	}
	if (state.overlay === 'views') {
		return [
			{text: ' type a name   ', role: 'bold'},
			...hint(keyLabel('enter', glyphs), 'open it'),
			{text: '   '},
			...hint('esc', 'back'),
		];
	}
	if (collecting.state === 'running') return runningRow(collecting, shell);
	if (collecting.state === 'ended') return endedRow(collecting, shell);
	if (collecting.state === 'failed') return [{text: ` ${glyphs.warn} `, role: 'bold'}, {text: collecting.reason}];
	if (state.moment !== null) return pastKeys(shell);
	const {syncing} = state;
	// A probe that finds nothing new is over before anybody could read of it.
	if (syncing && syncing.total !== null && syncing.done < syncing.total) {
		return [...syncingRow(syncing, syncing.total, shell), {text: '   panes are live', role: 'dim'}];
	}
	return keysRow(shell);
};

/** True while the footer counts something that passes with every second. */
export const footerTicks = ({state}: Shell): boolean => state.collecting.state === 'running';
