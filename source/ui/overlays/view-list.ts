import type {Row} from '../../canvas/row.ts';
import {padEnd} from '../../canvas/widths.ts';
import {views} from '../../views/index.ts';
import type {View} from '../../views/plan/view.ts';
import {questionOf} from '../../views/questions.ts';
import {digitOf} from '../layout.ts';
import type {Shell} from '../shell.ts';
import type {State} from '../state.ts';
import type {Dialog} from './dialog.ts';

/** True where the letters stand in this order in the text. */
const inOrder = (letters: string, text: string): boolean => {
	let at = 0;
	for (const letter of text) if (letter === letters[at]) at += 1;
	return at >= letters.length;
};

/** The name itself, then whole matches, then letters in order; 3: none of them. */
const rankOf = (typed: string, {name, title}: View): number => {
	const [word, words] = [name.toLowerCase(), title.toLowerCase()];
	if (word === typed || words === typed) return 0;
	if (words.includes(typed) || word.includes(typed)) return 1;
	return inOrder(typed, word) || inOrder(typed, words) ? 2 : 3;
};

/** The views that match what is typed: whole matches first, then letters in order. */
export const matchingViews = (typed: string): readonly View[] => {
	const asked = typed.trim().toLowerCase();
	return views
		.map((view, place) => ({view, place, rank: rankOf(asked, view)}))
		.filter(({rank}) => rank < 3)
		.sort((one, two) => one.rank - two.rank || one.place - two.place)
		.map(({view}) => view);
};

/** The view that Enter opens; null: none matches. */
export const chosenView = ({typing, scroll}: State): View | null => {
	const found = matchingViews(typing?.text ?? '');
	return found[Math.min(scroll, found.length - 1)] ?? null;
};

const viewRow = (view: View, isChosen: boolean, {state, glyphs}: Shell): Row => {
	const place = state.places.indexOf(view.name);
	return [
		{text: isChosen ? glyphs.selected : ' ', role: 'accent'},
		{text: ` ${digitOf(place) || ' '} `, role: 'dim'},
		{text: padEnd(view.name, 12, glyphs.cut), role: isChosen ? 'bold' : 'plain'},
		{text: padEnd(view.title, 17, glyphs.cut)},
		{text: questionOf[view.name] ?? view.summary, role: 'dim'},
	];
};

/** What is typed, with a mark where the next sign comes. */
export const typingWords = ({state, glyphs}: Shell): string => `${state.typing?.text ?? ''}${glyphs.ascii ? '_' : '▏'}`;

const [frameRows, fewestRows, dialogCells] = [2, 5, 64];

/** The views by name, around the one that is chosen, in a box over so many rows. */
export const viewDialog = (shell: Shell, height: number): Dialog => {
	const {state, glyphs} = shell;
	const found = matchingViews(state.typing?.text ?? '');
	const most = Math.min(
		views.length,
		Math.max(fewestRows, Math.floor(height / 2) - 1),
		Math.max(1, height - frameRows),
	);
	const chosen = Math.min(state.scroll, found.length - 1);
	const room = found.length > most ? Math.max(1, most - 1) : most;
	const first = Math.max(0, Math.min(chosen - Math.floor(room / 2), found.length - room));
	const shown = found.slice(first, first + room);
	const below = found.length - first - shown.length;
	const hidden = [first > 0 ? `${first} above` : '', below > 0 ? `${below} more ${glyphs.more}` : ''].filter(Boolean);
	const rows = shown.map((view, index) => viewRow(view, first + index === chosen, shell));
	const last: Row = [{text: `    ${found.length === 0 ? 'No view is called that.' : hidden.join('   ')}`, role: 'dim'}];
	return {
		title: `Views  ${typingWords(shell)}`,
		note: `${found.length} of ${views.length}`,
		rows: found.length === 0 || hidden.length > 0 ? [...rows, last] : rows,
		width: dialogCells,
		tallest: most + frameRows,
	};
};
