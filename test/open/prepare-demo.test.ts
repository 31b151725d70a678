import {expect, onTestFinished, test} from 'vitest';
import {startDemo} from '../../source/demo/start.ts';
import {prepareDemo} from '../../source/open/demo.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

test('a run is due in a new demo, and in one that was left before its first run had ended', async () => {
	const demo = await startDemo({now: () => noon, seed: 7, timeZone: 'UTC', months: 1});
	onTestFinished(demo.close);
	const {store} = tempStore();
	expect(prepareDemo(store, demo)).toBe(true);
	const {snapshots} = store.status();
	expect(snapshots).toBeGreaterThan(0);
	// It was left.
	expect(prepareDemo(store, demo)).toBe(true);
	expect(store.status().snapshots).toBe(snapshots);
	const member = {ratingKey: '7', type: 'movie', title: 'Seven', guid: ''};
	store.mirror.members.save({collectionKey: '1', level: 0, changedAt: null, members: [member]}, noon);
	expect(prepareDemo(store, demo)).toBe(false);
});
