import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {ServerFigures} from '../../source/domain/server-figures.ts';
import type {OpenSources, Sources} from '../../source/questions/sources.ts';
import {fakeFigures, fakeSettings, fakeSources} from '../helpers/fake-sources.ts';
import {settled} from './fake-clock.ts';
import {setStage} from './stage.ts';
import {calm, evening, quiet} from './world.ts';

const names = ['home', 'cabin', 'boat'];

const settingsOf = (server: string) => async () => ({...fakeSettings, server, servers: names});

const figures: readonly ServerFigures[] = [
	{...fakeFigures, name: 'home', isHere: true},
	{...fakeFigures, name: 'cabin', streams: quiet},
	{
		...fakeFigures,
		name: 'boat',
		plays: null,
		history: null,
		trouble: new AppError('unreachable', 'Tautulli does not answer.').toJSON(),
	},
];

/** Three servers: at home three watch, in the cabin nobody, and the boat does as it is told. */
const setServers = async (boat: Partial<Sources> = {}, size: {columns?: number; rows?: number} = {}) => {
	const asked: Record<string, number> = {home: 0, cabin: 0, boat: 0};
	const count =
		(name: string, activity: typeof calm): Sources['activity'] =>
		async () => {
			asked[name] = (asked[name] ?? 0) + 1;
			return activity;
		};
	const opened: string[] = [];
	const engines = new Map<string, ReturnType<typeof fakeSources>>();
	const openServer = (name: string): OpenSources => {
		opened.push(name);
		const engine = fakeSources({
			...evening,
			settings: settingsOf(name),
			activity: count(name, quiet),
			allServers: async () => figures,
			...(name === 'boat' ? boat : {}),
		});
		engines.set(name, engine);
		return engine;
	};
	const stage = await setStage({
		...size,
		sources: {settings: settingsOf('home'), activity: count('home', calm), allServers: async () => figures},
		openServer,
	});
	const header = (): string => stage.text().split('\n')[0] ?? '';
	return {...stage, asked, opened, engines, header};
};

test('the key shows the next server, round and round, and the header and the title say which', async () => {
	const {press, header, dashboard, opened} = await setServers();
	expect(header()).toContain('home');
	expect(dashboard.title()).toBe('tautop home: 3 streams, 1 transcode');
	await press('`');
	expect(header()).toContain('cabin');
	expect(dashboard.title()).toBe('tautop cabin: 0 streams');
	await press('`', '`');
	expect(header()).toContain('home   3 streams');
	await press('`');
	expect(opened).toEqual(['cabin', 'boat']);
});

test('the footer names the key where it has room, and where there is another server', async () => {
	const footerOf = ({text}: {readonly text: () => string}): string => text().split('\n').at(-1) ?? '';
	expect(footerOf(await setServers({}, {columns: 120}))).toContain('` server');
	expect(footerOf(await setStage({columns: 120, sources: {}}))).not.toContain('` server');
});

test('it says which of how many', async () => {
	const {press, text, clock} = await setServers();
	await press('`');
	expect(text()).toContain('cabin: server 2 of 3');
	await clock.pass(4);
	expect(text()).not.toContain('server 2 of 3');
});

test.each([
	[40, 12],
	[60, 16],
])('at %i by %i the name stands in the header too', async (columns, rows) => {
	const {press, header} = await setServers({}, {columns, rows});
	expect(header()).toContain('home');
	await press('`');
	expect(header()).toContain('cabin');
});

test('in the past the header says it too, and the moment goes along', async () => {
	const {press, header} = await setServers();
	await press('[', '`');
	expect(header()).toMatch(/PAST {2}cabin {3}/);
});

test('only the server that is seen is asked', async () => {
	const {press, asked, clock} = await setServers();
	await clock.pass(10);
	const before = asked.home;
	await press('`');
	await clock.pass(60);
	expect(asked.home).toBe(before);
	expect(asked.cabin).toBeGreaterThan(5);
	await press('`', '`');
	expect(asked.home).toBe((before ?? 0) + 1);
});

test('what was last known is there at once on the way back, with its age', async () => {
	const {press, header, clock} = await setServers({
		activity: async (_, signal) => {
			await new Promise((_resolve, reject) => signal?.addEventListener('abort', reject));
			return calm;
		},
	});
	await press('`', '`');
	await clock.pass(120);
	expect(header()).toContain('boat   connecting');
	await press('`');
	expect(header()).toContain('home   3 streams');
});

test('what was chosen goes along, and what is about one server waits there', async () => {
	const {press, text} = await setServers({}, {columns: 120, rows: 40});
	await press('0', ...'users', 'enter', 't');
	expect(text()).toContain('90 days');
	await press('enter');
	const user = text().split('\n')[1];
	await press('`');
	expect(text()).toMatch(/\[users\].*90 days/);
	await press('`', '`');
	expect(text().split('\n')[1]).toBe(user);
});

