import {expect, test} from 'vitest';
import {AppError} from '../../../source/domain/app-error.ts';
import type {Sources} from '../../../source/questions/sources.ts';
import {createReader, type Reader} from '../../../source/ui/reader/reader.ts';
import {type FakeSources, fakeNow, fakeSettings, fakeSources, fakeSummary} from '../../helpers/fake-sources.ts';
import {type FakeClock, fakeClock, settled} from '../fake-clock.ts';
import {calm, evening, quiet} from '../world.ts';

type Listening = {
	readonly reader: Reader;
	readonly clock: FakeClock;
	readonly quits: number[];
	/** Presses keys, and returns what was said since. */
	readonly press: (...keys: readonly string[]) => Promise<string[]>;
	/** Lets time pass, and returns what was said since. */
	readonly pass: (seconds: number) => Promise<string[]>;
	/** What was said since the last look. */
	readonly said: () => string[];
	readonly emit: FakeSources['emit'];
};

const start = async (given: Partial<Sources> = {}): Promise<Listening> => {
	const clock = fakeClock(fakeNow);
	const lines: string[] = [];
	const reader = createReader('Europe/Prague', clock, line => lines.push(line));
	const quits: number[] = [];
	const said = (): string[] => lines.splice(0);
	const settle = async (): Promise<string[]> => {
		for (let turn = 0; turn < 4; turn += 1) await settled();
		return said();
	};
	const opened = fakeSources({...evening, ...given});
	await reader.connect(opened);
	return {
		reader,
		clock,
		quits,
		said,
		emit: opened.emit,
		press: async (...keys) => {
			for (const key of keys)
				reader.press(key, {init: () => {}, server: () => {}, quit: code => quits.push(code), suspend: () => {}});
			return settle();
		},
		pass: async seconds => {
			await clock.pass(seconds);
			return settle();
		},
	};
};

test('says how many there are, and then only what changes', async () => {
	let activity = calm;
	const {pass} = await start({activity: async () => activity});
	expect(await pass(0)).toEqual(['21:04 3 streams, 1 transcode, 21.4 megabits a second, 6.2 of them to the outside.']);
	expect(await pass(60)).toEqual([]);
	activity = quiet;
	expect(await pass(10)).toEqual([
		'21:05 marta stopped The Lost Expedition.',
		'21:05 jon stopped Harbour Lights, season 2 episode 5.',
		'21:05 workshop stopped Quiet Rivers, season 1 episode 1.',
	]);
});

test('a lost server is said once, its return too, and no stream is said to have stopped', async () => {
	let isAway = false;
	const {pass} = await start({
		activity: async () => {
			if (isAway) throw new AppError('unreachable', 'Gone.', {server: 'tautulli'});
			return calm;
		},
		servers: async () => {
			const health = {ok: !isAway, error: null, name: 'tower', version: null, ms: isAway ? null : 9};
			return {tautulli: health, plex: null, plexConnected: true};
		},
	});
	await pass(0);
	isAway = true;
	expect(await pass(60)).toEqual(['21:04 Tautulli is away since 21:04: what was said before may be old.']);
	isAway = false;
	expect(await pass(60)).toEqual(['21:05 Tautulli is back.']);
});

test('a digit speaks its pane; one that cannot be loaded says why', async () => {
	const {press, pass} = await start({
		plays: async () => {
			throw new AppError('timeout', 'Late.', {server: 'tautulli'});
		},
	});
	await pass(0);
	expect(await press('4')).toEqual([
		'Peak streams.',
		'At most 7 streams at once in 30 days, 12 Nov 21:40, now 3.',
		'At most 3 transcodes, 11 Nov 21:03.',
		'Usual Sunday 2.5.',
	]);
	expect(await press('2')).toEqual(['Plays by hour: Tautulli: no answer.']);
});

test('c collects, and says the end; c again asks; only y cancels', async () => {
	const listening = await start({collect: async () => fakeSummary});
	await listening.pass(0);
	expect(await listening.press('c')).toEqual(['21:04 Collecting.', '21:04 Collected 1 collection in 1 s.']);

	let signal: AbortSignal | undefined;
	const other = await start({
		collect: (_, given) =>
			new Promise((_resolve, reject) => {
				signal = given;
				given?.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')));
			}),
	});
	await other.pass(0);
	await other.press('c');
	expect((await other.press('c'))[0]).toContain('Cancel this run?');
	expect(await other.press('x')).toEqual(['The run goes on.']);
	expect(signal?.aborted).toBe(false);
	await other.press('c');
	expect(await other.press('y')).toEqual(['21:04 Cancelled: nothing of this run is stored.']);
});

test('what is counted can be changed, and is said', async () => {
	const {press, pass} = await start();
	await pass(0);
	expect(await press('t', 't', 'T', 'p')).toEqual([
		'Counting 90 days.',
		'Counting 365 days.',
		'Counting 90 days.',
		'Counting hours.',
	]);
});

