import {expect, test} from 'vitest';
import {type Answers, byQuestions} from '../../../source/commands/init/by-questions.ts';
import {createSecrets} from '../../../source/commands/init/secrets.ts';
import {lookAround} from '../../../source/open/init/outside.ts';
import {createScene, type Scene} from '../../config/scene.ts';
import {selfSigned} from '../../helpers/certificate.ts';
import {refusedUrl} from '../../helpers/fault-server.ts';
import {type Reply, sendJson, sendText, startLoopback} from '../../helpers/loopback.ts';
import {startScriptedTautulli} from '../../helpers/scripted-tautulli.ts';
import {scriptedAsk} from './scripted-ask.ts';

const token = 'Xy_token-0123456789a';

const plexReply: Reply = ({path, headers}, response) => {
	const container = (value: unknown) => sendJson(response.setHeader('x-plex-protocol', '1.0'), {MediaContainer: value});
	if (path === '/identity') return container({machineIdentifier: 'abc', version: '1.41.0'});
	if (headers['x-plex-token'] !== token) {
		return sendText(response.setHeader('x-plex-protocol', '1.0'), 'text/html', '<h1>401 Unauthorized</h1>', 401);
	}
	const Directory = ['Movies', 'TV Shows'].map((title, index) => ({
		key: `${index + 1}`,
		uuid: title,
		title,
		type: 'movie',
	}));
	return container({size: 2, Directory});
};

const around = (scene: Scene, env: Record<string, string> = {}) =>
	lookAround(
		undefined,
		{
			env,
			home: scene.home,
			folders: {config: `${scene.home}/.config/tautop`, data: '', log: ''},
			platform: 'linux',
		},
		scene.cwd,
	);

type Run = {readonly answers: Answers; readonly told: string};

const run = async (
	answers: readonly string[],
	scene = createScene(),
	env: Record<string, string> = {},
): Promise<Run> => {
	const {ask, told} = scriptedAsk(...answers);
	const asking = {ask, secrets: createSecrets(), signal: new AbortController().signal};
	return {answers: await byQuestions(asking, around(scene, env)), told: told()};
};

test('both servers, and all of their libraries', async () => {
	const tautulli = await startScriptedTautulli();
	const plex = await startLoopback(plexReply);
	// It is another Plex than the recorded one: that is told, and asked.
	const {answers, told} = await run([tautulli.url, tautulli.apiKey, '', plex.url, token, 'y', '']);
	expect(answers.config).toMatchObject({
		tautulli: {baseUrl: tautulli.url, secret: tautulli.apiKey, verifyTls: true},
		plex: {baseUrl: plex.url, secret: token},
		libraries: [],
	});
	expect(told).toContain('Tautulli watches another Plex server');
	expect(told).not.toContain(tautulli.apiKey);
	expect(told).not.toContain(token);
	expect(plex.heard.every(({headers}) => headers['x-plex-client-identifier'] === undefined)).toBe(true);
});

test('an address where Plex is offered is yes, with that address', async () => {
	const tautulli = await startScriptedTautulli();
	const plex = await startLoopback(plexReply);
	const {answers, told} = await run([tautulli.url, tautulli.apiKey, plex.url, token, 'y', '']);
	expect(answers.config.plex).toMatchObject({baseUrl: plex.url, secret: token});
	expect(told).not.toContain('Plex address');
});

test('one there that does not answer is asked for again', async () => {
	const tautulli = await startScriptedTautulli();
	const plex = await startLoopback(plexReply);
	const {answers, told} = await run([tautulli.url, tautulli.apiKey, await refusedUrl(), plex.url, token, 'y', '']);
	expect(told).toContain('refused the connection.');
	expect(answers.config.plex).toMatchObject({baseUrl: plex.url});
});

test('a token where Plex is offered is refused, and not repeated', async () => {
	const tautulli = await startScriptedTautulli();
	const {answers, told} = await run([tautulli.url, tautulli.apiKey, token, 'n', '']);
	expect(answers.config.plex).toBeNull();
	expect(told).toContain('Please answer y or n, or with the address of Plex.');
	expect(told).not.toContain(token);
});

