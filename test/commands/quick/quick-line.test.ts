import {chmodSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test, vi} from 'vitest';
import {markOf} from '../../../source/commands/quick/mark.ts';
import {readPass, savePass} from '../../../source/commands/quick/pass-file.ts';
import {quickLine} from '../../../source/commands/quick/quick-line.ts';
import {variablesOf} from '../../../source/config/schema/section-docs.ts';
import {AppError} from '../../../source/domain/app-error.ts';
import type {Activity} from '../../../source/domain/session.ts';
import {buildOf} from '../../../source/engine/place/build.ts';
import type {Card} from '../../../source/engine/place/card.ts';
import {enter} from '../../../source/engine/place/enter.ts';
import {greet} from '../../../source/engine/place/greeting.ts';
import {meet} from '../../../source/engine/place/meet.ts';
import {createScreens} from '../../../source/engine/screens.ts';
import {activityWith} from '../../helpers/activity-with.ts';
import {fakeSession, fakeSettings, fakeSources} from '../../helpers/fake-sources.ts';
import {tempFolder} from '../../helpers/temp-folder.ts';

const version = '1.2.3';

/** An engine that answers this, and a home in which somebody has asked it before. */
const setting = async (activity: () => Promise<Activity> = async () => activityWith([fakeSession({})])) => {
	const folder = tempFolder();
	for (const name of ['HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME']) vi.stubEnv(name, folder);
	vi.stubEnv('TAUTOP_CONFIG', undefined);
	onTestFinished(() => void vi.unstubAllEnvs());
	const config = path.join(folder, 'mine.yaml');
	writeFileSync(config, 'tautulli: {}\n');
	const socket = path.join(folder, 'tautop.db.sock');
	const card: Card = {build: buildOf(version), proof: salt => `${salt} of a key`};
	const screens = createScreens(Promise.resolve(fakeSources({activity})), () => undefined);
	const entry = await enter(socket, {
		card,
		screen: fakeSettings,
		attend: visitor => {
			visitor.on('error', () => undefined);
			void greet(visitor, card, Promise.resolve()).then(own =>
				own === null ? visitor.destroy() : screens.add(visitor, own),
			);
		},
	});
	onTestFinished(() => {
		if (entry.state === 'held') entry.place.leave();
	});
	const met = await meet(socket, card, fakeSettings, 1000);
	if (met.state !== 'joined') throw new Error(met.state);
	met.socket.destroy();
	const mark = markOf({config, server: null}, version);
	if (mark === null) throw new Error('no mark');
	const kept = {socket, ticket: met.ticket, uploadMbps: 40, server: 'attic', ascii: false};
	savePass(mark, kept);
	const lines: string[] = [];
	const ask = (...more: string[]) =>
		quickLine(['now', '--line', '--config', config, ...more], version, line => lines.push(line));
	return {folder, config, mark, kept, lines, ask};
};

test('an engine that knows us prints the line', async () => {
	const {lines, ask} = await setting();
	expect(await ask('--format', '{streams} {mbps} {limit} {server}')).toBe(true);
	expect(lines).toEqual(['1 10.0 40 attic\n']);
});

test('nothing is printed where the configuration has changed', async () => {
	const {config, lines, ask, folder} = await setting();
	writeFileSync(config, 'tautulli: {} # other\n');
	expect(await ask()).toBe(false);
	vi.stubEnv('HSH_TAUTULLI_BASE_URL', 'http://elsewhere');
	expect(await ask()).toBe(false);
	expect([lines, readdirSync(path.join(folder, 'tautop', 'line')).length]).toEqual([[], 1]);
});

test('nor by a ticket of an engine that has ended, nor where the engine cannot tell', async () => {
	const here = await setting();
	savePass(here.mark, {...here.kept, ticket: 'of yesterday'});
	expect(await here.ask()).toBe(false);
	savePass(here.mark, {...here.kept, socket: path.join(here.folder, 'gone.sock')});
	expect(await here.ask()).toBe(false);
	const away = await setting(() => Promise.reject(new AppError('unreachable', 'It is away.', {server: 'plex'})));
	expect(await away.ask()).toBe(false);
	expect([here.lines, away.lines]).toEqual([[], []]);
});

test('a field that there is not, and what needs the parser, go the usual way', async () => {
	const {ask, lines} = await setting();
	expect([await ask('--format', '{strems}'), await ask('--json')]).toEqual([false, false]);
	expect(lines).toEqual([]);
});

test('what others could have written is not trusted', async () => {
	const {mark, folder, kept} = await setting();
	const file = path.join(folder, 'tautop', 'line', mark);
	expect(readPass(mark)).toEqual(kept);
	chmodSync(file, 0o666);
	expect(readPass(mark)).toBeNull();
	chmodSync(file, 0o600);
	for (const text of ['', '{}', '[]', 'null', '{"socket": 1, "ticket": "a"}']) {
		writeFileSync(file, text);
		expect(readPass(mark)).toBeNull();
	}
});

test('a mark is the same from every folder that has nothing of ours, and none beside an .env', async () => {
	const {folder, config, mark} = await setting();
	const elsewhere = path.join(folder, 'elsewhere');
	mkdirSync(elsewhere);
	const cwd = vi.spyOn(process, 'cwd').mockReturnValue(elsewhere);
	onTestFinished(() => cwd.mockRestore());
	expect(markOf({config, server: null}, version)).toBe(mark);
	expect(markOf({config, server: 'attic'}, version)).not.toBe(mark);
	expect(markOf({config, server: null}, '1.2.4')).not.toBe(mark);
	writeFileSync(path.join(elsewhere, '.env'), '');
	expect(markOf({config, server: null}, version)).toBeNull();
});

test.each(['', ' ', 'YOUR_CONFIG'])(
	'TAUTOP_CONFIG=%j names nothing: the file of the other variable is looked at',
	async unset => {
		const {config} = await setting();
		vi.stubEnv('TAUTOP_CONFIG', unset);
		vi.stubEnv('HOMESCREEN_HERO_CONFIG', ` ${config} `);
		const mark = markOf({config: null, server: null}, version);
		writeFileSync(config, 'tautulli: {} # other\n');
		expect(markOf({config: null, server: null}, version)).not.toBe(mark);
	},
);

const variables = [...variablesOf('tautulli'), ...variablesOf('plex')];

test.each([
	'TAUTOP_DB',
	'TAUTOP_CONFIG',
	'HOMESCREEN_HERO_CONFIG',
	...variablesOf('logging'),
	...variables,
	...variables.map(name => `${name}_FILE`),
])('%s is part of a mark', async name => {
	await setting();
	const mark = markOf({config: null, server: null}, version);
	vi.stubEnv(name, 'other');
	expect(markOf({config: null, server: null}, version)).not.toBe(mark);
});
