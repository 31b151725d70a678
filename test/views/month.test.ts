import {expect, test} from 'vitest';
import type {ChangesQuery} from '../../source/domain/plays/changes.ts';
import {month} from '../../source/views/changes/index.ts';
import {months} from '../../source/views/months.ts';
import {fakeChanges} from '../helpers/fake-changes.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow} from '../helpers/fake-sources.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

const at = (text: string): number => Date.parse(text) / 1000;

const told = (asked: ChangesQuery[] = []) =>
	tell(month, {
		changes: async query => {
			asked.push(query);
			return {
				...fakeChanges(query.groups, fullCoverage(fakeNow)),
				spans: {
					now: {from: at('2026-10-31T23:00:00Z'), to: null},
					before: {from: at('2026-09-30T22:00:00Z'), to: at('2026-10-22T19:04:01Z')},
				},
			};
		},
	});

test('this month is told against the same days of last month, in words', async () => {
	const asked: ChangesQuery[] = [];
	const answer = await told(asked);
	expect(asked.map(({window}) => window)).toEqual([{month: 'this'}]);
	const canvas = fakeCanvas({query: queryFor(month), form: 'page', width: 100, height: 22});
	const {rows, note} = answer.draw(canvas);
	expect(note).toContain('1-22 Nov against 1-22 Oct, both to 21:04');
	expect(textOf(rows).slice(0, 2)).toEqual([
		' 307 plays this month, 412 in the same days of last month: 25 % less.',
		' 256 h, before 343 h; 14 users, before 14; transcoded 20 %, before 25 %; most at once 9, before 7.',
	]);
});

test('the months say from which one on they count', async () => {
	const answer = await tell(months);
	const scene = fakeScene({query: queryFor(months)});
	const {note} = answer.draw(fakeCanvas({query: queryFor(months), height: 20}));
	expect(note).toMatch(/^30 days, [A-Z][a-z]{2} \d{4} to now/);
	expect(answer.says(scene).join(' ')).toContain(`in ${note.split(',')[0]}`);
});
