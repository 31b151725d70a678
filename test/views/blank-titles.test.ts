import {expect, test} from 'vitest';
import type {Sources} from '../../source/questions/sources.ts';
import {recent} from '../../source/views/recent.ts';
import {titles} from '../../source/views/titles.ts';
import {unwatched} from '../../source/views/unwatched/index.ts';
import {users} from '../../source/views/users.ts';
import {fakeSources} from '../helpers/fake-sources.ts';
import {fakeCanvas, tell, textOf} from './scene.ts';

const {sources} = fakeSources();
const blank = '\u00A0 ';

/** Everything is called so: a blank that nobody sees. */
const unnamed: Partial<Sources> = {
	plays: async query => {
		const answer = await sources.plays(query);
		return {...answer, rows: answer.rows.map(row => ({...row, name: blank}))};
	},
	recent: async query => {
		const answer = await sources.recent(query);
		return {...answer, rows: answer.rows.map(row => ({...row, title: blank}))};
	},
	unwatched: async query => {
		const answer = await sources.unwatched(query);
		return {...answer, rows: answer.rows.map(row => ({...row, title: blank}))};
	},
};

test.each([
	[titles, '(no title)'],
	[recent, '(no title)'],
	[unwatched, '(no title)'],
	[users, '(no name)'],
] as const)('$0.name: no row is without a word for what it is of', async (view, word) => {
	const told = await tell(view, unnamed);
	const {rows, keys} = told.draw(fakeCanvas({width: 100, height: 30, form: 'page'}));
	expect(keys.length).toBeGreaterThan(0);
	expect(textOf(rows).filter(row => row.includes(word))).toHaveLength(keys.length);
});
