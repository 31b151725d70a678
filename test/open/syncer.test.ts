import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {SyncSummary} from '../../source/domain/plays/mirror.ts';
import type {Progress} from '../../source/domain/run.ts';
import {createSyncer} from '../../source/open/history/syncer.ts';

const summary = (kind: SyncSummary['kind']): SyncSummary => ({
	kind,
	added: 0,
	changed: 0,
	removed: 0,
	plays: 9,
	requests: 1,
	serverMs: 1,
	pausedMs: 0,
	totalMs: 1,
	warnings: [],
});

const probing: Progress = {step: 'syncing', done: 0, total: null, label: ''};
const listing: Progress = {step: 'listing', done: 0, total: 1, label: 'Movies'};

/** Tells listeners of one step, then ends so; null: it fails. */
const sync = (step: Progress, kind: SyncSummary['kind'] | null) =>
	async function* (): AsyncGenerator<Progress, SyncSummary> {
		yield step;
		if (kind === null) throw new AppError('unreachable', 'Tautulli does not answer.');
		return summary(kind);
	};

test.each([
	{when: 'nothing new was found', run: sync(probing, 'same'), isTold: false},
	{when: 'plays were', run: sync(probing, 'delta'), isTold: true},
	{when: 'titles were listed', run: sync(listing, 'same'), isTold: true},
	{when: 'it failed, maybe in the middle', run: sync(probing, null), isTold: true},
])('whether what is stored has changed after a sync: $when', async ({run, isTold}) => {
	const heard: string[] = [];
	const syncer = createSyncer(run, ({type}) => heard.push(type));
	await syncer.sync({full: false}).catch(() => undefined);
	expect(heard).toEqual(['syncing', 'syncing', ...(isTold ? ['stored'] : [])]);
});
