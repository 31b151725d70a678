import {describe, expect, test} from 'vitest';
import type {Session} from '../../source/domain/session.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeNow, fakeSettings} from '../helpers/fake-sources.ts';
import {setStage} from './stage.ts';
import {busy, calm} from './world.ts';

const sizes = [
	[38, 5],
	[50, 20],
	[80, 24],
	[120, 40],
	[200, 60],
	[300, 80],
] as const;

const firstRow = (text: string): string => text.split('\n')[0] ?? '';

describe('dashboard.panes puts any view in a place', () => {
	const settings = async () => ({
		...fakeSettings,
		panes: ['users', 'history', 'libraries', 'now', 'titles', 'recent', 'runs'],
	});

	test.each([
		[80, 24],
		[120, 40],
		[200, 60],
	])('at %i x %i', async (columns, rows) => {
		const stage = await setStage({columns, rows, sources: {settings}});
		const text = stage.text();
		for (const title of ['1 Users', '2 History', '3 Libraries', '4 Now playing', '5 Top titles', '6 Recently added']) {
			expect(text).toContain(title);
		}
		expect(text.includes('─ Runs ─')).toBe(columns >= 200);
	});

	test('the last place is reached by Tab, has no digit, and opens', async () => {
		const stage = await setStage({columns: 200, rows: 60, sources: {settings}});
		await stage.press('shift-tab');
		expect(stage.text()).toContain('━[Runs]━');
		await stage.press('7');
		expect(stage.text()).toContain('7 does nothing here');
		await stage.press('z');
		expect(stage.text()).toContain('home ›[runs]');
	});

	test('where it is not there the focus is on another', async () => {
		const stage = await setStage({columns: 200, rows: 60, sources: {settings}});
		await stage.press('shift-tab');
		stage.dashboard.resize({columns: 120, rows: 40});
		expect(stage.text()).toContain('━[6 Recently added]━');
		await stage.press('tab');
		expect(stage.text()).toContain('━[1 Users]━');
	});
});

/** Sessions that go on as the clock does, so that their ends stay. */
const played = (sessions: readonly Session[], seconds: number): readonly Session[] =>
	sessions.map(session =>
		session.state === 'playing' && session.viewOffsetMs !== null
			? {...session, viewOffsetMs: session.viewOffsetMs + seconds * 1000}
			: session,
	);

test.each(sizes)('%i x %i: in an idle minute the clock alone changes', async (columns, rows) => {
	let passed = 0;
	const activity: Sources['activity'] = async () => ({...calm, sessions: played(calm.sessions, passed)});
	const stage = await setStage({columns, rows, sources: {activity}});
	// How far streams have come is a fact of them: in minutes for the selected one, in half cells for all.
	const text = (): string =>
		stage
			.text()
			.replace(/\d+h \d+m of/, 'so far of')
			.replaceAll(/[━╸·]{5,}/g, '');
	// What is asked about a chosen row waits until the cursor rests.
	await stage.clock.pass(1);
	const before = text();
	for (passed = 5; passed <= 60; passed += 5) await stage.clock.pass(5);
	expect(text()).not.toBe(before);
	expect(text().replace('21:05', '21:04')).toBe(before);
});

describe('one clock, the server’s', () => {
	const newYork = {...fakeSettings, timezone: 'America/New_York'};

	test.each(sizes)('%i x %i: every time is of its zone, and its city stands after the clock', async (columns, rows) => {
		const stage = await setStage({columns, rows, sources: {settings: async () => newYork}});
		if (columns >= 50) expect(firstRow(stage.text())).toContain('15:04 New York');
		// What this machine would say of now, of the end of a stream, of the last run and of the last event.
		expect(stage.text()).not.toMatch(/21:04|22:11|20:52|21:01/);
	});

	test('where the clocks agree no city is named', async () => {
		const stage = await setStage({sources: {settings: async () => ({...fakeSettings, timezone: 'Europe/Vienna'})}});
		expect(firstRow(stage.text())).toMatch(/live {4}21:04 $/);
	});

	test('before anything is configured there is no time at all', async () => {
		const stage = await setStage({});
		expect(stage.text()).not.toMatch(/\d\d:\d\d/);
	});
});

