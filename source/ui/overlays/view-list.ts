import type {Row} from '../../canvas/row.ts';
import {padEnd} from '../../canvas/widths.ts';
import {views} from '../../views/index.ts';
import {needsSubject} from '../../views/plan/query.ts';
import type {View} from '../../views/plan/view.ts';
import {digitOf} from '../layout.ts';
import type {Shell} from '../shell.ts';
import type {State} from '../state.ts';

/** True where the letters stand in this order in the text. */
const inOrder = (letters: string, text: string): boolean => {
	let at = 0;
	for (const letter of text) if (letter === letters[at]) at += 1;
	return at >= letters.length;
};

const rankOf = (typed: string, {name, title}: View): number => {
	const [word, words] = [name.toLowerCase(), title.toLowerCase()];
	if (word.startsWith(typed)) return 0;
	if (words.includes(typed) || word.includes(typed)) return 1;
	return inOrder(typed, `${word} ${words}`) ? 2 : 3;
};

/** The views that can be opened by their name alone and match what is typed: whole matches first, then letters in order. */
export const matchingViews = (typed: string): readonly View[] => {
	const asked = typed.trim().toLowerCase();
	const open = views.filter(({takes}) => !needsSubject(takes));
	return open
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

/** Every view with what it answers; the digit of those that have a place. */
export const viewRows = ({state, glyphs}: Shell): readonly Row[] => {
	const found = matchingViews(state.typing?.text ?? '');
	if (found.length === 0) return [[], [{text: '    No view is called that.'}]];
	const chosen = chosenView(state);
	return found.map((view): Row => {
		const place = state.places.indexOf(view.name);
		const isChosen = view === chosen;
		return [
			{text: isChosen ? glyphs.selected : ' ', role: 'accent'},
			{text: ` ${digitOf(place) || ' '} `, role: 'dim'},
			{text: padEnd(view.name, 13, glyphs.cut), role: isChosen ? 'bold' : 'plain'},
			{text: padEnd(view.title, 18, glyphs.cut)},
			{text: view.summary, role: 'dim'},
		];
	});
};
