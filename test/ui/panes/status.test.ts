import {expect, test} from 'vitest';
import type {Frame} from '../../../source/ui/components/pane.ts';
import type {StatusData} from '../../../source/ui/panes/status/data.ts';
import {statusBrief, statusModel} from '../../../source/ui/panes/status/model.ts';
import {fakeNow} from '../../helpers/fake-sources.ts';
import {fakeFrame, textOf} from '../frame.ts';

const data: StatusData = {
	local: {
		database: {
			path: '/data/tautop.db',
			bytes: 20_400_000,
			snapshots: 1204,
			newest: fakeNow - 720,
			trouble: null,
			warnings: [],
		},
		collector: {running: false, last: fakeNow - 720, lastCollected: 36, lastFailed: 0, next: fakeNow + 3360},
		demo: false,
		history: null,
	},
	events: [],
	runs: [],
};

const up = {state: 'up', ms: 41, version: '2.17.2', fromTautulli: true} as const;
const servers = (plex: Frame['servers']['plex']): Frame['servers'] => ({name: 'tower', tautulli: up, plex});
const rows = (given: Partial<Frame>): string[] =>
	textOf(statusModel(data, fakeFrame({width: 33, height: 9, ...given})).rows);
const line = (given: Partial<Frame>): string[] => {
	const {body, note} = statusBrief(data, fakeFrame({height: 1, ...given}));
	return [...textOf([body]), note];
};

test('both servers, the database and the collector in 33 cells', () => {
	expect(rows({servers: servers({...up, ms: 12, version: '1.41.9.9961-46083195d'})})).toEqual([
		'Tautulli   ● 41 ms         2.17.2',
		'Plex       ● 12 ms         1.41.9',
		'Database   1\u2009204 snapshots',
		'Collected  20:52, 36 of 36',
		'Next       22:00, in 56 min',
	]);
});

test.each<[string, Frame['servers']['plex'], string, string]>([
	['away', {state: 'away', since: fakeNow - 360, fromTautulli: false}, 'Plex ✕ since 20:58', 'Plex ✕'],
	['refused', {state: 'refused'}, 'Plex ✕ token refused', 'Plex ✕'],
	['not known', {state: 'unknown'}, 'Plex ○ not known', 'Plex ○'],
	['asked', {state: 'asking'}, 'Plex ○ asking', 'Plex ○'],
	['lost by Tautulli alone', {...up, fromTautulli: false}, 'Plex ● 41 ms, not from Tautulli', 'Plex !'],
	[
		'lost from here alone',
		{state: 'away', since: fakeNow - 360, fromTautulli: true},
		'Plex ✕ since 20:58, not from here',
		'Plex ✕',
	],
])('as a line, Plex %s', (_, plex, wide, narrow) => {
	expect(line({servers: servers(plex)})[0]).toBe(`Tautulli ● 41 ms   ${wide}`);
	expect(line({servers: servers(plex), width: 50})[0]).toBe(`Tautulli ●  ${narrow}`);
});

test('as much of when it collects as there is room for', () => {
	expect(line({servers: servers(up), width: 80})[1]).toBe('collected 20:52, next 22:00');
	expect(line({servers: servers(up), width: 68})[1]).toBe('next 22:00');
});

test('warnings, unchecked certificates and a wrong clock stand where people see them', () => {
	const standing = {warnings: 2, unverifiedTls: true, clock: 'this machine is 14 min behind'};
	expect(rows({standing}).slice(-3)).toEqual([
		'! clock: this machine is 14 min behind',
		'! certificates are not checked',
		'! 2 warnings   d shows them',
	]);
	expect(line({standing, servers: servers(up)})[0]).toBe('Tautulli ● 41 ms   Plex ● 41 ms   ! 2 warnings');
	expect(line({standing: {warnings: 1, unverifiedTls: false}, width: 50, servers: servers(up)})[0]).toBe(
		'Tautulli ●  Plex ●  ! 1 warning',
	);
});
