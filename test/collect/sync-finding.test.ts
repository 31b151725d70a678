import {expect, test} from 'vitest';
import {syncFinding} from '../../source/collect/sync/sync-finding.ts';
import type {SyncSummary} from '../../source/domain/plays/mirror.ts';

const summary = (given: Partial<SyncSummary>): SyncSummary => ({
	kind: 'delta',
	added: 0,
	changed: 0,
	removed: 0,
	plays: 700,
	requests: 1,
	serverMs: 0,
	pausedMs: 0,
	totalMs: 0,
	warnings: [],
	...given,
});

test.each<[Partial<SyncSummary>, string | null]>([
	[{added: 3, changed: 2}, null],
	[{kind: 'filled', added: 700}, null],
	[{kind: 'compared', added: 3}, null],
	[{removed: 1}, "Tautulli's history: 1 play gone"],
	[
		{kind: 'compared', removed: 2, changed: 1},
		"Tautulli's history: 2 plays gone, 1 play changed, found when all of it was compared",
	],
	[{kind: 'compared', changed: 12}, "Tautulli's history: 12 plays changed, found when all of it was compared"],
])('%o', (given, text) => {
	expect(syncFinding(summary(given))).toBe(text);
});
