import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {Hooks} from '../../source/ui/terminal.ts';
import {fakeSettings, fakeSources, fakeSummary} from '../helpers/fake-sources.ts';
import {setStage} from './stage.ts';
import {calm, evening} from './world.ts';

test('the first frame stands before anything is connected', async () => {
	const stage = await setStage({});
	expect(stage.text()).toContain('connecting');
	expect(stage.text()).toContain('4 Peak streams');
});

test('idle, the screen stays the same array until the minute changes', async () => {
	const stage = await setStage({sources: {}});
	const before = stage.dashboard.lines();
	let changes = 0;
	stage.dashboard.subscribe(() => {
		changes += 1;
	});
	await stage.clock.pass(55);
	expect(stage.dashboard.lines()).toBe(before);
	await stage.clock.pass(10);
	expect(changes).toBe(1);
});

test('the answers of one burst make two frames: the first at once, and one for the others', async () => {
	const stage = await setStage({sources: {}, burstSeconds: 0.25});
	await stage.clock.pass(2);
	let frames = 0;
	stage.dashboard.subscribe(() => {
		frames += 1;
	});
	await stage.press('t');
	const pressed = frames;
	await stage.clock.pass(2);
	expect(frames - pressed).toBeLessThanOrEqual(1);
	expect(stage.text()).not.toContain('waiting');
});

/** Asked at once, then every five seconds; every nine where Plex tells what happens. */
const asks = [
	{heard: false, activity: 13},
	{heard: true, activity: 8},
];

test.each(asks)(
	'the streams are asked every refresh (Plex is heard: $heard), what is stored every minute, and nothing that was refused',
	async ({heard, activity}) => {
		const asked = {activity: 0, plays: 0, board: 0};
		const local = await fakeSources(evening).sources.local(null);
		const stage = await setStage({
			sources: {
				local: async () => ({...local, listening: heard}),
				activity: async () => {
					asked.activity += 1;
					return calm;
				},
				plays: async ({by}) => {
					if (by === 'hour') asked.plays += 1;
					throw new AppError('unauthorized', 'No.');
				},
				board: async ({days}) => {
					asked.board += 1;
					return {days, rows: [], hasMovement: false, collectedAt: null};
				},
			},
		});
		await stage.clock.pass(60);
		expect(asked).toEqual({activity, plays: 1, board: 2});
	},
);

test('when something happens with the streams they are asked at once, and an answer under way is dropped', async () => {
	const answers: Array<() => void> = [];
	const dropped: number[] = [];
	const stage = await setStage({
		sources: {
			activity: async (_, signal) => {
				const number = answers.length;
				signal?.addEventListener('abort', () => dropped.push(number));
				await new Promise<void>(resolve => answers.push(resolve));
				return calm;
			},
		},
	});
	await stage.emit({type: 'activity'});
	expect([answers.length, dropped]).toEqual([2, [0]]);
	answers[1]?.();
	await stage.clock.pass(1);
	expect(stage.text()).not.toContain('connecting');
	await stage.emit({type: 'activity'});
	expect(answers.length).toBe(3);
});

test('a zoomed pane asks, hidden ones are still', async () => {
	let hours = 0;
	const stage = await setStage({
		sources: {
			plays: async (query, signal) => {
				if (query.by === 'hour') hours += 1;
				return fakeSources().sources.plays(query, signal);
			},
		},
	});
	await stage.press('5', '5');
	await stage.clock.pass(600);
	expect(hours).toBe(1);
	await stage.press('esc');
	expect(hours).toBe(2);
});

test('another range asks anew, at once', async () => {
	const asked: number[] = [];
	const stage = await setStage({
		sources: {
			plays: async (query, signal) => {
				const {window} = query;
				// The window before ends at a moment.
				if (query.by === 'decision' && 'days' in window && window.at === undefined) asked.push(window.days);
				return fakeSources().sources.plays(query, signal);
			},
		},
	});
	await stage.press('t', 'T', 'T');
	expect(asked).toEqual([30, 90, 30, 7]);
});

test('a refused key is not asked again, r asks', async () => {
	let asked = 0;
	const stage = await setStage({
		sources: {
			activity: async () => {
				asked += 1;
				throw new AppError('unauthorized', 'Tautulli refused the API key.', {server: 'tautulli'});
			},
		},
	});
	await stage.clock.pass(3600);
	expect(asked).toBe(1);
	expect(stage.text()).toContain('Tautulli refused the key');
	expect(stage.text()).not.toContain('retry');
	await stage.press('r');
	expect(asked).toBe(2);
});

