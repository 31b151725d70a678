import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {createScene} from './scene.ts';

const file = `tautulli:
  base_url: http://file:8181/tautulli/
  api_key: key-of-the-file
plex:
  base_url: https://file:32400
  token: token-of-the-file
  libraries: [{name: Movies}, {name: TV Shows, enabled: no}, Anime]
database:
  path: data/of-the-file.db
dashboard:
  days: 90
  y_axis: duration
  ascii: yes
logging:
  level: WARNING
`;

test('without anything there are defaults, and nothing is configured', () => {
	const scene = createScene();
	expect(scene.load()).toEqual({
		name: null,
		serverNames: [],
		commandFlags: '',
		keyNames: {},
		tautulli: null,
		plex: null,
		collect: {libraries: [], disabledLibraries: [], scope: 'all', queryDays: 30, schedule: null},
		database: {path: path.join(scene.home, '.local/share/tautop/tautop.db')},
		keep: {minutesDays: 400},
		metrics: {listen: null, hosts: [], users: false},
		notices: {rules: [], everySeconds: 900, bell: true, desktop: true, run: null},
		dashboard: {
			refreshSeconds: 5,
			graphRefreshSeconds: 60,
			days: 30,
			yAxis: 'plays',
			panes: [],
			theme: 'auto',
			colors: {},
			names: 'full',
			ascii: false,
			lookOnly: false,
			escapeMs: 150,
			keys: {},
			reader: false,
			color: 'auto',
			mouse: false,
			allowStop: false,
			stopMessage: null,
			uploadMbps: null,
		},
		logging: {level: 'info', file: path.join(scene.home, '.local/state/tautop/tautop.log')},
		warnings: [],
		passedOver: [],
		file: null,
		configured: false,
	});
});

test.each(['“%s”', '‘%s’', '„%s“', ' “ %s ” '])('keys within quotes of a word processor: %s', quoted => {
	const scene = createScene();
	const lines = ['tautulli:', `  api_key: ${quoted.replace('%s', 'key-of-the-file')}`];
	scene.write('config.yaml', `${lines.join('\n')}\n`);
	expect(scene.load().tautulli?.apiKey).toBe('key-of-the-file');
});

test('a file is read, its paths count from its folder', () => {
	const scene = createScene();
	const written = scene.write('settings/tautop.yaml', file);
	const config = scene.load({flags: {config: 'settings/tautop.yaml'}});
	expect(config.tautulli).toEqual({
		enabled: true,
		baseUrl: 'http://file:8181/tautulli',
		apiKey: 'key-of-the-file',
		timeoutSeconds: 15,
		verifyTls: true,
		caFile: null,
		headers: {},
		grouping: true,
		timezone: null,
	});
	expect(config.plex).toEqual({
		baseUrl: 'https://file:32400',
		token: 'token-of-the-file',
		libraries: ['Movies', 'Anime'],
		disabledLibraries: ['TV Shows'],
		verifyTls: true,
		caFile: null,
		headers: {},
	});
	expect(config.collect.disabledLibraries).toEqual(['TV Shows']);
	expect(config.database.path).toBe(path.join(scene.cwd, 'settings/data/of-the-file.db'));
	expect(config.dashboard).toMatchObject({days: 90, yAxis: 'duration', ascii: true});
	expect(config.logging.level).toBe('warn');
	expect(config.file).toBe(written);
	expect(config.configured).toBe(true);
	expect(config.warnings).toEqual([]);
});

describe('precedence', () => {
	test('the environment counts before the file', () => {
		const scene = createScene();
		scene.write('config.yaml', file);
		const config = scene.load({
			env: {
				HSH_TAUTULLI_BASE_URL: 'http://env:8181/',
				HSH_TAUTULLI_API_KEY: 'key-of-the-environment',
				HSH_PLEX_URL: 'http://env:32400',
				HSH_PLEX_TOKEN: 'token-of-the-environment',
				TAUTOP_DB: 'env.db',
				TAUTOP_LOG_LEVEL: 'Debug',
			},
		});
		expect(config.tautulli).toMatchObject({baseUrl: 'http://env:8181', apiKey: 'key-of-the-environment'});
		expect(config.plex).toMatchObject({baseUrl: 'http://env:32400', token: 'token-of-the-environment'});
		expect(config.database.path).toBe(path.join(scene.cwd, 'env.db'));
		expect(config.logging.level).toBe('debug');
	});

	test('flags count before the environment', () => {
		const scene = createScene();
		scene.write('config.yaml', file);
		const config = scene.load({
			flags: {days: 7, yAxis: 'plays', ascii: false, lookOnly: true, reader: true, noColor: true, logLevel: 'error'},
			env: {TAUTOP_LOG_LEVEL: 'debug', FORCE_COLOR: '3'},
		});
		expect(config.dashboard).toMatchObject({
			days: 7,
			yAxis: 'plays',
			ascii: false,
			lookOnly: true,
			reader: true,
			color: 'never',
		});
		expect(config.logging.level).toBe('error');
	});

	test.each([
		[{NO_COLOR: '1', FORCE_COLOR: '1'}, 'never'],
		[{NO_COLOR: ''}, 'auto'],
		[{FORCE_COLOR: '0'}, 'never'],
		[{FORCE_COLOR: '1'}, 'always'],
	])('colour by %j is %s', (env, color) => {
		expect(createScene().load({env}).dashboard.color).toBe(color);
	});

	test('a wrong level in a flag is a matter of usage', () => {
		expect(createScene().refuse({flags: {logLevel: 'loud'}}).code).toBe('usage');
	});
});

