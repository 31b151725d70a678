import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {history} from '../../source/views/history/index.ts';
import {play} from '../../source/views/play.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakePlay} from '../helpers/fake-sources.ts';
import {fakeCanvas, queryFor, tell, textOf} from './scene.ts';

const coverage = fullCoverage(fakeNow);
const mine = fakePlay({rowId: 90});
const before = fakePlay({rowId: 80});
const other = fakePlay({rowId: 70, userId: 99, user: 'ida'});

const world = {
	play: async () => mine,
	moment: async () => ({plays: [other, mine, before], begins: null, coverage}),
	history: async () => ({
		recordsTotal: 3,
		recordsFiltered: 3,
		recordsSearched: 3,
		start: 0,
		plays: [mine, before, fakePlay({rowId: 60, joinedRows: [60, 90]})],
		coverage,
	}),
};

const canvas = fakeCanvas({query: queryFor(play), width: 100, height: 30, form: 'page'});

test('others at the same time, then the same user before and after: the cursor goes to each', async () => {
	const answer = await tell(play, world);
	const {keys, rows} = answer.draw(canvas);
	expect(keys).toEqual(['90', '70', '80']);
	const text = textOf(rows);
	expect(text.find(row => row.startsWith('›'))).toBe('› The Long Winter');
	expect(text.some(row => row.includes('at the same time'))).toBe(true);
	expect(text.some(row => row.includes('before and after it'))).toBe(true);
	expect(answer.enter('70', canvas)).toMatchObject({view: 'play', subject: {id: '70'}});
	expect(answer.enter('90', canvas)).toMatchObject({view: 'title'});
	expect(answer.user('70', canvas)).toEqual({id: '99', name: 'ida'});
});

test('in a small place the facts stand alone', async () => {
	const answer = await tell(play, world);
	expect(answer.draw({...canvas, height: 8}).keys).toEqual(['90']);
	expect(answer.draw({...canvas, form: 'report', height: Number.POSITIVE_INFINITY}).keys).toEqual(['90']);
});

test('a page that cannot be told what ran beside it stands all the same', async () => {
	const lost = () => Promise.reject(new AppError('store', 'There is no database.'));
	const answer = await tell(play, {...world, moment: lost, history: lost});
	expect(answer.draw(canvas).keys).toEqual(['90']);
});

test('a part of a play says which one it is, and how long they are together, as the list has it', async () => {
	const whole = fakePlay({rowId: 90, joinedRows: [60, 75, 90], playedSeconds: 7140});
	const list = {...(await world.history()), plays: [whole, before]};
	const answer = await tell(play, {...world, history: async () => list});
	expect(textOf(answer.draw(canvas).rows).join('\n')).toMatch(/played +99 min {3}part 3 of 3, 119 min together/);
	const told = await tell(history, {history: async () => list});
	expect(textOf(told.draw({...canvas, query: queryFor(history)}).rows)[1]).toMatch(/119 min +of 3 parts/);
});