test.each(['none', 'n'])('without Plex (%s) libraries are those that Tautulli names', async way => {
	const tautulli = await startScriptedTautulli();
	const answers = way === 'n' ? ['n'] : ['y', 'none'];
	const found = await run([`${tautulli.url}/home`, tautulli.apiKey, ...answers, '1, 3-4']);
	expect(found.answers.config.plex).toBeNull();
	expect(found.answers.config.libraries).toEqual(['Movies', 'Music', 'Anime — アニメ']);
});

const mistakes: [string, () => Promise<string>, string | RegExp][] = [
	['nobody listens', refusedUrl, 'refused the connection. Is Tautulli running, and is the port in the address right?'],
	[
		'the port of Plex',
		async () => (await startLoopback(plexReply)).url,
		/There is a Plex server at \S+, not Tautulli\./,
	],
	[
		'a web page',
		async () => (await startLoopback((_, response) => sendText(response, 'text/html', '<title>Sonarr</title>'))).url,
		'answered with a web page ("Sonarr") instead of data. The address may point to something else',
	],
	[
		'another program’s JSON',
		async () => (await startLoopback((_, response) => sendJson(response, {ok: true}))).url,
		'JSON that is not Tautulli’s',
	],
	['a path too many', async () => `${(await startScriptedTautulli()).url}#`, 'Tautulli'],
	[
		'no such host',
		async () => 'http://nowhere.invalid:8181',
		/could not be found: there is no such name|could not be reached/,
	],
	['an address with a password', async () => 'http://me:hunter2@tower', 'must not hold a user name or a password'],
	['no address', async () => '://', 'is not an address that starts with http:// or https://'],
	['nothing', async () => '', 'Write it as the browser shows it'],
	['the key', async () => 'a1b2c3d4e5f60718293a4b5c6d7e8f90', 'That looks like the API key'],
];

test.each(mistakes)('%s where Tautulli was asked for: the reason, and another try', async (name, wrong, reason) => {
	const tautulli = await startScriptedTautulli();
	const typed = await wrong();
	const rest = name === 'a path too many' ? [] : [tautulli.url];
	const {answers, told} = await run([typed, ...rest, tautulli.apiKey, 'n', '']);
	expect(answers.config.tautulli.secret).toBe(tautulli.apiKey);
	expect(told).toMatch(reason);
	expect(told).not.toContain('base_url');
	expect(told).not.toContain('hunter2');
	expect(told).not.toContain(tautulli.apiKey);
});

test('https for http: the reason, and the address that answers', async () => {
	const tautulli = await startScriptedTautulli();
	const {answers, told} = await run([tautulli.url.replace('http:', 'https:'), '', tautulli.apiKey, 'n', '']);
	expect(told).toContain('does not answer with https. Try http:// in the address.');
	expect(told).toContain(`But Tautulli answers at ${tautulli.url}: Enter takes that.`);
	expect(answers.config.tautulli.baseUrl).toBe(tautulli.url);
});

test('a certificate that no known authority has signed: the user decides', async () => {
	const plex = await startLoopback(plexReply, selfSigned({names: {dns: '*.0a1b2c.plex.direct'}}));
	const tautulli = await startScriptedTautulli();
	const {answers, told} = await run([tautulli.url, tautulli.apiKey, 'y', plex.url, 'n', plex.url, 'y', token, 'y', '']);
	expect(told).toContain('certificate');
	expect(answers.config.plex).toMatchObject({baseUrl: plex.url, verifyTls: false});
	expect(plex.heard.filter(({headers}) => headers['x-plex-token'] !== undefined).length).toBeGreaterThan(0);
});

