import {expect, test} from 'vitest';
import {AppError, type ErrorCode, type ServerName} from '../../source/domain/app-error.ts';
import type {ServerStates} from '../../source/domain/server-state.ts';
import type {Activity} from '../../source/domain/session.ts';
import type {ServerHealth} from '../../source/domain/status.ts';
import {noPings, type Pings} from '../../source/ui/feeds/pings.ts';
import type {Reading} from '../../source/ui/feeds/reading.ts';
import {serverStates} from '../../source/ui/feeds/server-states.ts';
import {fakeNow} from '../helpers/fake-sources.ts';
import {calm} from './world.ts';

const well: ServerHealth = {ok: true, error: null, name: 'tower', version: '2.17.2', ms: 28};
const ill = (code: ErrorCode): ServerHealth => ({
	ok: false,
	error: new AppError(code, 'Gone.').toJSON(),
	name: '',
	version: null,
	ms: null,
});

type Streams = Reading<Activity>;
const data = calm;
const live: Streams = {state: 'ready', data, at: fakeNow, trouble: null};
const waiting: Streams = {state: 'waiting'};
const failing = (server: ServerName, code: ErrorCode = 'unreachable'): Streams => {
	const trouble = {error: new AppError(code, 'Gone.', {server}).toJSON(), since: fakeNow - 360, retryAt: fakeNow + 9};
	return {state: 'ready', data, at: fakeNow - 360, trouble};
};

const awayFor = 20;
const pinged = (health: ServerHealth | null, isCurrent = true, plexConnected: boolean | null = null) => ({
	ping: {health, plexConnected},
	awaySince: health?.ok === false ? fakeNow - awayFor : null,
	isCurrent,
	name: 'tower',
});
const both = (tautulli: Pings['tautulli'], plex: Pings['plex']): Pings => ({tautulli, plex});

const up = {state: 'up', ms: 28, version: '2.17.2', fromTautulli: true};
const upUnpinged = {state: 'up', ms: null, version: null, fromTautulli: true};
const awaySince = (since: number | null) => ({state: 'away', since, fromTautulli: false});

test.each<[string, Streams, Pings, {[Server in ServerName]: object}]>([
	['nothing asked yet', waiting, noPings, {tautulli: {state: 'asking'}, plex: {state: 'asking'}}],
	['all well', live, both(pinged(well), pinged(well)), {tautulli: up, plex: up}],
	['streams known before any ping has answered', live, noPings, {tautulli: upUnpinged, plex: upUnpinged}],
	[
		'the streams fail for Plex, the ping is an older one',
		failing('plex'),
		both(pinged(well, false), pinged(well, false)),
		{tautulli: up, plex: awaySince(fakeNow - 360)},
	],
	[
		'and the new ping fails too',
		failing('plex'),
		both(pinged(well), pinged(ill('timeout'))),
		{tautulli: up, plex: awaySince(fakeNow - 360)},
	],
	[
		'but the new ping finds Plex',
		failing('plex'),
		both(pinged(well), pinged(well)),
		{tautulli: up, plex: {...up, fromTautulli: false}},
	],
	[
		'the streams fail for Tautulli, the ping is an older one',
		failing('tautulli'),
		both(pinged(well, false), pinged(well)),
		{tautulli: awaySince(fakeNow - 360), plex: up},
	],
	[
		'the streams are back, the ping is an older one',
		live,
		both(pinged(ill('timeout'), false), pinged(ill('timeout'), false)),
		{tautulli: upUnpinged, plex: upUnpinged},
	],
	[
		'Plex has just gone, and Tautulli has not noticed',
		live,
		both(pinged(well), pinged(ill('unreachable'))),
		{tautulli: up, plex: awaySince(fakeNow - awayFor)},
	],
	[
		'a key that is refused',
		failing('tautulli', 'unauthorized'),
		both(pinged(ill('unauthorized')), pinged(ill('unauthorized'))),
		{tautulli: {state: 'refused'}, plex: {state: 'refused'}},
	],
	[
		'Tautulli switched off',
		failing('tautulli', 'config'),
		both(pinged(ill('config')), pinged(well)),
		{tautulli: {state: 'off'}, plex: up},
	],
	[
		'Plex not configured: Tautulli knows',
		live,
		both(pinged(well, true, true), pinged(null)),
		{tautulli: up, plex: upUnpinged},
	],
	[
		'Plex not configured: Tautulli has lost it',
		failing('plex'),
		both(pinged(well, true, true), pinged(null)),
		{tautulli: up, plex: awaySince(fakeNow - 360)},
	],
	[
		'Plex not configured: Tautulli is gone, so nobody knows',
		failing('tautulli'),
		both(pinged(ill('timeout')), pinged(null)),
		{tautulli: awaySince(fakeNow - 360), plex: {state: 'unknown'}},
	],
])('%s', (_, streams, pings, expected) => {
	const {tautulli, plex}: ServerStates = serverStates(streams, pings, fakeNow);
	expect({tautulli, plex}).toEqual(expected);
});

test('a Plex that Tautulli reaches for a minute and tautop does not is away only from here', () => {
	const pings = both(pinged(well), {...pinged(ill('timeout')), awaySince: fakeNow - 61});
	expect(serverStates(live, pings, fakeNow).plex).toEqual({
		state: 'away',
		since: fakeNow - 61,
		fromTautulli: true,
	});
});
