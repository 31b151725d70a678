import {expect, test} from 'vitest';
import type {StoredEvent} from '../../source/domain/events.ts';
import {events} from '../../source/views/events.ts';
import {firstOwn} from '../../source/views/plan/own.ts';
import {players} from '../../source/views/players.ts';
import {user} from '../../source/views/user.ts';
import {users as usersView} from '../../source/views/users.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakePlay} from '../helpers/fake-sources.ts';
import {fakeCanvas, queryFor, tell, textOf} from './scene.ts';

const stored: readonly StoredEvent[] = [
	{at: fakeNow - 60, kind: 'buffering', text: 'lena buffering: Magdalena'},
	{at: fakeNow - 90, kind: 'record', text: 'Streams 9: a record; lena.k, lena'},
];

const users = [
	{id: '1', name: 'lena'},
	{id: '2', name: 'lena.k'},
];

test('events: people in them are called as the configuration has it', async () => {
	const answer = await tell(events, {events: async () => [...stored], choices: async () => users});
	const rows = (names: 'full' | 'initials' | 'none') =>
		textOf(answer.draw(fakeCanvas({width: 100, height: 10, names})).rows).join('\n');
	expect(rows('full')).toContain('lena buffering: Magdalena');
	expect(rows('initials')).toContain('L. buffering: Magdalena');
	expect(rows('initials')).toContain('a record; L.K., L');
	expect(rows('none')).not.toMatch(/\blena\b/);
});

test('events: those of one user', async () => {
	const world = {events: async () => [...stored], choices: async () => users};
	const answer = await tell(events, world, queryFor(events, {where: {user: [{id: '2', name: 'L.'}]}}));
	expect(answer.draw(fakeCanvas({height: 10})).keys).toHaveLength(1);
});

test.each([players, user])('$name: no device shows its name where names are not shown', async view => {
	const history = async () => ({
		recordsTotal: 1,
		recordsFiltered: 1,
		recordsSearched: 1,
		start: 0,
		plays: [fakePlay({player: 'Wohnzimmer von Marta'})],
		coverage: fullCoverage(fakeNow),
	});
	const answer = await tell(view, {history});
	const canvas = fakeCanvas({query: queryFor(view), width: 200, height: 40, form: 'page', names: 'none'});
	expect(textOf(answer.draw(canvas).rows).join('\n')).not.toMatch(view === players ? /marta/ : /Wohnzimmer|Marta/);
});

test('users: a filter that leaves nobody does not say that nothing was played', async () => {
	const answer = await tell(usersView);
	const rows = (filter: string) =>
		textOf(
			answer.draw(fakeCanvas({query: queryFor(usersView), width: 60, height: 8, own: {...firstOwn, filter}})).rows,
		);
	expect(rows('nobody is called so').join('\n').trim()).toBe('No user is like that.');
	expect(rows('').length).toBeGreaterThan(1);
});