test('Tautulli’s port where Plex was asked for, and a refused token', async () => {
	const tautulli = await startScriptedTautulli();
	const plex = await startLoopback(plexReply);
	const {told} = await run([
		tautulli.url,
		tautulli.apiKey,
		'y',
		tautulli.url,
		plex.url,
		'wrong-token',
		'has blanks',
		token,
		'y',
		'',
	]);
	expect(told).toMatch(/There is a Tautulli at \S+, not Plex\./);
	expect(told).toContain('The token must be the X-Plex-Token of the owner');
	expect(told).toContain('It has blanks or characters that no key has.');
	expect(told).not.toContain('wrong-token');
});

test('a refused key, one that is an address, and back to the address', async () => {
	const tautulli = await startScriptedTautulli();
	const {told} = await run([tautulli.url, 'http://tower', 'nonsense', '', '', tautulli.apiKey, 'n', '']);
	expect(told).toContain('That is an address.');
	expect(told).toContain('refused the API key. Copy all of it again.');
	expect(told).toContain(`Tautulli address [${tautulli.url}]: `);
	expect(told).not.toContain('nonsense');
});

test('a homescreen-hero configuration is found and taken over', async () => {
	const tautulli = await startScriptedTautulli();
	const plex = await startLoopback(plexReply);
	const scene = createScene();
	const file = scene.write(
		'data/config.yaml',
		`plex: {base_url: "${plex.url}/", token: ${token}, libraries: [{name: TV Shows, enabled: true}, {name: Movies, enabled: false}]}
tautulli: {enabled: false, base_url: "${tautulli.url}", api_key: ${tautulli.apiKey}, timeout_seconds: 20, collect_on_rotation: true}
rotation: {interval: 3}
`,
	);
	const {answers, told} = await run(['', 'y', ''], scene);
	expect(told).toContain(`homescreen-hero has a configuration: ${file}`);
	expect(answers.config).toMatchObject({
		tautulli: {secret: tautulli.apiKey, others: {timeout_seconds: 20}},
		plex: {secret: token},
		libraries: ['TV Shows'],
	});
});

test('a key that was taken over goes along to the address that is right from here', async () => {
	const tautulli = await startScriptedTautulli();
	const scene = createScene();
	scene.write('config.yaml', `tautulli: {base_url: "http://tautulli.invalid:8181", api_key: ${tautulli.apiKey}}\n`);
	const {answers} = await run(['y', tautulli.url, 'n', ''], scene);
	expect(answers.config.tautulli).toMatchObject({baseUrl: tautulli.url, secret: tautulli.apiKey});
});

test('a key that was taken over and is refused is asked for', async () => {
	const tautulli = await startScriptedTautulli();
	const scene = createScene();
	scene.write('config.yaml', `tautulli: {base_url: "${tautulli.url}", api_key: old-key}\n`);
	const {told} = await run(['y', '', tautulli.apiKey, 'n', ''], scene);
	expect(told).toContain('refused the API key. Copy all of it again.');
});

test('what the environment says is tried first', async () => {
	const tautulli = await startScriptedTautulli();
	const env = {HSH_TAUTULLI_BASE_URL: tautulli.url, HSH_TAUTULLI_API_KEY: tautulli.apiKey};
	const {answers} = await run(['n', ''], createScene(), env);
	expect(answers.config.tautulli.baseUrl).toBe(tautulli.url);
});

test.each([
	['http://old', undefined],
	['', 'opens it'],
])(
	'an address of the environment gets headers of the file only where they are of no other one (%j)',
	async (old, header) => {
		const tautulli = await startScriptedTautulli();
		const scene = createScene();
		scene.write(
			`${scene.home}/.config/tautop/config.yaml`,
			`tautulli: {base_url: "${old}", api_key: "${tautulli.apiKey}", headers: {X-Door: "opens it"}}`,
		);
		const {answers} = await run(['n', ''], scene, {HSH_TAUTULLI_BASE_URL: `${tautulli.url}/home`});
		expect(answers.config.tautulli.baseUrl).toBe(tautulli.url);
		expect(answers.config.tautulli.headers['X-Door']).toBe(header);
		expect(new Set(tautulli.requests.map(({headers}) => headers['x-door']))).toEqual(new Set([header]));
	},
);