test('r ends the pause of a server before it asks', async () => {
	const heard: string[] = [];
	let isPaused = true;
	const stage = await setStage({
		sources: {
			reconnect: async () => {
				isPaused = false;
				return null;
			},
			activity: async () => {
				heard.push(isPaused ? 'paused' : 'asked');
				if (isPaused) throw new AppError('unreachable', 'Gone.', {server: 'tautulli', retryAfterSeconds: 90});
				return calm;
			},
		},
	});
	expect(stage.text()).toContain('retry 90 s');
	await stage.press('r');
	expect(heard).toEqual(['paused', 'asked']);
	expect(stage.text()).toContain('live');
});

test('when one pane has answers again, the others that failed ask at once', async () => {
	let isAway = true;
	const answer = async (): Promise<typeof calm> => {
		if (isAway) throw new AppError('unreachable', 'Gone.', {server: 'tautulli'});
		return calm;
	};
	let hours = 0;
	const stage = await setStage({
		sources: {
			activity: answer,
			plays: async (query, signal) => {
				if (query.by === 'hour') hours += 1;
				await answer();
				return fakeSources().sources.plays(query, signal);
			},
		},
	});
	await stage.clock.pass(200);
	isAway = false;
	const before = hours;
	await stage.press('r');
	expect(hours).toBe(before + 1);
	expect(stage.text()).toContain('live');
});

test.each(['burst', 'cut'] as const)(
	'a key that nobody may have pressed (%s) moves, but changes nothing and says so',
	async trust => {
		let runs = 0;
		const stage = await setStage({
			sources: {
				collect: async () => {
					runs += 1;
					return fakeSummary;
				},
			},
		});
		const hooks: Hooks = {
			init: () => {},
			quit: () => {},
			suspend: () => {},
			repaint: () => {},
			save: () => '',
			hearMouse: () => {},
			copy: () => null,
		};
		stage.dashboard.press('5', hooks, trust);
		stage.dashboard.press('c', hooks, trust);
		await stage.press();
		await stage.clock.pass(0);
		expect(stage.text()).toContain('[5 Collections]');
		expect(stage.text()).toContain('Not collected: that may be the rest of a paste. Ctrl-L, then again.');
		expect(runs).toBe(0);
		await stage.press('c');
		expect(runs).toBe(1);
	},
);

test('c collects; c again asks; only y cancels', async () => {
	let signal: AbortSignal | undefined;
	const stage = await setStage({
		sources: {
			collect: (_, given) =>
				new Promise((_resolve, reject) => {
					signal = given;
					given?.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')));
				}),
		},
	});
	await stage.press('c');
	expect(stage.text()).toContain('collecting');
	await stage.press('c');
	expect(stage.text()).toContain('Cancel this run?');
	await stage.press('enter', 'x', 'esc');
	expect(signal?.aborted).toBe(false);
	await stage.press('c', 'y');
	expect(signal?.aborted).toBe(true);
	expect(stage.text()).toContain('nothing of this run is stored');
});

test('the end of a run stands for ten seconds', async () => {
	const stage = await setStage({sources: {collect: async () => fakeSummary}});
	await stage.press('c');
	expect(stage.text()).toContain('collected 1 in');
	await stage.clock.pass(11);
	expect(stage.text()).not.toContain('collected 1 in');
});

test('q closes what is open, then quits; Ctrl-C quits at once', async () => {
	const stage = await setStage({sources: {}});
	await stage.press('z', '?', 'q');
	expect(stage.quits).toEqual([]);
	await stage.press('q', 'q', 'z', 'ctrl-c');
	expect(stage.quits).toEqual([0, 130]);
});

test('a terminal that does not read gets no frames until it does, then the newest', async () => {
	let isStalled = false;
	const stage = await setStage({sources: {}, isStalled: () => isStalled});
	isStalled = true;
	const before = stage.dashboard.lines();
	await stage.press('5', '5', '?');
	expect(stage.dashboard.lines()).toBe(before);
	isStalled = false;
	await stage.clock.pass(1);
	expect(stage.text()).toContain('[help]');
});

test('a run that somebody else began can be cancelled by no key here, and the footer offers none', async () => {
	const stage = await setStage({sources: {}});
	stage.emit({type: 'progress', progress: {step: 'collecting', done: 1, total: 3, label: 'Heist'}});
	await stage.clock.pass(1);
	expect(stage.text()).toContain('collecting 1 of 3');
	expect(stage.text()).not.toContain('c cancel');
});

test('closed, nothing is asked and no timer is left', async () => {
	const stage = await setStage({sources: {}});
	stage.dashboard.close();
	expect(stage.clock.pending()).toBe(0);
});

