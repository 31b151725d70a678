import {writeFileSync} from 'node:fs';
import {createServer, type Socket} from 'node:net';
import path from 'node:path';
import {afterEach, beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import type {Card} from '../../../source/engine/place/card.ts';
import {type Entry, enter} from '../../../source/engine/place/enter.ts';
import {greet} from '../../../source/engine/place/greeting.ts';
import {keepPlace} from '../../../source/engine/place/keep-place.ts';
import {fakeSettings} from '../../helpers/fake-sources.ts';
import {tempFolder} from '../../helpers/temp-folder.ts';

beforeEach(() => void vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']}));
afterEach(() => void vi.useRealTimers());

const card = (build = '1', secret = 'key'): Card => ({build, proof: salt => `${salt} of ${secret}`});

/** Comes to a socket as an engine does, and greets whoever comes after. */
const come = async (socket: string, own = card(), opened: Promise<unknown> = Promise.resolve()): Promise<Entry> => {
	const greeted: Array<Promise<unknown>> = [];
	const attend = async (visitor: Socket): Promise<void> => {
		visitor.on('error', () => undefined);
		const screen = await greet(visitor, own, opened);
		if (screen === null) visitor.destroy();
		else visitor.write(`${screen.theme}\n`);
	};
	const entry = await enter(socket, {
		card: own,
		screen: {...fakeSettings, theme: 'light'},
		attend: visitor => void greeted.push(attend(visitor)),
	});
	onTestFinished(() => {
		if (entry.state === 'held') entry.place.leave();
		if (entry.state === 'joined') entry.socket.destroy();
	});
	return entry;
};

const newSocket = (): string => path.join(tempFolder(), 'tautop.db.sock');

test('the first one holds the place, the others join it with what is their own', async () => {
	const socket = newSocket();
	const all = await Promise.all([come(socket), come(socket), come(socket)]);
	expect(all.map(({state}) => state).toSorted()).toEqual(['held', 'joined', 'joined']);
	const joined = all.find(entry => entry.state === 'joined');
	if (joined?.state !== 'joined') throw new Error('nobody joined');
	expect(joined.host.pid).toBe(process.pid);
	const said = new Promise(resolve => joined.socket.once('data', resolve));
	joined.socket.resume();
	expect(String(await said)).toBe('light\n');
});

test('another build and another configuration stay apart', async () => {
	const socket = newSocket();
	await come(socket);
	expect(await come(socket, card('2'))).toEqual({state: 'apart', why: 'build'});
	expect(await come(socket, card('1', 'other'))).toEqual({state: 'apart', why: 'configuration'});
});

test('who comes while it opens waits; where it cannot open, the next one tries', async () => {
	const socket = newSocket();
	const opened = Promise.withResolvers<void>();
	opened.promise.catch(() => undefined);
	const first = await come(socket, card(), opened.promise);
	const second = come(socket);
	if (first.state !== 'held') throw new Error('it was not the first');
	first.place.leave();
	opened.reject(new Error('The database is locked.'));
	expect((await second).state).toBe('held');
});

test('where something else lies or listens, it is alone', async () => {
	const file = newSocket();
	writeFileSync(file, '');
	expect(await come(file)).toEqual({state: 'alone'});
	const stranger = newSocket();
	const server = createServer(visitor => visitor.end('{}\n'));
	await new Promise<void>(resolve => server.listen(stranger, resolve));
	onTestFinished(() => void server.close());
	expect(await come(stranger)).toEqual({state: 'alone'});
	expect(await come(path.join(tempFolder(), 'gone', 'tautop.db.sock'))).toEqual({state: 'alone'});
});

test('an engine apart keeps nothing, until the place is free', async () => {
	const socket = newSocket();
	const first = await come(socket);
	const entry = await come(socket, card('2'));
	if (entry.state === 'joined' || first.state !== 'held') throw new Error('it is not apart');
	const again = Promise.withResolvers<void>();
	const superseded = vi.fn();
	const visit = async (): Promise<Entry> => {
		const found = await come(socket, card('2'));
		again.resolve();
		return found;
	};
	const kept = keepPlace(entry, visit, superseded);
	onTestFinished(kept.leave);
	expect(kept.isKeeper()).toBe(false);
	expect(kept.apart()).toContain('Another version');
	first.place.leave();
	vi.advanceTimersByTime(2000);
	await again.promise;
	await vi.waitUntil(kept.isKeeper);
	expect(kept.apart()).toBeNull();
	expect(superseded).not.toHaveBeenCalled();
});

test('one whose place another one has is not needed', async () => {
	const socket = newSocket();
	const first = await come(socket);
	if (first.state !== 'held') throw new Error('it was not the first');
	const superseded = Promise.withResolvers<void>();
	const kept = keepPlace(first, () => come(socket), superseded.resolve);
	onTestFinished(kept.leave);
	expect(kept.isKeeper()).toBe(true);
	first.place.leave();
	expect(kept.isKeeper()).toBe(false);
	await come(socket);
	vi.advanceTimersByTime(2000);
	await superseded.promise;
	expect(kept.isKeeper()).toBe(false);
});
