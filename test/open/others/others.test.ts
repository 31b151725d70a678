import {mkdirSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import type {Config} from '../../../source/config/config.ts';
import {AppError} from '../../../source/domain/app-error.ts';
import {createOthers, type OthersOptions} from '../../../source/open/others/others.ts';
import type {Sources} from '../../../source/questions/sources.ts';
import {createScene} from '../../config/scene.ts';
import {fakeNow, fakeSources} from '../../helpers/fake-sources.ts';
import {soon} from '../../helpers/patience.ts';
import {startScriptedTautulli} from '../../helpers/scripted-tautulli.ts';
import {calm} from '../../ui/world.ts';

const query = {window: {days: 30}};

const configsFor = (...urls: readonly string[]): readonly Config[] => {
	const scene = createScene();
	const servers = urls.map((base_url, index) => ({
		name: `s${index}`,
		tautulli: {base_url, api_key: 'a1b2c3d4e5f60718293a4b5c6d7e8f90', timezone: 'UTC'},
		upload_mbps: 40,
	}));
	mkdirSync(path.join(scene.cwd, 'data'));
	scene.write('config.yaml', JSON.stringify({servers, database: {path: 'data/tautop.db'}}));
	return servers.map(({name}) => scene.load({flags: {server: name}}));
};

const asking = (configs: readonly Config[], options: Partial<OthersOptions> = {}) =>
	createOthers({configs, connect: async () => null, version: '1.0.0', now: () => fakeNow, withinMs: null, ...options});

test('an engine that keeps a server answers for it, and is left at once', async () => {
	let closed = 0;
	const {sources, listen} = fakeSources({activity: async () => calm});
	const others = asking(configsFor('http://127.0.0.1:9'), {
		connect: async () => ({
			sources,
			listen,
			close: async () => {
				closed += 1;
			},
		}),
	});
	expect(await others(query)).toMatchObject([
		{name: 's0', isHere: false, uploadMbps: 40, streams: {streamCount: 3}, trouble: null},
	]);
	expect(closed).toBe(1);
});

test('what fails is not known, and costs nothing else', async () => {
	const failing: Partial<Sources> = {
		activity: () => Promise.reject(new AppError('timeout', 'Too slow.', {server: 'tautulli'})),
	};
	const others = asking(configsFor('http://127.0.0.1:9'), {connect: async () => fakeSources(failing)});
	const [found] = await others(query);
	expect(found).toMatchObject({streams: null, trouble: {code: 'timeout'}});
	expect(found?.plays?.plays).toBeGreaterThan(0);
});

test('without an engine its Tautulli is asked, and nothing is made', async () => {
	const tautulli = await startScriptedTautulli();
	const configs = configsFor(tautulli.url, 'http://127.0.0.1:9');
	const found = await asking(configs)(query);
	expect(found).toMatchObject([
		{name: 's0', plays: null, history: null, trouble: {message: 'It has no database yet.'}},
		{name: 's1', streams: null, trouble: {code: 'unreachable'}},
	]);
	expect(found[0]?.streams?.streamCount).toBeGreaterThan(0);
	expect(readdirSync(path.dirname(configs[0]?.database.path ?? ''))).toEqual([]);
});

test('one whose files cannot be read is told of, and the others are all the same', async () => {
	const [unusable, usable] = configsFor('https://127.0.0.1:9', 'http://127.0.0.1:9');
	const caFile = path.dirname(unusable?.database.path ?? '');
	if (!unusable?.tautulli || !usable) throw new Error('two servers were configured');
	const configs = [{...unusable, tautulli: {...unusable.tautulli, caFile}}, usable];
	expect(await asking(configs)(query)).toMatchObject([
		{name: 's0', trouble: {code: 'config', message: `The certificate file ${caFile} cannot be read.`}},
		{name: 's1', trouble: {code: 'unreachable'}},
	]);
});

test('one that hangs holds nobody up, and its answer is told when it comes', async () => {
	let isSlow = true;
	const slow = Promise.withResolvers<typeof calm>();
	const connect: OthersOptions['connect'] = async ({name}) =>
		name === 's1' ? fakeSources({activity: () => (isSlow ? slow.promise : Promise.resolve(calm))}) : null;
	const others = asking(configsFor('http://127.0.0.1:9', 'http://127.0.0.1:9'), {connect, withinMs: 30});
	expect((await others(query))[1]).toMatchObject({streams: null, trouble: {code: 'waiting'}});
	isSlow = false;
	slow.resolve(calm);
	await vi.waitUntil(async () => (await others(query))[1]?.streams?.streamCount === 3, soon);
});
