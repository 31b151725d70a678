import type {Row} from '../../canvas/row.ts';
import {padEnd, textWidth} from '../../canvas/widths.ts';
import type {Window} from '../../domain/period.ts';
import {folded, searchedWords} from '../../domain/text/folded.ts';
import {allViews, findView} from '../../views/index.ts';
import {needsSubject} from '../../views/plan/query.ts';
import type {Step, View} from '../../views/plan/view.ts';
import {digitOf} from '../layout.ts';
import type {Shell} from '../shell.ts';
import type {State} from '../state.ts';
import {typedDay} from '../typed-day.ts';
import type {Dialog} from './dialog.ts';

/** True where the letters stand in this order in the text. */
const inOrder = (letters: string, text: string): boolean => {
	let at = 0;
	for (const letter of text) if (letter === letters[at]) at += 1;
	return at >= letters.length;
};

/** What a match is, the best first. What is `short` is a name cut to two or three letters: "ms" for months, "pf" for platforms. */
const ranks = [
	'exact',
	'begins',
	'name',
	'title',
	'initials',
	'short',
	'inside',
	'summary',
	'letters',
	'nowhere',
] as const;

type Rank = (typeof ranks)[number];

/** More letters are a word. */
const mostShort = 3;

/** The first letters of its words, which may be typed without the small ones: "ra", "pbh", "ph". */
const hasInitials = (typed: string, title: string): boolean => {
	const initials = title
		.split(' ')
		.map(word => word[0] ?? '')
		.join('');
	return typed.length > 1 && typed[0] === initials[0] && inOrder(typed, initials);
};

/** What one begins with beats what stands in it, and that beats letters that are in order only. */
const rankOf = (typed: string, {name, title, summary}: View): Rank => {
	const [word, words] = [name.toLowerCase(), title.toLowerCase()];
	if (word === typed || words === typed) return 'exact';
	if (word.startsWith(typed)) return words.startsWith(typed) ? 'begins' : 'name';
	if (words.split(' ').some(each => each.startsWith(typed)) || words.startsWith(typed)) return 'title';
	if (hasInitials(typed, words)) return 'initials';
	if (typed.length <= mostShort && typed[0] === word[0] && inOrder(typed, word)) return 'short';
	if (words.includes(typed) || word.includes(typed)) return 'inside';
	const told = folded(`${name} ${title} ${summary}`);
	if (searchedWords(typed).every(each => told.includes(each))) return 'summary';
	return inOrder(typed, word) || inOrder(typed, words) ? 'letters' : 'nowhere';
};

/** What is only about a row stands behind what opens by itself, but for its whole name. */
const placeOf = (typed: string, view: View): number => {
	const rank = rankOf(typed, view);
	const isBehind = typed !== '' && rank !== 'exact' && needsSubject(view.takes);
	return Math.max(ranks.indexOf(rank), isBehind ? ranks.indexOf('initials') : 0);
};

/** Those that match at least so well, the best first; of equal ones that which stands first in the help. */
const ranked = (typed: string, least: Rank): readonly View[] => {
	const asked = typed.trim().toLowerCase();
	return allViews()
		.map(view => ({view, place: placeOf(asked, view)}))
		.filter(({place}) => place <= ranks.indexOf(least))
		.toSorted((one, two) => one.place - two.place)
		.map(({view}) => view);
};

/** The views that match what is typed: whole matches first, then those that answer it, then letters in order. */
export const matchingViews = (typed: string): readonly View[] => ranked(typed, 'letters');

/** The views whose name, title or summary has what is typed. */
export const namedViews = (typed: string): readonly View[] => ranked(typed, 'summary');

/** Lists in which a name can be looked for, and what their line says. */
const finders: ReadonlyArray<readonly [name: string, words: string, days: {readonly window?: Window}]> = [
	['users', 'users called so', {window: {days: 0}}],
	['titles', 'titles called so', {window: {days: 0}}],
	// Their days are those of the board.
	['collections', 'collections called so', {}],
	['history', 'plays of all years', {window: {days: 0}}],
];

/**
 * A line of the list: a view, or one that opens with what is typed looked for in it (`find`; '': as it is), or about the day that is
 * typed (`step`).
 */
export type Listed = {
	readonly view: View;
	readonly find: string;
	readonly words: string;
	readonly window?: Window;
	readonly step?: Step;
};