describe('the upload', () => {
	const header = async (columns: number, rows: number, given: Partial<Sources>): Promise<string> =>
		firstRow((await setStage({columns, rows, sources: given})).text());
	const limited = (uploadMbps: number | null): Partial<Sources> => ({
		activity: async () => busy,
		settings: async () => ({...fakeSettings, uploadMbps}),
	});

	test('a meter from 120 columns on, numbers at 80, none where no limit is known', async () => {
		expect(await header(120, 40, limited(100))).toContain('WAN ━━━━······ 38.9 of 100  ');
		expect(await header(80, 24, limited(100))).toContain('WAN 38.9 of 100  ');
		expect(await header(120, 40, limited(null))).toContain('WAN 38.9   ');
		expect(await header(50, 20, limited(100))).not.toContain('WAN');
	});

	test.each([
		[50, false],
		[48, true],
		[40, true],
	])('of %i Mb/s: with a mark from four fifths on', async (mbps, isMarked) => {
		expect((await header(120, 40, limited(mbps))).includes(`38.9 of ${mbps} !`)).toBe(isMarked);
	});

	test('what has no room goes as a whole', async () => {
		expect(await header(200, 60, limited(40))).toContain('LAN 22.8   WAN ━━━━');
		expect(await header(120, 40, limited(40))).not.toContain('LAN');
		expect(
			await header(82, 24, {
				...limited(40),
				settings: async () => ({...fakeSettings, uploadMbps: 40, unverifiedTls: true}),
			}),
		).toMatch(/4 transcode {3}WAN 38.9 of 40 ! +! TLS +live +21:04 $/);
	});
});

describe('what is done is told in the status rule, and what is counted is named', () => {
	const row = (text: string): string => text.split('\n').at(-2) ?? '';

	test('libraries, then collections, then how many were collected', async () => {
		const stage = await setStage({columns: 120, rows: 40, sources: {collect: () => new Promise(() => {})}});
		await stage.press('c');
		expect(row(stage.text())).toContain('collecting  starting  c cancel');
		await stage.emit({type: 'progress', progress: {step: 'listing', done: 2, total: 4, label: 'TV Shows'}});
		await stage.clock.pass(1);
		expect(row(stage.text())).toContain('2 of 4 libraries read  TV Shows  c cancel');
		expect(row(stage.text())).not.toContain('collecting');
		await stage.emit({type: 'progress', progress: {step: 'collecting', done: 0, total: 12, label: 'Heist'}});
		await stage.clock.pass(4);
		await stage.emit({type: 'progress', progress: {step: 'collecting', done: 4, total: 12, label: 'Heist'}});
		await stage.clock.pass(1);
		expect(row(stage.text())).toContain('collecting 4 of 12  Heist  10 s left  c cancel');
		expect(stage.text().split('\n').at(-1)).toContain('? help');
	});

	test('while the history fills nothing is collected', async () => {
		const reading = {running: false, reading: true, next: fakeNow + 3360};
		const collector = {...reading, last: null, lastCollected: null, lastFailed: null};
		const stage = await setStage({
			sources: {
				runs: async () => [],
				local: async () => ({
					listening: null,
					audit: {checkedAt: null, difference: null},
					database: {path: '', bytes: 1, snapshots: 0, newest: null, trouble: null, warnings: []},
					collector,
					demo: false,
					aheadSeconds: 0,
					history: null,
				}),
			},
		});
		expect(row(stage.text())).toContain('nothing collected yet, next 22:00');
	});

	test('where no pane tells of it the keys give way', async () => {
		const stage = await setStage({
			sources: {
				settings: async () => ({...fakeSettings, panes: ['now', 'hours', 'types', 'peaks', 'collections', 'users']}),
				collect: () => new Promise(() => {}),
			},
		});
		await stage.press('c');
		expect(stage.text().split('\n').at(-1)).toContain(' collecting  starting  c cancel');
	});
});
