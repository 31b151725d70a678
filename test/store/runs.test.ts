import {expect, test} from 'vitest';
import {sampleSnapshot} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {noon, openRaw, tempStore} from '../helpers/temp-store.ts';

test('runs, newest first, and the last one that stored something', () => {
	const {store} = tempStore();
	expect(store.collector()).toEqual({
		running: false,
		reading: false,
		last: null,
		lastCollected: null,
		lastFailed: null,
	});
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5), sampleSnapshot('2', 5)]});
	const id = store.runs.saveStart({startedAt: noon + 10, holder: 'test', rotationId: 3});
	store.runs.saveEnd({id, endedAt: noon + 11, status: 'cancelled', collected: 0, failed: 0, reason: 'Why.'});
	expect(store.runs.latest(5)).toEqual([
		{id: 2, startedAt: noon + 10, endedAt: noon + 11, status: 'cancelled', collected: 0, failed: 0, reason: 'Why.'},
		{id: 1, startedAt: noon, endedAt: noon + 2, status: 'success', collected: 2, failed: 0, reason: null},
	]);
	expect(store.runs.latest(1)).toHaveLength(1);
	expect(store.collector()).toEqual({running: false, reading: false, last: noon + 2, lastCollected: 2, lastFailed: 0});
});

test('a run that cannot be saved whole leaves nothing', () => {
	const {store} = tempStore();
	const broken = sampleSnapshot('2', 5, {collectedAt: Number.NaN});
	expect(() => saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5), broken]})).toThrow();
	expect(store.snapshots.newest()).toEqual([]);
	expect(store.runs.latest(1)).toMatchObject([{status: 'interrupted'}]);
});

test('the end of a run is an event; events come newest first', () => {
	const {store} = tempStore();
	saveRun(store, {at: noon, snapshots: [sampleSnapshot('1', 5)]});
	store.events.saveEvent({at: noon + 5, kind: 'plex-lost', text: 'Plex is away.'});
	expect(store.events.latest(5)).toEqual([
		{at: noon + 5, kind: 'plex-lost', text: 'Plex is away.'},
		{at: noon + 2, kind: 'run-ended', text: 'Collected 1 collection.'},
	]);
});

test('events of one kind, however old; what had another name once is of that kind, what is not known is other', () => {
	const {store, file} = tempStore();
	const insert = openRaw(file).prepare('INSERT INTO events (at, kind, text) VALUES (?, ?, ?)');
	insert.run(noon, 'slow transcode', 'marta slow transcode');
	insert.run(noon, 'of tomorrow', 'What nobody knows.');
	for (let count = 0; count < 20; count++) store.events.saveEvent({at: noon, kind: 'audit', text: `${count}`});
	store.events.saveEvent({at: noon, kind: 'slow-transcode', text: 'lena slow transcode: The Long Winter'});
	expect(store.events.latest(5, 'slow-transcode').map(({kind, text}) => [kind, text])).toEqual([
		['slow-transcode', 'lena slow transcode: The Long Winter'],
		['slow-transcode', 'marta slow transcode'],
	]);
	expect(store.events.latest(50, 'audit')).toHaveLength(20);
	expect(store.events.latest(50).at(-2)?.kind).toBe('other');
});
