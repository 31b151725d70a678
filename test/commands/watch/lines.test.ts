import {fstatSync} from 'node:fs';
import {expect, test} from 'vitest';
import {healthReply} from '../../../source/commands/watch/health.ts';
import {createJournal, goesToJournal, type Line} from '../../../source/commands/watch/journal.ts';
import {createHearing, type Hearing} from '../../../source/commands/watch/standing.ts';
import {runNews} from '../../../source/commands/watch/words.ts';
import {AppError} from '../../../source/domain/app-error.ts';
import type {LocalStatus, ServerHealth} from '../../../source/domain/status.ts';
import {fakeNow, fakeSources, fakeSummary} from '../../helpers/fake-sources.ts';

const written = (isSystemd: boolean, line: Line): string => {
	let text = '';
	const write = (more: string): void => {
		text += more;
	};
	createJournal({write}, () => fakeNow, isSystemd)(line);
	return text;
};

test('a line has its time, and in the journal of systemd its weight instead', () => {
	const line = {text: 'Plex is away.\n  Look there.', isTrouble: true};
	expect(written(false, line)).toBe('2026-11-22 20:04:00 Plex is away. Look there.\n');
	expect(written(true, line)).toBe('<4>Plex is away. Look there.\n');
	expect(written(true, {...line, isTrouble: false})).toBe('Plex is away. Look there.\n');
});

test('the journal is known by what the variable names, not by that it is set', () => {
	const {dev, ino} = fstatSync(2);
	expect(goesToJournal(2, `${dev}:${ino}`)).toBe(true);
	for (const other of [undefined, '', `${dev}:${ino + 1}`]) expect(goesToJournal(2, other)).toBe(false);
	expect(goesToJournal(987, `${dev}:${ino}`)).toBe(false);
});

const hearing = (): {hearing: Hearing; lines: string[]; wait: (seconds: number) => void} => {
	const lines: string[] = [];
	let at = fakeNow;
	return {
		lines,
		wait: seconds => {
			at += seconds;
		},
		hearing: createHearing({
			journal: ({text, isTrouble}) => lines.push(`${isTrouble ? '!' : ' '} ${text}`),
			now: () => at,
			steadyMs: () => at * 1000,
			when: moment => `<${moment}>`,
			database: '/data/tautop.db',
		}),
	};
};

const up: ServerHealth = {ok: true, error: null, name: 'tower', version: '1.41', ms: 20};
const down = (code: 'unreachable' | 'unauthorized' = 'unreachable'): ServerHealth => ({
	...up,
	ok: false,
	error: new AppError(code, `It is ${code}.`, {hint: 'Look there.'}).toJSON(),
});

test('a server is told of when it comes and goes, not in between', () => {
	const {hearing: heard, lines, wait} = hearing();
	heard.server('plex', null);
	for (const health of [up, up, down(), down(), down('unauthorized'), down('unauthorized'), up, up]) {
		heard.server('tautulli', health);
		wait(60);
	}
	expect(lines).toEqual([
		'  Tautulli answers, 1.41.',
		'! It is unreachable. Look there.',
		'! It is unauthorized. Look there.',
		'  Tautulli is back, after 4 min.',
	]);
});

const local = async (): Promise<LocalStatus> => await fakeSources().sources.local(null);

test('the database is told of when it is lost and found, the mirror when it is whole', async () => {
	const {hearing: heard, lines} = hearing();
	const status = await local();
	const history = {plays: 34_507, oldest: fakeNow - 9e7, complete: false, syncedAt: fakeNow};
	const collector = {...status.collector, next: fakeNow + 60};
	const lost = new AppError('store', 'The disk is full.', {hint: 'Make room.'}).toJSON();
	heard.local({...status, history, collector});
	heard.local({...status, history: {...history, complete: true}, collector});
	heard.local({
		...status,
		history: null,
		database: {...status.database, trouble: lost, warnings: ['It was set aside.']},
	});
	heard.local({
		...status,
		history: null,
		database: {...status.database, trouble: lost, warnings: ['It was set aside.']},
	});
	heard.local({...status, history: {...history, complete: true}, collector});
	expect(lines).toEqual([
		`  It collects on schedule, next at <${fakeNow + 60}>.`,
		'  The local copy of the history is complete: 34 507 plays.',
		'! The disk is full. Make room.',
		'! It was set aside.',
		'  The database is open again.',
		'  The local copy of the history is complete: 34 507 plays.',
	]);
});