test('closed in a run, no timer is left when the run has heard of it', async () => {
	const stage = await setStage({
		sources: {
			collect: (_, signal) =>
				new Promise((_resolve, reject) => {
					signal?.addEventListener('abort', () => reject(new AppError('cancelled', 'Cancelled.')));
				}),
		},
	});
	await stage.press('c');
	stage.dashboard.close();
	await stage.clock.pass(0);
	expect(stage.clock.pending()).toBe(0);
});

const never = new Promise<never>(() => {});
const pinged = {health: {ok: true, error: null, name: 'tower', version: '2.17.2', ms: 28}, plexConnected: true};

test('a server that hangs keeps neither the other nor the database waiting', async () => {
	const stage = await setStage({
		columns: 200,
		rows: 60,
		sources: {activity: () => never, ping: async ({server}) => (server === 'plex' ? never : pinged)},
	});
	expect(stage.text()).toMatch(/Tautulli +●/);
	expect(stage.text()).toMatch(/Plex +○ asking/);
	expect(stage.text()).toMatch(/1.204 snapshots/);
});

test('when the streams fail the servers are asked at once, and until they answer nothing contradicts the header', async () => {
	let isAway = false;
	const asked: string[] = [];
	const stage = await setStage({
		sources: {
			activity: async () => {
				if (isAway) throw new AppError('unreachable', 'Gone.', {server: 'plex'});
				return calm;
			},
			ping: async ({server}) => {
				asked.push(server);
				return isAway && server === 'plex' ? never : pinged;
			},
		},
	});
	expect(stage.text()).toContain('Plex ●');
	isAway = true;
	await stage.clock.pass(5);
	expect(asked).toEqual(['tautulli', 'plex', 'tautulli', 'plex']);
	expect(stage.text()).toContain('Tautulli ●   Plex ✕ since 21:04');
	isAway = false;
	await stage.press('r');
	expect(stage.text()).toContain('Plex ●');
	expect(stage.text()).toContain('live');
});

test('a server that answers a ping again has the streams asked at once', async () => {
	let isAway = true;
	let asked = 0;
	const stage = await setStage({
		sources: {
			activity: async () => {
				asked += 1;
				if (isAway) throw new AppError('unreachable', 'Gone.', {server: 'tautulli'});
				return calm;
			},
			ping: async () => (isAway ? {health: {...pinged.health, ok: false, ms: null}, plexConnected: null} : pinged),
		},
	});
	await stage.clock.pass(85);
	const before = asked;
	isAway = false;
	await stage.clock.pass(5);
	expect(asked).toBeGreaterThan(before);
	expect(stage.text()).toContain('live');
});

test('d tells a trouble of several panes once, and that of a server that no pane tells', async () => {
	const lost = async () => {
		throw new AppError('unreachable', 'Tautulli refused the connection.', {server: 'tautulli', hint: 'Is it running?'});
	};
	const error = new AppError('timeout', 'Plex did not answer in time.', {server: 'plex'}).toJSON();
	const stage = await setStage({
		sources: {
			activity: lost,
			plays: lost,
			peaks: lost,
			settings: async () => ({...fakeSettings, unverifiedTls: true, warnings: ['An unknown key.']}),
			ping: async ({server}) => ({
				health: server === 'plex' ? {ok: false, error, name: '', version: null, ms: null} : pinged.health,
				plexConnected: null,
			}),
		},
	});
	expect(stage.text().split('\n')[0]).toMatch(/retry \d+ s +! TLS /);
	await stage.press('d');
	const text = stage.text();
	expect(text.match(/refused the connection/g)).toHaveLength(1);
	expect(text).toContain('Now playing, Plays by hour, Stream types, Peak streams');
	expect(text).toContain('Plex did not answer in time.');
	expect(text).toContain('Certificates are not checked');
	expect(text).toContain('An unknown key.');
});

test('a first fill says how far back it counts, and draws at most once a second', async () => {
	const stage = await setStage({sources: {}});
	const total = 199_981;
	const march = Date.parse('2024-03-10T12:00:00Z') / 1000;
	const syncing = (done: number) =>
		stage.emit({
			type: 'syncing',
			progress: {step: 'syncing', done, total, label: '40 s left', reachesTo: march},
		});
	let frames = 0;
	stage.dashboard.subscribe(() => {
		frames += 1;
	});
	await syncing(30_000);
	expect(stage.text()).toContain('history back to Mar 2024  15 %  40 s left');
	expect(stage.text().split('\n').at(-1)).toContain('? help');
	for (const done of [40_000, 50_000, 62_000]) await syncing(done);
	expect(frames).toBe(1);
	await stage.clock.pass(1);
	expect(frames).toBe(2);
	expect(stage.text()).toContain('31 %');
});

