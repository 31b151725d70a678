import {expect, test} from 'vitest';
import {matchingViews} from '../../../source/ui/overlays/view-list.ts';
import {allViews} from '../../../source/views/index.ts';
import {needsSubject} from '../../../source/views/plan/query.ts';
import type {View} from '../../../source/views/plan/view.ts';

const views = allViews();

const firstFor = (typed: string): string | undefined => matchingViews(typed)[0]?.name;

/** What people type: what a name or title begins with, the first letters of its words, or the name with letters left out. */
const waysToType = ({name, title}: View): readonly string[] => {
	const words = title.toLowerCase().split(' ');
	const initials = words.map(word => word[0] ?? '').join('');
	const begun = [name, ...words, initials].flatMap(word => [1, 2, 3].map(count => word.slice(0, count)));
	const cut = [...name.slice(1)].map(letter => `${name[0]}${letter}`);
	return [...begun, ...cut].toSorted((one, two) => one.length - two.length);
};

test('two letters put every view first that opens without a row', () => {
	const fewest = views
		.filter(({takes}) => !needsSubject(takes))
		.map(view => [view.name, waysToType(view).find(typed => firstFor(typed) === view.name)?.length ?? 'none']);
	expect(fewest.filter(([, letters]) => letters !== 1 && letters !== 2)).toEqual([]);
});

test('what begins so comes first, then the first letters of words, and what needs a row last', () => {
	const typed = ['rec', 'ra', 'pl', 'us', 'u', 'ti', 'ph', 'ms', 'upload'];
	expect(typed.map(firstFor)).toEqual([
		'recent',
		'recent',
		'platforms',
		'users',
		'users',
		'titles',
		'hours',
		'months',
		'capacity',
	]);
});

test('nothing typed lists all in the order of the help', () => {
	expect(matchingViews('')).toEqual(views);
});
