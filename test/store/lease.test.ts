import {expect, test} from 'vitest';
import {sampleSnapshot} from '../helpers/samples.ts';
import {startCollector} from '../helpers/start-collector.ts';
import {noon, openAt, openRaw, tempStore} from '../helpers/temp-store.ts';

const start = {startedAt: noon, holder: 'one', rotationId: null};

test('one run at a time, in this process and in others; the other one is named', () => {
	const {store, file, clock} = tempStore();
	const lease = store.lease.take('dashboard, process 1');
	clock.at += 20;
	const busy = {
		code: 'busy',
		message: 'Another run is going on (dashboard, process 1); it began 20 s ago.',
	};
	expect(() => store.lease.take('two')).toThrow(expect.objectContaining(busy));
	expect(() => openAt(file, clock).lease.take('two')).toThrow(expect.objectContaining(busy));
	expect(store.lease.holder()).toEqual({name: 'dashboard, process 1', work: 'run', since: noon});
	expect(store.collector().running).toBe(true);
	lease.release();
	expect(store.lease.holder()).toBeNull();
	store.lease.take('two');
});

test.each([
	['sync', 'The history is being read (watch, process 1); it began 20 s ago.'],
	['adopt', 'Plays are being carried over (watch, process 1); it began 20 s ago.'],
	['import', 'An import is going on (watch, process 1); it began 20 s ago.'],
] as const)('a lease for %s is no run, and says what is going on', (work, message) => {
	const {store, clock} = tempStore();
	store.lease.take('watch, process 1', work);
	clock.at += 20;
	expect(() => store.lease.take('two')).toThrow(expect.objectContaining({code: 'busy', message}));
	expect(store.lease.holder()?.work).toBe(work);
	expect(store.collector()).toMatchObject({running: false, reading: work === 'sync'});
});

test('a lease that is renewed does not run out', () => {
	const {store, clock} = tempStore();
	const lease = store.lease.take('one');
	for (let turn = 0; turn < 100; turn++) {
		clock.at += lease.renewEveryMs / 1000;
		lease.renew();
	}
	expect(() => store.lease.take('two')).toThrow('Another run');
});

test('the lease of a dead holder runs out; its run is marked as interrupted', () => {
	const {store, clock} = tempStore();
	store.lease.take('one');
	store.runs.saveStart(start);
	clock.at += 61;
	store.lease.take('two');
	expect(store.runs.latest(5)).toMatchObject([{status: 'interrupted', endedAt: null, startedAt: noon}]);
});

test('whoever lost the lease saves nothing, and does not release the lease of the other', () => {
	const {store, clock} = tempStore();
	const lost = store.lease.take('one');
	const id = store.runs.saveStart(start);
	clock.at += 61;
	store.lease.take('two');
	const summary = {
		status: 'success',
		reason: null,
		error: null,
		collected: [],
		failed: [],
		warnings: [],
		totalCollections: 1,
	} as const;
	const run = {id, lease: lost, startedAt: noon, endedAt: noon, summary, listings: [], sections: null};
	expect(() => store.saveRun({...run, snapshots: [sampleSnapshot('1', 5)]})).toThrow('another one has begun');
	lost.release();
	expect(store.snapshots.newest()).toEqual([]);
	expect(store.lease.holder()?.name).toBe('two');
});

test('a lease from a clock that ran ahead by years blocks nobody', () => {
	const {store, clock} = tempStore();
	clock.at += 1e9;
	store.lease.take('one');
	clock.at = noon;
	store.lease.take('two');
	expect(store.lease.holder()?.name).toBe('two');
});

/** A process of this machine that takes the lease and is killed while it holds it: so many collections it cannot end before. */
const killHolder = async (file: string): Promise<void> => {
	const {child, lines, ended} = startCollector(file, 20_000, noon);
	for await (const line of lines) if (line === 'connecting') child.kill('SIGKILL');
	await ended;
};

test('the lease of a process that was killed is free at once; its run is marked as interrupted', async () => {
	const {store, file} = tempStore();
	await killHolder(file);
	expect(store.lease.holder()).toBeNull();
	const cutOff = {status: 'interrupted', reason: 'The program ended before the run did; nothing of it was stored.'};
	expect(store.runs.latest(5)).toMatchObject([cutOff]);
	store.lease.take('two');
	expect(store.runs.latest(5)).toMatchObject([cutOff]);
});

test('whether a process of another machine lives cannot be told: its lease runs out by itself', async () => {
	const {store, file, clock} = tempStore();
	await killHolder(file);
	openRaw(file).exec("UPDATE lease SET token = replace(token, '[\"', '[\"elsewhere ')");
	expect(() => store.lease.take('two')).toThrow('Another run');
	clock.at += 61;
	store.lease.take('two');
});

test('a lease that tautop of before has taken runs out by itself', () => {
	const {store, file} = tempStore();
	store.lease.take('one');
	openRaw(file).exec("UPDATE lease SET token = '5f8c4b9e-0000-4000-8000-000000000000'");
	expect(() => store.lease.take('two')).toThrow('Another run');
});
