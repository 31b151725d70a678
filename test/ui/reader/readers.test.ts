import {expect, test} from 'vitest';
import {AppError} from '../../../source/domain/app-error.ts';
import {createReaders} from '../../../source/ui/reader/readers.ts';
import {fakeNow, fakeSettings, fakeSources} from '../../helpers/fake-sources.ts';
import {fakeClock, settled} from '../fake-clock.ts';
import {calm, evening, quiet} from '../world.ts';

const names = ['home', 'cabin'];

/** At home three watch, in the cabin nobody; `cabin` is what the cabin does instead. */
const start = async (cabin: Parameters<typeof fakeSources>[0] = {}, servers: readonly string[] = names) => {
	const clock = fakeClock(fakeNow);
	const lines: string[] = [];
	const opened: string[] = [];
	const settingsOf = (server: string) => async () => ({...fakeSettings, server, servers: [...servers]});
	const readers = createReaders('Europe/Prague', clock, line => lines.push(line));
	const home = fakeSources({...evening, settings: settingsOf('home'), activity: async () => calm});
	await readers.connect(home, name => {
		opened.push(name);
		return fakeSources({...evening, settings: settingsOf(name), activity: async () => quiet, ...cabin});
	});
	const settle = async (): Promise<string[]> => {
		for (let turn = 0; turn < 6; turn += 1) await settled();
		return lines.splice(0);
	};
	await settle();
	return {
		opened,
		home,
		settle,
		press: async (...keys: readonly string[]) => {
			const hooks = {init: () => {}, quit: () => {}, suspend: () => {}};
			for (const key of keys) readers.press(key, hooks);
			return settle();
		},
		pass: async (seconds: number) => {
			await clock.pass(seconds);
			return settle();
		},
	};
};

test('the key speaks of the next server, says which, and comes back round', async () => {
	const {press, opened} = await start();
	expect(await press('`')).toEqual(['Server cabin.', expect.stringMatching(/^21:04 Nobody is watching/)]);
	const back = await press('`');
	expect(back[0]).toBe('Server home.');
	expect(back.at(-1)).toMatch(/^21:04 3 streams/);
	await press('`');
	expect(opened).toEqual(['cabin']);
});

test('what happens on a server that is not heard is not told', async () => {
	const {press, home, settle} = await start();
	await press('`');
	home.emit({type: 'odd', sentence: 'A thing at home is odd.'});
	expect(await settle()).toEqual([]);
});

test('what was chosen goes along', async () => {
	const {press} = await start();
	expect(await press('t')).toEqual(['Counting 90 days.']);
	await press('`');
	expect(await press('t')).toEqual(['Counting 365 days.']);
});

test('a server that cannot be opened says why, and the one before is heard again', async () => {
	const {press} = await start({
		settings: async () => {
			throw new AppError('store', 'Its database is of a newer tautop.');
		},
	});
	expect(await press('`')).toContain('cabin: Its database is of a newer tautop.');
	expect(await press('t')).toEqual(['Counting 90 days.']);
});

test('where there is only one server the key says so', async () => {
	const {press} = await start({}, []);
	expect(await press('`')).toEqual(['There is only one server.']);
});
