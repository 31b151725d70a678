import {expect, test} from 'vitest';
import {AppError} from '../../../source/domain/app-error.ts';
import {createListener} from '../../../source/open/live/listener.ts';
import type {Notification} from '../../../source/plex/notifications.ts';
import {fakeTicker} from '../fake-ticker.ts';

/** One connection, as the test plays it. */
type Line = {say: (notification: Notification) => void; end: (error?: Error) => void; signal: AbortSignal};

const ping: Notification = {playing: []};

/** A listener on connections that the test plays, and what it told. */
const listening = (chance?: number) => {
	const {ticker, clock} = fakeTicker(chance);
	const lines: Line[] = [];
	const told: string[] = [];
	const at = () => clock.now() - 1000;
	async function* listen(signal: AbortSignal): AsyncGenerator<Notification> {
		let queue: Array<Notification | Error | null> = [];
		let wake = (): void => {};
		const push = (entry: Notification | Error | null): void => {
			queue.push(entry);
			wake();
		};
		signal.addEventListener('abort', () => push(new AppError('cancelled', 'Cancelled.')));
		lines.push({say: push, end: error => push(error ?? null), signal});
		told.push(`${at()} asked`);
		for (;;) {
			const entries = queue;
			queue = [];
			for (const entry of entries) {
				if (entry === null) return;
				if (entry instanceof Error) throw entry;
				yield entry;
			}
			if (queue.length === 0) await new Promise<void>(resolve => (wake = resolve));
		}
	}
	const listener = createListener(
		listen,
		{
			playing: ({sessionKey, state}) => told.push(`${at()} ${sessionKey} ${state}`),
			changed: () => told.push(`${at()} ${listener.isListening() ? 'live' : 'lost'}`),
			failed: error => told.push(`${at()} failed: ${error instanceof Error ? error.message : ''}`),
		},
		ticker,
	);
	return {listener, lines, told, clock, last: () => lines.at(-1)};
};

test('is live from the first message or ping on', async () => {
	const {listener, last, told, clock} = listening();
	await clock.pass(3);
	expect(listener.isListening()).toBe(false);
	last()?.say({playing: [{sessionKey: '7', state: 'playing'}]});
	await clock.pass(10);
	last()?.say(ping);
	await clock.pass(29);
	expect(listener.isListening()).toBe(true);
	expect(told).toEqual(['0 asked', '3 live', '3 7 playing']);
});

test('one that lies silent for 30 seconds is lost, and begun anew', async () => {
	const {listener, last, lines, told, clock} = listening();
	last()?.say(ping);
	await clock.pass(30);
	expect(listener.isListening()).toBe(false);
	expect(lines[0]?.signal.aborted).toBe(true);
	await clock.pass(2);
	last()?.say(ping);
	await clock.pass(0);
	expect(told).toEqual(['0 asked', '0 live', '30 lost', '31 asked', '32 live']);
});

test('one that never says anything is begun anew ever more seldom', async () => {
	const {told, clock} = listening();
	await clock.pass(400);
	expect(told).toEqual([
		'0 asked',
		'32 asked',
		'66 asked',
		'104 asked',
		'150 asked',
		'212 asked',
		'302 asked',
		'392 asked',
	]);
});

test('one that ends after a while is begun at once', async () => {
	const {last, told, clock} = listening();
	for (let round = 0; round < 4; round++) {
		last()?.say(ping);
		await clock.pass(10);
	}
	last()?.end();
	await clock.pass(1);
	expect(told).toEqual(['0 asked', '0 live', '40 lost', '41 asked']);
});

test.each([
	['refused', new AppError('unauthorized', 'No.')],
	['unknown', new AppError('not-found', 'No.')],
	['broken', new AppError('bad-answer', 'No.')],
])('a server where it is %s is asked a few times, then once a minute', async (_, error) => {
	const {last, told, clock} = listening();
	for (let second = 0; second < 300; second++) {
		last()?.end(error);
		await clock.pass(1);
	}
	const asked = told.filter(words => words.endsWith('asked'));
	expect(asked.length).toBeLessThan(12);
	expect(asked.slice(0, 5)).toEqual(['0 asked', '2 asked', '6 asked', '14 asked', '30 asked']);
});

test('a server that says when to come back is believed', async () => {
	const {last, told, clock} = listening();
	last()?.end(new AppError('unreachable', 'No.', {retryAfterSeconds: 90}));
	await clock.pass(90);
	expect(told).toEqual(['0 asked', '0 failed: No.', '90 asked']);
});

test('a pause ends when the user asks', async () => {
	const {listener, last, told, clock} = listening();
	last()?.end(new AppError('unauthorized', 'No.', {retryAfterSeconds: 900}));
	await clock.pass(5);
	listener.wake();
	listener.wake();
	await clock.pass(0);
	expect(told).toEqual(['0 asked', '0 failed: No.', '5 asked']);
});

test('chance spreads the pauses', async () => {
	const seen = [0, 0.5].map(async chance => {
		const {last, told, clock} = listening(chance);
		last()?.end();
		await clock.pass(3);
		return told;
	});
	expect(await Promise.all(seen)).toEqual([
		['0 asked', '1.5 asked'],
		['0 asked', '2 asked'],
	]);
});

test('stopped, it ends its connection and begins none', async () => {
	const {listener, last, told, clock} = listening();
	last()?.say(ping);
	await clock.pass(1);
	listener.stop();
	await clock.pass(100);
	expect(told).toEqual(['0 asked', '0 live']);
	expect(clock.pending()).toBe(0);
});

test('what ends it is told, a bug too', async () => {
	const {last, told, clock} = listening();
	last()?.end(new Error('oops'));
	await clock.pass(2);
	expect(told).toEqual(['0 asked', '0 failed: oops', '2 asked']);
});