describe('discovery', () => {
	const named = (name: string) => `tautulli: {base_url: "http://${name}:8181", api_key: k}\n`;

	test('flag, TAUTOP_CONFIG, HOMESCREEN_HERO_CONFIG, working folder, user folder, in this order', () => {
		const scene = createScene();
		for (const name of ['flag', 'tautop', 'hero']) scene.write(`${name}.yaml`, named(name));
		scene.write('config.yaml', named('here'));
		scene.write(path.join(scene.home, '.config/tautop/config.yaml'), named('user'));
		const env = {TAUTOP_CONFIG: 'tautop.yaml', HOMESCREEN_HERO_CONFIG: path.join(scene.cwd, 'hero.yaml')};
		const urls = [
			scene.load({flags: {config: 'flag.yaml'}, env}),
			scene.load({env}),
			scene.load({env: {HOMESCREEN_HERO_CONFIG: env.HOMESCREEN_HERO_CONFIG}}),
			scene.load(),
		].map(config => config.tautulli?.baseUrl);
		expect(urls).toEqual(['http://flag:8181', 'http://tautop:8181', 'http://hero:8181', 'http://here:8181']);
		scene.write('config.yaml', 'site: another program\n');
		const user = scene.load();
		expect(user.tautulli?.baseUrl).toBe('http://user:8181');
		expect(user.warnings).toEqual([]);
	});

	test('~ is the home folder', () => {
		const scene = createScene();
		scene.write(path.join(scene.home, 'mine.yaml'), named('mine'));
		const config = scene.load({env: {TAUTOP_CONFIG: '~/mine.yaml', TAUTOP_DB: '~/mine.db'}});
		expect(config.tautulli?.baseUrl).toBe('http://mine:8181');
		expect(config.database.path).toBe(path.join(scene.home, 'mine.db'));
	});

	test('a broken config.yaml of ours is an error', () => {
		const scene = createScene();
		scene.write('config.yaml', 'tautulli:\n  api_key: "unclosed\n');
		expect(scene.refuse().message).toContain(path.join(scene.cwd, 'config.yaml'));
	});
});

