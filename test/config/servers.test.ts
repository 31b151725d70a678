import path from 'node:path';
import {afterEach, describe, expect, test} from 'vitest';
import {hideSecrets, withoutSecrets} from '../../source/domain/text/secrets.ts';
import {createScene} from './scene.ts';

afterEach(() => hideSecrets([]));

const two = `servers:
  - name: home
    tautulli:
      base_url: http://home:8181
      api_key: key-of-home
    plex:
      base_url: http://home:32400
      token: token-of-home
    upload_mbps: 40
  - name: Cabin
    tautulli:
      base_url: http://cabin:8181
      api_key: key-of-cabin
      headers:
        X-Login: header-of-cabin
    collect:
      schedule: "@weekly"
collect:
  query_days: 90
  schedule: "@daily"
dashboard:
  upload_mbps: 20
  theme: nord
`;

const written = (text: string) => {
	const scene = createScene();
	const file = scene.write('config.yaml', text);
	return {...scene, file};
};

describe('a list', () => {
	test('the first server is the one without a name, and each has its own', () => {
		const {load} = written(two);
		expect(load()).toMatchObject({
			name: 'home',
			serverNames: ['home', 'Cabin'],
			tautulli: {baseUrl: 'http://home:8181', apiKey: 'key-of-home'},
			plex: {token: 'token-of-home'},
			configured: true,
			warnings: [],
		});
		expect(load({flags: {server: 'cabin'}})).toMatchObject({
			name: 'Cabin',
			tautulli: {baseUrl: 'http://cabin:8181', apiKey: 'key-of-cabin'},
			plex: null,
		});
	});

	test('what a command is typed with is what chose it: the first server is chosen by itself', () => {
		const {load, file} = written(two);
		expect(load().commandFlags).toBe('');
		expect(load({flags: {server: 'cabin'}}).commandFlags).toBe(' --server Cabin');
		expect(load({flags: {config: file, server: 'home'}}).commandFlags).toBe(` --config ${file}`);
	});

	test('the rest counts for all, but what an entry says itself', () => {
		const {load} = written(two);
		expect(load()).toMatchObject({
			collect: {queryDays: 90, schedule: '@daily'},
			dashboard: {uploadMbps: 40, theme: 'nord'},
		});
		expect(load({flags: {server: 'Cabin'}})).toMatchObject({
			collect: {queryDays: 90, schedule: '@weekly'},
			dashboard: {uploadMbps: 20, theme: 'nord'},
		});
	});

	test('an entry takes back what counts for all', () => {
		const {load} = written(two.replace('"@weekly"', 'null'));
		expect(load({flags: {server: 'cabin'}}).collect.schedule).toBeNull();
	});

	test('databases are beside the first, which keeps its own', () => {
		const {load, home, cwd} = written(two);
		const data = path.join(home, '.local/share/tautop');
		expect(load().database.path).toBe(path.join(data, 'tautop.db'));
		expect(load({flags: {server: 'cabin'}}).database.path).toBe(path.join(data, 'tautop-Cabin.db'));
		const named = written(`${two}database:\n  path: data/mine.db\n`);
		expect(named.load().database.path).toBe(path.join(named.cwd, 'data/mine.db'));
		expect(named.load({flags: {server: 'cabin'}}).database.path).toBe(path.join(named.cwd, 'data/tautop-Cabin.db'));
		const own = written(two.replace('    collect:', '    database: {path: ~/cabin.db}\n    collect:'));
		expect(own.load({flags: {server: 'cabin'}}).database.path).toBe(path.join(own.home, 'cabin.db'));
		expect(cwd).not.toBe('');
	});

	test('the environment is the first server’s', () => {
		const {load, cwd} = written(two);
		const env = {
			HSH_TAUTULLI_BASE_URL: 'http://other:8181',
			HSH_TAUTULLI_API_KEY: 'other-key',
			HSH_PLEX_URL: 'http://other:32400',
			HSH_PLEX_TOKEN: 'other-token',
			TAUTOP_DB: 'elsewhere/first.db',
			TAUTOP_LOG_LEVEL: 'debug',
		};
		expect(load({env})).toMatchObject({
			tautulli: {baseUrl: 'http://other:8181', apiKey: 'other-key'},
			plex: {token: 'other-token'},
			database: {path: path.join(cwd, 'elsewhere/first.db')},
		});
		expect(load({env, flags: {server: 'cabin'}})).toMatchObject({
			tautulli: {baseUrl: 'http://cabin:8181', apiKey: 'key-of-cabin'},
			plex: null,
			database: {path: path.join(cwd, 'elsewhere/tautop-Cabin.db')},
			logging: {level: 'debug'},
		});
	});

	test('it is found in the working folder by what its entries hold', () => {
		expect(written(two).load().file).toMatch(/config\.yaml$/);
		const foreign = written('servers:\n  - name: web\n    url: http://localhost\n');
		expect(foreign.load()).toMatchObject({configured: false, file: null});
	});

	test('an empty one is none', () => {
		const {load} = written('servers: []\ntautulli:\n  api_key: k-k-k-k\n');
		expect(load()).toMatchObject({name: null, serverNames: []});
	});

	test.each(['key-of-home', 'token-of-home', 'key-of-cabin', 'header-of-cabin', 'key-of-the-environment'])(
		'%s is a secret, whichever server is chosen',
		secret => {
			written(two).load({env: {HSH_TAUTULLI_API_KEY: 'key-of-the-environment'}});
			expect(withoutSecrets(`It said ${secret}.`)).toBe('It said [secret].');
		},
	);

	test('others that can read it are told', () => {
		const scene = createScene();
		scene.write('config.yaml', two, 0o644);
		expect(scene.load().warnings.join()).toContain('chmod 600');
	});
});

