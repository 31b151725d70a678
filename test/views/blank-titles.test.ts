import {expect, test} from 'vitest';
import type {Sources} from '../../source/questions/sources.ts';
import {history} from '../../source/views/history/index.ts';
import {recap} from '../../source/views/recap/index.ts';
import {recent} from '../../source/views/recent.ts';
import {titles} from '../../source/views/titles.ts';
import {unwatched} from '../../source/views/unwatched/index.ts';
import {users} from '../../source/views/users.ts';
import {fakePlay, fakeSources} from '../helpers/fake-sources.ts';
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

test('a show of blanks has that word in the history, and in the year', async () => {
	const episode = {...fakePlay({}), mediaType: 'episode', fullTitle: `${blank} - Pilot`, grandparentTitle: blank};
	const plays = [
		{...episode, seasonNumber: 1, episodeNumber: 2},
		{...episode, seasonNumber: null},
	];
	const past = await tell(history, {
		history: async query => ({...(await sources.history(query)), plays}),
	});
	const text = textOf(past.draw(fakeCanvas({width: 120, height: 10})).rows).join('\n');
	expect(text).toContain('(no title)  S01E02');
	expect(text).toContain('(no title) - Pilot');
	const year = await tell(recap, {
		recap: async query => {
			const answer = await sources.recap(query);
			return {
				...answer,
				film: answer.film && {...answer.film, name: blank},
				show: answer.show && {...answer.show, name: blank},
			};
		},
	});
	expect(textOf(year.draw(fakeCanvas({width: 100, height: 30})).rows).join('\n')).toMatch(
		/\(no title\).*Show \(no title\)/,
	);
});