describe('environment', () => {
	test('.env fills what the real environment lacks', () => {
		const scene = createScene();
		scene.write('.env', '\uFEFFHSH_TAUTULLI_BASE_URL="http://dotenv:8181"\r\nHSH_TAUTULLI_API_KEY=dotenv # note\r\n');
		const config = scene.load({env: {HSH_TAUTULLI_API_KEY: 'real'}});
		expect(config.tautulli).toMatchObject({baseUrl: 'http://dotenv:8181', apiKey: 'real'});
		expect(scene.load().tautulli?.apiKey).toBe('dotenv');
	});

	test('a _FILE of the real environment counts before the plain variable of .env', () => {
		const scene = createScene();
		scene.write('.env', 'HSH_TAUTULLI_API_KEY=dotenv\n');
		scene.write('secret', 'from-a-file\n');
		expect(scene.load({env: {HSH_TAUTULLI_API_KEY_FILE: 'secret'}}).tautulli?.apiKey).toBe('from-a-file');
	});

	test.each([
		['HSH_TAUTULLI_BASE_URL', 'http://file:8181'],
		['HSH_TAUTULLI_API_KEY', 'k-file'],
		['HSH_PLEX_URL', 'http://file:32400'],
		['HSH_PLEX_TOKEN', 't-file'],
	])('%s can come from a file', (name, value) => {
		const scene = createScene();
		const env = {
			HSH_TAUTULLI_BASE_URL: 'http://direct:8181',
			HSH_TAUTULLI_API_KEY: 'k',
			HSH_PLEX_URL: 'http://direct:32400',
			HSH_PLEX_TOKEN: 't',
			[name]: '',
			[`${name}_FILE`]: scene.write('secret', `${value}\r\n`),
		};
		const {tautulli, plex} = scene.load({env});
		expect([tautulli?.baseUrl, tautulli?.apiKey, plex?.baseUrl, plex?.token]).toContain(value);
	});

	test('a _FILE that is missing or empty names its variable', () => {
		const scene = createScene();
		const missing = scene.refuse({env: {HSH_PLEX_TOKEN_FILE: 'gone'}});
		expect(missing.message).toContain('HSH_PLEX_TOKEN_FILE: names a file that is of no use.');
		expect(missing.message).toContain(path.join(scene.cwd, 'gone'));
		scene.write('empty', ' \n');
		expect(scene.refuse({env: {HSH_TAUTULLI_API_KEY_FILE: 'empty'}}).message).toContain('is empty');
	});

	test.each([
		['HSH_TAUTULLI_BASE_URL', 'http://me:hunter2@tower:8181'],
		['HSH_PLEX_URL', 'tower:hunter2'],
		['HSH_TAUTULLI_API_KEY', 'hunter2 hunter2'],
		['HSH_PLEX_TOKEN', 'hunter2\nhunter2'],
		['TAUTOP_LOG_LEVEL', 'hunter2'],
	])('a wrong %s is named and not printed', (name, value) => {
		const error = createScene().refuse({env: {[name]: value}});
		expect(error.code).toBe('config');
		expect(error.message).toContain(`${name}: `);
		expect(error.hint).toBeTruthy();
		expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
	});

	test.each([
		{HSH_TAUTULLI_BASE_URL: 'http://your-tautulli-url:8181'},
		{HSH_TAUTULLI_API_KEY: 'YOUR_TAUTULLI_API_KEY', HSH_TAUTULLI_BASE_URL: ''},
		{HSH_PLEX_URL: 'YOUR_PLEX_SERVER_URL', HSH_PLEX_TOKEN: ' '},
	])('%j counts as not set', env => {
		expect(createScene().load({env})).toMatchObject({tautulli: null, plex: null, configured: false, warnings: []});
	});

	test('a key alone means the Tautulli of this machine', () => {
		expect(createScene().load({env: {HSH_TAUTULLI_API_KEY: 'k'}})).toMatchObject({
			tautulli: {baseUrl: 'http://localhost:8181', enabled: true, apiKey: 'k'},
			configured: true,
		});
	});

	test('an address without a key is an error that names the variable', () => {
		const error = createScene().refuse({env: {HSH_TAUTULLI_BASE_URL: 'http://tower:8181'}});
		expect(error.message).toBe('HSH_TAUTULLI_BASE_URL: tautulli.api_key is not set.');
		expect(error.hint).toContain('HSH_TAUTULLI_API_KEY');
	});

	test('half a Plex is a warning', () => {
		const config = createScene().load({env: {HSH_TAUTULLI_API_KEY: 'k', HSH_PLEX_URL: 'http://tower:32400'}});
		expect(config.plex).toBeNull();
		expect(config.warnings).toHaveLength(1);
		expect(config.warnings[0]).toContain('HSH_PLEX_TOKEN');
	});
});

describe('secrets that others can read', () => {
	const secretFile = 'tautulli: {api_key: k}\n';

	test.each([
		['0644', 0o644, null, 1],
		['0604', 0o604, process.getuid?.() ?? null, 1],
		['0640', 0o640, null, 0],
		['0600', 0o600, null, 0],
		['0644 of somebody else', 0o644, 123_456, 0],
	])('mode %s', (_, mode, uid, warnings) => {
		const scene = createScene();
		const written = scene.write('config.yaml', secretFile, mode);
		const config = scene.load({uid});
		expect(config.warnings).toHaveLength(warnings);
		if (warnings > 0) expect(config.warnings[0]).toContain(`chmod 600 ${written}`);
	});

	test('a file without secrets may be read by all', () => {
		const scene = createScene();
		scene.write('config.yaml', 'tautulli: {enabled: true, api_key: YOUR_KEY}\n', 0o644);
		expect(scene.load().warnings).toEqual([]);
	});

	test('.env counts too', () => {
		const scene = createScene();
		const written = scene.write('.env', 'HSH_PLEX_TOKEN=t\nHSH_PLEX_URL=http://tower:32400\n', 0o644);
		expect(scene.load().warnings.join()).toContain(`chmod 600 ${written}`);
	});

	test.each([
		[0o644, 1],
		[0o600, 0],
	])('and what a variable names, once (mode %i)', (mode, warnings) => {
		const scene = createScene();
		const written = scene.write('both', 'secret\n', mode);
		const env = {HSH_TAUTULLI_API_KEY_FILE: 'both', HSH_PLEX_URL: 'http://tower:32400', HSH_PLEX_TOKEN_FILE: written};
		const config = scene.load({env});
		expect(config.warnings).toHaveLength(warnings);
		if (warnings > 0) expect(config.warnings[0]).toContain(`chmod 600 ${written}`);
	});
});