describe('a name on the command line', () => {
	test('a slip is met with the nearest', () => {
		const error = written(two).refuse({flags: {server: 'cabni'}});
		expect(error).toMatchObject({code: 'usage', hint: 'Did you mean Cabin?'});
	});

	test('another one with the list', () => {
		expect(written(two).refuse({flags: {server: 'xyz'}}).hint).toBe('There is home, Cabin.');
	});

	test('without a list there is nothing to choose', () => {
		const error = written('tautulli:\n  api_key: k-k-k-k\n').refuse({flags: {server: 'home'}});
		expect(error).toMatchObject({code: 'usage', message: 'The configuration has no list of servers to choose from.'});
	});
});

describe('what is wrong in a list is told with its place', () => {
	const entry = (name: string, more = '') =>
		`  - name: ${name}\n    tautulli: {base_url: http://a:8181, api_key: key-key}\n${more}`;

	test.each([
		['both forms', `${two}tautulli:\n  api_key: k-k-k-k\n`, 24, 'tautulli stands beside servers'],
		['no list', 'servers:\n  home:\n    tautulli:\n      api_key: kkkk\n', 2, 'servers must be a list of servers.'],
		['an entry that is none', `servers:\n${entry('a')}  - cabin\n`, 4, 'servers[1] must be a mapping'],
		['no name', 'servers:\n  - tautulli: {api_key: kkkk}\n', 2, 'servers[0].name is not set.'],
		['a name twice', `servers:\n${entry('home')}${entry('HOME')}`, 4, 'servers[1].name is that of servers[0] too.'],
		['no Tautulli', `servers:\n${entry('a')}  - name: b\n`, 4, 'servers[1] has no Tautulli.'],
		[
			'no key',
			`servers:\n${entry('a')}  - name: b\n    tautulli: {base_url: http://b}\n`,
			5,
			'servers[1].tautulli.api_key is not set.',
		],
		['an unknown key', `servers:\n${entry('a', '    uplod_mbps: 3\n')}`, 4, 'there is no key servers[0].uplod_mbps.'],
		['what is for all', `servers:\n${entry('a', '    dashboard: {days: 3}\n')}`, 4, 'servers[0].dashboard cannot be'],
		['a wrong value', `servers:\n${entry('a', '    collect: {query_days: no}\n')}`, 4, 'servers[0].collect.query_days'],
		[
			'one database',
			`servers:\n${entry('a')}${entry('b', '    database: {path: x/tautop.db}\n')}database: {path: x/TAUTOP.db}\n`,
			6,
			'servers[1] has the database of servers[0].',
		],
	])('%s', (_, text, line, sentence) => {
		const error = written(text).refuse();
		expect(error.code).toBe('config');
		expect(error.message).toContain(`config.yaml, line ${line}, `);
		expect(error.message).toContain(sentence);
		expect(`${error.hint}`).not.toBe('');
	});

	test.each([
		'""',
		'../../etc/x',
		'a/b',
		'"a b"',
		'"con.db"',
		'-a',
		'naïve',
		'"\\e[31mred"',
		'"a\\u202Eb"',
		'"a\\0b"',
		'x'.repeat(21),
		'{}',
		'[a]',
		'true',
		'1.5',
		'-1',
	])('the name %s', name => {
		const error = written(`servers:\n${entry(name)}`).refuse();
		expect(error.message).toMatch(/servers\[0\]\.name (?:cannot be the name of a file|is not set)\./);
		expect(error.hint).toContain('at most 20 letters');
	});

	test.each(['a', '1', '"7"', 'home-2', 'my_cabin', 'CON'])('the name %s is one', name => {
		expect(written(`servers:\n${entry(name)}`).load().name).toBe(name.replaceAll('"', ''));
	});

	test('what misses behind the first is not looked for in the environment', () => {
		const {refuse} = written(`servers:\n${entry('a')}  - name: b\n    tautulli: {base_url: http://b}\n`);
		const error = refuse({env: {HSH_TAUTULLI_API_KEY: 'key-of-the-environment'}});
		expect(error.hint).toBe(
			'Copy the key from Tautulli (Settings, Web Interface, API) into servers[1].tautulli.api_key.',
		);
	});

	test('a file that cannot be read is one of ours', () => {
		const error = written('servers:\n  - name: a\n    tautulli:\n\tapi_key: kkkk\n').refuse();
		expect(error.message).toContain('config.yaml, line 4');
	});
});