test('an engine that ends, runs, and what is odd', () => {
	const {hearing: heard, lines} = hearing();
	heard.opened(null);
	heard.opened(4711);
	heard.event({
		type: 'engine',
		trouble: {since: fakeNow, reason: 'The engine was ended by SIGKILL.', retryAt: fakeNow},
	});
	heard.event({type: 'engine', trouble: null});
	heard.event({type: 'run-ended', summary: fakeSummary});
	heard.event({type: 'run-missed', reason: 'A run is going on already.'});
	for (const _ of [1, 2]) heard.event({type: 'odd', sentence: 'A row has no start.'});
	expect(lines).toEqual([
		'  It writes to /data/tautop.db.',
		'  Another tautop (process 4711) writes to /data/tautop.db already. This one shares it, and takes over when it ends.',
		'! The engine was ended by SIGKILL. Another one is started.',
		'  Collected 1 of 1 collection.',
		'! A run by the schedule did not begin: A run is going on already.',
		'! A row has no start.',
	]);
});

test('a run that did not do all says what it did not', () => {
	const failed = ['One', 'Two', 'Three', 'Four'].map(collection => ({
		collection,
		libraryName: 'Movies',
		ratingKey: '1',
		reason: 'no answer',
	}));
	expect(runNews({...fakeSummary, status: 'partial', failed, totalCollections: 5})).toEqual({
		isTrouble: true,
		text: 'Collected 1 of 5 collections. One: no answer; Two: no answer; Three: no answer; and 1 more',
	});
	const error = new AppError('busy', 'Another run is going on.').toJSON();
	expect(runNews({...fakeSummary, status: 'error', reason: 'busy', error}).text).toBe(
		'The run failed: Another run is going on.',
	);
	expect(runNews({...fakeSummary, status: 'error', reason: 'cancelled'}).isTrouble).toBe(false);
	expect(runNews({...fakeSummary, status: 'skipped', reason: 'Tautulli is switched off.'}).text).toBe(
		'The run was skipped. Tautulli is switched off.',
	);
});

test('health is 200 while all is well, and 503 with the reasons else', async () => {
	const {hearing: heard, wait} = hearing();
	const statusOf = () => {
		const {status, body} = healthReply([{name: null, standing: heard.standing}], fakeNow);
		return {status, ...JSON.parse(body)};
	};
	expect(statusOf()).toMatchObject({status: 503, ok: false, troubles: ['It has just begun.']});
	const status = await local();
	const history = {plays: 7, oldest: null, complete: true, syncedAt: fakeNow - 20.5};
	heard.local({...status, history});
	heard.server('tautulli', up);
	expect(statusOf()).toMatchObject({
		status: 200,
		ok: true,
		troubles: [],
		plex: null,
		mirror: {plays: 7, age_seconds: 20},
	});
	const full = new AppError('store', 'The disk is full.', {hint: 'Free some space.'}).toJSON();
	heard.local({...status, history, database: {...status.database, unwritten: full}});
	expect(statusOf()).toMatchObject({status: 503, troubles: ['The disk is full. Free some space.']});
	heard.local({...status, history});
	expect(statusOf().status).toBe(200);
	wait(200);
	expect(statusOf()).toMatchObject({status: 503, troubles: ['Its engine says nothing.']});
	// An hour behind, Tautulli's clock has noted it a moment ago.
	heard.local({...status, history: {...history, syncedAt: fakeNow - 3680}, aheadSeconds: -3660});
	expect(statusOf()).toMatchObject({status: 200, mirror: {age_seconds: 20}});
	heard.local({...status, history: {...history, syncedAt: fakeNow - 60}, aheadSeconds: 3660});
	expect(statusOf()).toMatchObject({status: 503, troubles: ['The local copy is out of date.']});
	heard.local({...status, history: {...history, syncedAt: fakeNow - 4000}});
	heard.server('plex', down());
	heard.event({type: 'engine', trouble: {since: fakeNow, reason: 'The engine ended.', retryAt: fakeNow}});
	expect(statusOf()).toMatchObject({
		status: 503,
		troubles: ['The engine ended.', 'It is unreachable. Look there.', 'The local copy is out of date.'],
		plex: {ok: false, code: 'unreachable'},
	});
});