test.each([
	{when: 'in the middle of a first fill', event: {type: 'zone'}},
	{when: 'at its end', event: {type: 'syncing', progress: null}},
] as const)('the zone of the graphs is shown as soon as it has been found out, $when', async ({event}) => {
	let timezone: string | null = null;
	const stage = await setStage({
		columns: 120,
		rows: 40,
		sources: {settings: async () => ({...fakeSettings, timezone})},
	});
	await stage.press('2', '2');
	expect(stage.text()).toContain('server time');
	timezone = 'Asia/Kolkata';
	await stage.emit(event);
	expect(stage.text()).toContain('Asia/Kolkata');
	expect(stage.text()).not.toContain('server time');
});

test('what is stored is asked for once after a sync that changed it, and not after one that did not', async () => {
	let asked = 0;
	const stage = await setStage({
		sources: {
			board: async ({days}) => {
				asked += 1;
				await new Promise(setImmediate);
				return {days, rows: [], hasMovement: false, collectedAt: null};
			},
		},
	});
	expect(asked).toBe(1);
	await stage.emit({type: 'syncing', progress: null});
	expect(asked).toBe(1);
	void stage.emit({type: 'syncing', progress: null});
	await stage.emit({type: 'stored'});
	expect(asked).toBe(2);
});

test('odd answers are listed under d, the last of them, and counted as warnings', async () => {
	const stage = await setStage({
		rows: 60,
		sources: {settings: async () => ({...fakeSettings, warnings: ['An unknown key.'], odd: ['Odd before.']})},
	});
	await stage.emit({type: 'odd', sentence: 'Odd now.'});
	await stage.emit({type: 'odd', sentence: 'Odd now.'});
	expect(stage.text()).toContain('3 warnings');
	await stage.press('d');
	expect(stage.text().replaceAll(/ *\n */g, '\n')).toContain('What was odd\nOdd before.\nOdd now.\n\n');
	for (let each = 0; each < 30; each += 1) await stage.emit({type: 'odd', sentence: `Odd ${each}.`});
	expect(stage.text()).not.toContain('Odd now.');
	expect(stage.text()).toContain('Odd 29.');
});

test('a wrong clock is explained under d', async () => {
	const health = {ok: true, error: null, name: 'tower', version: null, ms: 9, clockSeconds: -7200};
	const stage = await setStage({sources: {servers: async () => ({tautulli: health, plex: null, plexConnected: true})}});
	await stage.press('d');
	expect(stage.text()).toContain('The clocks differ: this machine is 2 h ahead.');
	expect(stage.text()).not.toContain('All is well');
});

const type = (words: string): string[] => [...words];

test('a view that is opened by its name from a user is about this user; what nothing narrows begins anew', async () => {
	const asked: string[] = [];
	const stage = await setStage({
		sources: {
			plays: async (query, signal) => {
				if (query.by === 'weekday' && query.split === 'media') asked.push(JSON.stringify(query.where));
				return fakeSources().sources.plays(query, signal);
			},
		},
	});
	await stage.press('0', ...type('users'), 'enter', 'enter', '0', ...type('weekdays'), 'enter');
	expect(asked).toEqual([JSON.stringify({user: [{id: '1', name: 'marta'}]})]);
	expect(stage.text()).toContain('home › users › marta ›[weekdays]');
	await stage.press('0', ...type('runs'), 'enter');
	expect(stage.text()).toContain('home ›[runs]');
});

test('what is typed where nothing can be filtered is no order', async () => {
	let runs = 0;
	const stage = await setStage({
		sources: {
			collect: async () => {
				runs += 1;
				return fakeSummary;
			},
		},
	});
	await stage.press('6', '/', ...type('c'));
	expect(stage.text()).toContain('/c_   a date opens its day; nothing here can be filtered   esc back');
	expect(stage.text()).not.toMatch(/6 Status.*\/c/);
	await stage.press('esc');
	expect([runs, stage.text().includes('collecting')]).toEqual([0, false]);
});

test('a notice rings once, as the configuration says, and stands at the bottom for a while', async () => {
	const rung: unknown[] = [];
	const stage = await setStage({sources: {}, ring: (words, ways) => rung.push([words, ways])});
	const notice = {
		kind: 'lost',
		back: false,
		text: 'Plex is away',
		who: null,
		server: 'lisbon',
		at: 0,
		values: {},
	} as const;
	const ways = {bell: true, desktop: false};
	await stage.emit({type: 'notice', notice, ways});
	expect(rung).toEqual([['lisbon: Plex is away', ways]]);
	expect(stage.text()).toContain('lisbon: Plex is away');
	await stage.clock.pass(11);
	expect(stage.text()).not.toContain('lisbon: Plex is away');
	expect(rung).toHaveLength(1);
});