test('q and Ctrl-C leave, keys of the screen do nothing', async () => {
	const {press, pass, quits} = await start();
	await pass(0);
	expect(await press('z', 'j', 'tab', 'esc', 's')).toEqual([]);
	await press('q', 'ctrl-c');
	expect(quits).toEqual([0, 130]);
});

test('what stands in the configuration is said first', async () => {
	const {said} = await start({
		settings: async () => ({
			...fakeSettings,
			unverifiedTls: true,
			warnings: ['An unknown key.'],
			passedOver: [
				{name: 'config.yaml', sentences: ['It was passed over.'], meant: true},
				{name: 'config.yml', sentences: ['Of another program.'], meant: false},
			],
		}),
	});
	expect(said()).toEqual(['Certificates are not checked.', 'An unknown key.', 'It was passed over.']);
});

test('closed, nothing is asked and no timer is left', async () => {
	const {reader, clock, pass} = await start();
	await pass(0);
	reader.close();
	expect(clock.pending()).toBe(0);
});

test('closed in the middle of a run, nothing is said any more and no timer is left', async () => {
	const {reader, clock, pass, press, said} = await start({
		collect: (_, signal) =>
			new Promise((_resolve, reject) => {
				signal?.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')));
			}),
	});
	await pass(0);
	await press('c');
	reader.close();
	for (let turn = 0; turn < 4; turn += 1) await settled();
	expect(said()).toEqual([]);
	expect(clock.pending()).toBe(0);
});

test('a paste presses nothing but Ctrl-C, and what may be the rest of one changes nothing', async () => {
	let runs = 0;
	const {reader, quits, said, pass, press} = await start({
		collect: async () => {
			runs += 1;
			return fakeSummary;
		},
	});
	const hooks = {init: () => {}, server: () => {}, quit: (code: number) => void quits.push(code), suspend: () => {}};
	await pass(0);
	for (const key of ['c', '6', 'q', '?']) reader.press(key, hooks, 'burst');
	expect(said()).toEqual([]);
	reader.press('c', hooks, 'cut');
	expect(said()).toEqual(['21:04 Not collected: that may be the rest of a paste. Ctrl-L, then again.']);
	reader.press('t', hooks, 'cut');
	expect(said()).toEqual(['Counting 90 days.']);
	expect([runs, quits]).toEqual([0, []]);
	reader.press('ctrl-c', hooks, 'burst');
	expect(quits).toEqual([130]);
	await press('c');
	expect(runs).toBe(1);
});

test('says once what is odd', async () => {
	const {said, emit} = await start({settings: async () => ({...fakeSettings, odd: ['Odd before.']})});
	for (const sentence of ['Odd before.', 'Odd now.', 'Odd now.']) emit({type: 'odd', sentence});
	expect(said()).toEqual(['Odd before.', '21:04 Odd now.']);
});

test('a database that is not open is said by itself, and when it is again', async () => {
	let isOpen = false;
	const local = await fakeSources().sources.local(null);
	const trouble = new AppError('store', 'The database is locked.', {hint: 'Close the other program.'}).toJSON();
	const {pass, press} = await start({
		local: async () => ({...local, database: {...local.database, trouble: isOpen ? null : trouble}}),
	});
	const words = ['Nothing is kept.', 'The database is locked.', 'Close the other program.'];
	expect(await pass(0)).toContain(`21:04 ${words.join(' ')}`);
	expect((await pass(60)).join()).not.toContain('kept');
	expect(await press('6')).toEqual(expect.arrayContaining(words));
	isOpen = true;
	expect(await pass(60)).toEqual(['21:05 The database is open again.']);
});

test('a wrong clock is said by itself, and with the status', async () => {
	const health = {ok: true, error: null, name: 'tower', version: null, ms: 9, clockSeconds: 840};
	const {pass, press} = await start({servers: async () => ({tautulli: health, plex: null, plexConnected: true})});
	const words = 'The clocks differ: this machine is 14 min behind.';
	expect(await pass(0)).toContain(`21:04 ${words}`);
	expect((await pass(60)).join()).not.toContain('clocks');
	expect(await press('6')).toContain(words);
});

test('a notice is a sentence, with nobody named where nobody is to be', async () => {
	const notice = {
		kind: 'buffering',
		back: false,
		text: 'lena buffers for 30 s: The Long Winter',
		who: 'lena',
		server: null,
		at: fakeNow,
		values: {},
	} as const;
	const ways = {bell: true, desktop: true};
	const {pass, emit, said} = await start();
	await pass(0);
	emit({type: 'notice', notice, ways});
	expect(said()).toEqual(['21:04 Notice: lena buffers for 30 s: The Long Winter.']);
	const wall = await start({settings: async () => ({...fakeSettings, names: 'none'})});
	await wall.pass(0);
	wall.emit({type: 'notice', notice, ways});
	expect(wall.said()).toEqual(['21:04 Notice: someone buffers for 30 s: The Long Winter.']);
});
