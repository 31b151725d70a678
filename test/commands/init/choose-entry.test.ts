import {expect, test} from 'vitest';
import {askEntry, entryNamed, knownOf} from '../../../source/commands/init/choose-entry.ts';
import {readServers} from '../../../source/config/found-file.ts';
import {createScene} from '../../config/scene.ts';
import {scriptedAsk} from './scripted-ask.ts';

const found = (text: string) => {
	const scene = createScene();
	const servers = readServers(scene.write('config.yaml', text), scene.home);
	if (!servers) throw new Error('it cannot be read');
	return servers;
};

const list = () =>
	found(`servers:
  - name: home
    tautulli: {base_url: "http://tower:8181", api_key: "0123456789abcdef"}
  - name: Cabin
    tautulli: {base_url: "http://cabin:8181", api_key: "fedcba9876543210"}
`);

const single = () => found('tautulli: {base_url: "http://tower:8181", api_key: "0123456789abcdef"}\n');

test.each([
	['', {name: 'home', index: 0}],
	['cabin', {name: 'Cabin', index: 1}],
	['attic', {name: 'attic', index: 2}],
])('the answer "%s" is this entry', async (answer, entry) => {
	const {ask, told} = scriptedAsk(answer);
	expect(await askEntry(ask, list())).toEqual(entry);
	expect(told()).toContain('It lists servers: home, Cabin.');
});

test('a name that can be none is asked for again', async () => {
	const {ask, told} = scriptedAsk('my cabin!', 'attic');
	expect(await askEntry(ask, list())).toEqual({name: 'attic', index: 2});
	expect(told()).toContain('A name has at most 20 letters');
});

test('of a server that is listed its own is known, of a new one nothing', () => {
	expect(knownOf(list(), {name: 'Cabin', index: 1}).tautulli.baseUrl).toBe('http://cabin:8181');
	expect(knownOf(list(), {name: 'attic', index: 2}).tautulli).toMatchObject({baseUrl: null, secret: null});
});

test('without a list nothing is asked, and no name is taken', async () => {
	expect(await askEntry(scriptedAsk().ask, single())).toBeNull();
	expect(entryNamed(null, undefined)).toBeNull();
	expect(() => entryNamed(single(), 'cabin')).toThrow('The file has no list of servers');
	expect(() => entryNamed(list(), 'my cabin!')).toThrow('cannot be that of a server');
	expect(entryNamed(list(), 'CABIN')).toEqual({name: 'Cabin', index: 1});
});