/** The day that is typed. */
const listedDay = (typed: string, shell: Shell): readonly Listed[] => {
	const step = typedDay(typed, shell);
	const view = step && findView(step.view);
	return view ? [{view, find: '', words: `${step.subject?.name ?? ''}: ${view.summary}`, step}] : [];
};

/** The day that is typed; the views that are called so or answer it, the lists in which it can be a name, then what has its letters. */
export const listedViews = (shell: Shell): readonly Listed[] => {
	const typed = shell.state.typing?.text ?? '';
	const views = matchingViews(typed);
	const named = namedViews(typed);
	const linesOf = (some: readonly View[]): readonly Listed[] =>
		some.map(view => ({view, find: '', words: view.summary}));
	const found = [...listedDay(typed, shell), ...linesOf(named)];
	const others = linesOf(views.filter(view => !named.includes(view)));
	const find = typed.trim();
	// `!` begins a filter that leaves rows out: nobody is called so.
	if (find.length < 2 || find.startsWith('!')) return [...found, ...others];
	const lists = finders.flatMap(([name, words, days]) => {
		const view = findView(name);
		return view ? [{view, find, words, ...days}] : [];
	});
	return [...found, ...lists, ...others];
};

/** The view that Enter opens where views alone are listed; null: none matches. */
export const chosenView = ({typing, scroll}: State): View | null => {
	const found = matchingViews(typing?.text ?? '');
	return found[Math.min(scroll, found.length - 1)] ?? null;
};

/** The line that Enter opens; null: nothing matches. */
export const chosenLine = (shell: Shell): Listed | null => {
	const found = listedViews(shell);
	return found[Math.min(shell.state.scroll, found.length - 1)] ?? null;
};

/** The words, to the end of the last clause that has room: half a word says less. */
const clauses = (words: string, cells: number): string => {
	if (textWidth(words) <= cells) return words;
	const ends = [...words.matchAll(/[:,]/g)].map(({index}) => words.slice(0, index));
	return ends.findLast(part => textWidth(part) <= cells) ?? words;
};

const viewRow = ({view, find, words}: Listed, isChosen: boolean, cells: number, {state, glyphs}: Shell): Row => {
	const place = state.places.indexOf(view.name);
	return [
		{text: isChosen ? glyphs.selected : ' ', role: 'accent'},
		{text: ` ${find === '' ? digitOf(place) || ' ' : '/'} `, role: 'dim'},
		{text: padEnd(view.name, 12, glyphs.cut), role: isChosen ? 'bold' : 'plain'},
		{text: padEnd(view.title, 17, glyphs.cut)},
		{text: clauses(words, cells - namedCells), role: 'dim'},
	];
};

/** What is typed, with a mark where the next sign comes. */
export const typingWords = ({state, glyphs}: Shell): string => `${state.typing?.text ?? ''}${glyphs.ascii ? '_' : '▏'}`;

const [frameRows, fewestRows, fewestCells, mostCells] = [2, 5, 64, 92];

/** Cells of a line before the words of the view. */
const namedCells = 33;

/** Cells beside the box, of a screen that has more than it needs. */
const besideCells = 36;

/** The views by name, around the one that is chosen, in a box over so many rows. */
export const viewDialog = (shell: Shell, height: number): Dialog => {
	const {state, glyphs} = shell;
	const found = listedViews(shell);
	const width = Math.max(fewestCells, Math.min(mostCells, state.size.columns - besideCells));
	const most = Math.min(
		Math.max(allViews().length, found.length),
		Math.max(fewestRows, Math.floor(height / 2) - 1),
		Math.max(1, height - frameRows),
	);
	const chosen = Math.min(state.scroll, found.length - 1);
	const room = found.length > most ? Math.max(1, most - 1) : most;
	const first = Math.max(0, Math.min(chosen - Math.floor(room / 2), found.length - room));
	const shown = found.slice(first, first + room);
	const below = found.length - first - shown.length;
	const hidden = [first > 0 ? `${first} above` : '', below > 0 ? `${below} more ${glyphs.more}` : ''].filter(Boolean);
	const rows = shown.map((line, index) => viewRow(line, first + index === chosen, width - frameRows, shell));
	const last: Row = [{text: `    ${found.length === 0 ? 'No view is called that.' : hidden.join('   ')}`, role: 'dim'}];
	return {
		title: `Views  ${typingWords(shell)}`,
		note: `${found.filter(({find}) => find === '').length} of ${allViews().length}`,
		rows: found.length === 0 || hidden.length > 0 ? [...rows, last] : rows,
		width,
		tallest: most + frameRows,
	};
};
