import {expect, test} from 'vitest';
import {byEnvironment} from '../../../source/commands/init/by-environment.ts';
import {createSecrets} from '../../../source/commands/init/secrets.ts';
import {lookAround} from '../../../source/open/init/outside.ts';
import {createScene} from '../../config/scene.ts';
import {startScriptedTautulli} from '../../helpers/scripted-tautulli.ts';

/** What is found out where the file has a server with a header, and the environment names this one. */
const around = async (address: (url: string) => string) => {
	const tautulli = await startScriptedTautulli();
	const scene = createScene();
	const folders = {config: `${scene.home}/.config/tautop`, data: '', log: ''};
	scene.write(
		`${folders.config}/config.yaml`,
		`tautulli: {base_url: "${address(tautulli.url)}", api_key: old, headers: {X-Door: "opens it"}, timeout_seconds: 9}`,
	);
	const env = {HSH_TAUTULLI_BASE_URL: tautulli.url, HSH_TAUTULLI_API_KEY: tautulli.apiKey};
	const outside = lookAround(undefined, {env, home: scene.home, folders, platform: 'linux'}, scene.cwd);
	const {config} = await byEnvironment(outside, createSecrets(), new AbortController().signal, null);
	return {config: config.tautulli, heard: new Set(tautulli.requests.map(({headers}) => headers['x-door']))};
};

test('what the file says beside an address goes on where that is still the address', async () => {
	const {config, heard} = await around(url => url);
	expect(config).toMatchObject({headers: {'X-Door': 'opens it'}, others: {timeout_seconds: 9}});
	expect([...heard]).toEqual(['opens it']);
});

test('another address is told nothing of it', async () => {
	const {config, heard} = await around(() => 'http://old');
	expect(config).toMatchObject({headers: {}, others: {}});
	expect([...heard]).toEqual([undefined]);
});
