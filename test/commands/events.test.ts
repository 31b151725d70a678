import {expect, test} from 'vitest';
import {findCommand} from '../../source/commands/index.ts';
import type {StoredEvent} from '../../source/domain/events.ts';
import type {EventsQuery} from '../../source/questions/queries.ts';
import {events} from '../../source/views/events.ts';
import {fakeNow, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';
import {fakeCanvas, fakeScene, tell} from '../views/scene.ts';

const stored: readonly StoredEvent[] = [
	{at: fakeNow - 60, kind: 'buffering', text: 'lena buffering: The Long Winter'},
	{at: fakeNow - 90, kind: 'plex-back', text: 'Plex back, away 41 s'},
];

/** Runs `tautop events`, with what it asked. */
const run = async (flags: Readonly<Record<string, string | number | boolean>>) => {
	const command = await findCommand('events');
	if (!command) throw new Error('no command events');
	const asked: EventsQuery[] = [];
	const open = fakeSources({
		events: async query => {
			asked.push(query);
			return stored.filter(({kind}) => query.kind === undefined || kind === query.kind);
		},
	});
	return {asked, ...(await runFake(command, {open, flags: {json: true, ...flags}}))};
};

test('--kind asks for one kind, and says which kinds there are', async () => {
	const {asked, stdout} = await run({kind: 'plex-back'});
	expect(asked).toEqual([{limit: 1000, kind: 'plex-back', from: fakeNow - 30 * 86_400, to: Number.MAX_SAFE_INTEGER}]);
	expect(JSON.parse(stdout)).toEqual({
		events: [{at: fakeNow - 90, kind: 'plex-back', text: 'Plex back, away 41 s'}],
	});
});

test('--filter looks through all that are kept', async () => {
	const {asked, stdout} = await run({filter: 'winter', limit: 5});
	expect(asked).toMatchObject([{limit: 10_000}]);
	expect(JSON.parse(stdout).events.map(({text}: StoredEvent) => text)).toEqual(['lena buffering: The Long Winter']);
});

test('people read words, programs the kind', async () => {
	expect((await run({json: false, plain: true})).stdout).toContain('buffering\tlena');
	const command = await findCommand('events');
	const text = command && (await runFake(command, {open: fakeSources({events: async () => [...stored]}), tty: true}));
	expect(text?.stdout).toContain('stalled');
});

test('nothing of a kind is said so', async () => {
	const {stdout} = await run({json: false, plain: false, kind: 'audit'});
	expect(stdout).not.toContain('lena');
});

test('the moment of an event opens for it', async () => {
	const answer = await tell(events, {events: async () => [...stored]});
	const scene = fakeScene();
	const [key = ''] = answer.draw(fakeCanvas()).keys;
	expect(answer.enter(key, scene)).toEqual({view: 'now', window: {days: 30, at: fakeNow - 60}});
});