test('a run goes on where it was begun, and can be cancelled there', async () => {
	const aborted: boolean[] = [];
	const stage = await setStage({
		sources: {
			settings: settingsOf('home'),
			collect: (_, signal) =>
				new Promise((_resolve, reject) => {
					signal?.addEventListener('abort', () => {
						aborted.push(true);
						reject(new AppError('cancelled', 'Cancelled.'));
					});
				}),
		},
		openServer: name => fakeSources({...evening, settings: settingsOf(name)}),
	});
	await stage.press('c');
	await stage.emit({type: 'progress', progress: {step: 'collecting', done: 3, total: 60, label: ''}});
	expect(stage.text()).toContain('3 of 60');
	await stage.press('`');
	await stage.emit({type: 'progress', progress: {step: 'collecting', done: 4, total: 60, label: ''}});
	expect(stage.text()).not.toContain('of 60');
	expect(aborted).toEqual([]);
	await stage.press('`', '`');
	expect(stage.text()).toContain('4 of 60');
	await stage.press('c', 'y');
	expect(aborted).toEqual([true]);
});

test('a server that cannot be opened is told, and the one before is seen again', async () => {
	const {press, header, text, opened} = await setServers({
		settings: () => Promise.reject(new AppError('config', 'The file is wrong.', {hint: 'Mend it.'})),
	});
	await press('`', '`');
	expect(header()).toContain('cabin');
	expect(text()).toContain('boat: The file is wrong. Mend it.');
	await press('`');
	expect(opened).toEqual(['cabin', 'boat', 'boat']);
});

test('where two cannot be opened one after the other, the last one that can is seen again', async () => {
	const failing: ((why: AppError) => void)[] = [];
	const stage = await setStage({
		sources: {settings: settingsOf('home')},
		openServer: name =>
			fakeSources({
				...evening,
				settings: () =>
					name === 'home' ? settingsOf(name)() : new Promise((_resolve, reject) => failing.push(reject)),
			}),
	});
	await stage.press('`', '`');
	for (const fail of failing) {
		fail(new AppError('config', 'The file is wrong.'));
		await settled();
	}
	expect(stage.dashboard.title()).toBe('tautop home: 3 streams, 1 transcode');
	await stage.press('?');
	expect(stage.text()).toContain('home ›[help]');
});

test('the end closes every server', async () => {
	const {press, dashboard, asked, clock} = await setServers();
	await press('`', '`', '`');
	dashboard.close();
	const before = {...asked};
	await clock.pass(60);
	expect(asked).toEqual(before);
});

test('with one server the key says so, and the header keeps the server’s own name', async () => {
	const stage = await setStage({sources: {}});
	await stage.press('`');
	expect(stage.text()).toContain('there is only one server');
	expect(stage.dashboard.title()).toBe('tautop: 3 streams, 1 transcode');
});

test('before anything is connected the key says that', async () => {
	const stage = await setStage({});
	await stage.press('`');
	expect(stage.text()).toContain('nothing is connected yet');
});

test('the view has all of them side by side, and Enter goes to one', async () => {
	const {press, text, header} = await setServers({}, {columns: 120, rows: 30});
	await press('0', ...'servers', 'enter');
	const rows = text().split('\n');
	expect(rows.find(row => /home .*1.234/.test(row))).toMatch(/ 3 +1 /);
	expect(rows.find(row => row.includes('cabin'))).toMatch(/ 0 +0 /);
	expect(rows.find(row => row.includes('boat'))).toContain('Tautulli does not answer');
	await press('down', 'enter');
	expect(header()).toContain('cabin');
	expect(text()).toContain('1 Now playing');
	expect(text()).not.toContain('[servers]');
});

test('Enter on the one that is seen goes home', async () => {
	const {press, text, opened} = await setServers();
	await press('0', ...'servers', 'enter', 'enter');
	expect(text()).toContain('1 Now playing');
	expect(opened).toEqual([]);
});

test('who is watching here is one answer for all, and its trouble leaves the others as they are', async () => {
	const stage = await setStage({
		columns: 120,
		rows: 30,
		sources: {
			settings: settingsOf('home'),
			activity: () => Promise.reject(new AppError('timeout', 'It took too long.', {server: 'tautulli'})),
			allServers: async () => figures,
		},
	});
	await stage.press('0', ...'servers', 'enter');
	expect(stage.text()).toMatch(/home.*It took too long/);
	expect(stage.text()).toMatch(/cabin +0/);
});
