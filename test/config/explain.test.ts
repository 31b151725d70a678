import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type ExplainedValue, explainConfig} from '../../source/config/explain.ts';
import {docsOf} from '../../source/config/schema/section-docs.ts';
import {type SectionName, sections} from '../../source/config/schema/sections.ts';
import {valueText} from '../../source/config/shown-value.ts';
import {createScene, type Scene} from './scene.ts';

const told = (scene: Scene, outside?: Parameters<Scene['surroundings']>[0]) =>
	explainConfig(scene.surroundings(outside));

const valueIn = (values: readonly ExplainedValue[], key: string): ExplainedValue => {
	const found = values.find(value => value.key === key);
	if (!found) throw new Error(`no value of ${key}`);
	return found;
};

const isSection = (name: string): name is SectionName => Object.hasOwn(sections, name);
const keys = Object.keys(sections)
	.filter(isSection)
	.flatMap(section => Object.keys(sections[section].shape).map(key => `${section}.${key}`));

test('without anything every key of the schema has its default', () => {
	const scene = createScene();
	const {values, ...rest} = told(scene);
	expect(rest).toEqual({
		file: null,
		by: null,
		trouble: null,
		configured: false,
		server: null,
		servers: [],
		warnings: [],
		passedOver: [],
	});
	expect(values.map(({key}) => key)).toEqual(keys);
	expect(new Set(values.map(({origin}) => origin.from))).toEqual(new Set(['default']));
	expect(valueIn(values, 'dashboard.days')).toMatchObject({state: 'set', value: 30});
	expect(valueIn(values, 'collect.schedule')).toMatchObject({state: 'unset', value: null});
	expect(valueIn(values, 'database.path').value).toBe(path.join(scene.home, '.local/share/tautop/tautop.db'));
});

test('flag, environment, .env and file, each with its name or line', () => {
	const scene = createScene();
	scene.write('.env', 'HSH_PLEX_TOKEN=from-dotenv\n');
	scene.write('key', 'from-a-file\n');
	const file = scene.write(
		'sub/mine.yaml',
		[
			'tautulli:',
			'  base_url: "http://tower:8181/home"',
			'  api_key: in-the-file',
			'plex:',
			'  libraries: [Movies, {name: Kids, enabled: no}]',
			'  headers: {X-Login: canary-header}',
			'database: {path: own.db}',
			'dashboard: {days: 7, keys: {collect: C}}',
		].join('\n'),
	);
	const {values, by} = told(scene, {
		flags: {config: 'sub/mine.yaml', days: 90},
		env: {HSH_TAUTULLI_API_KEY_FILE: 'key', TAUTOP_LOG_LEVEL: 'WARNING'},
	});
	expect(by).toBe('--config');
	const line = (number: number) => ({from: 'file', file, line: number});
	expect(valueIn(values, 'tautulli.base_url')).toMatchObject({origin: line(2), value: 'http://tower:8181'});
	expect(valueIn(values, 'tautulli.api_key')).toEqual({
		key: 'tautulli.api_key',
		origin: {from: 'variable', name: 'HSH_TAUTULLI_API_KEY_FILE', file: null, named: path.join(scene.cwd, 'key')},
		state: 'secret',
		value: null,
	});
	expect(valueIn(values, 'plex.token').origin).toEqual({
		from: 'variable',
		name: 'HSH_PLEX_TOKEN',
		file: path.join(scene.cwd, '.env'),
		named: null,
	});
	expect(valueText(valueIn(values, 'plex.libraries').value)).toBe(
		'{name: Movies, enabled: true}, {name: Kids, enabled: false}',
	);
	expect(valueIn(values, 'plex.headers')).toMatchObject({state: 'secret', value: ['X-Login']});
	expect(valueIn(values, 'database.path').value).toBe(path.join(scene.cwd, 'sub/own.db'));
	expect(valueIn(values, 'dashboard.days')).toMatchObject({origin: {from: 'flag', name: '--days'}, value: 90});
	expect(valueText(valueIn(values, 'dashboard.keys').value)).toBe('collect: C');
	expect(valueIn(values, 'logging.level')).toMatchObject({origin: {name: 'TAUTOP_LOG_LEVEL'}, value: 'warn'});
	expect(JSON.stringify(values)).not.toMatch(/canary|in-the-file|from-a-file|from-dotenv/);
});

describe('what cannot be used is explained as far as it goes', () => {
	test('a wrong value is named and not shown, and a secret elsewhere in the file neither', () => {
		const scene = createScene();
		scene.write(
			'config.yaml',
			'tautulli:\n  base_url: http://me:canary1@tower\n  api_key: canary2\ndashboard: {days: canary3, stop_message: "it is canary2"}\n',
		);
		const {values, trouble, by} = told(scene);
		expect(by).toBe('the working folder');
		expect(trouble).toMatchObject({code: 'config'});
		expect(trouble?.message).toContain('must not hold a user name or a password');
		expect(trouble?.message).toContain('dashboard.days');
		expect(values.filter(({state}) => state === 'wrong').map(({key}) => key)).toEqual([
			'tautulli.base_url',
			'dashboard.days',
		]);
		expect(valueIn(values, 'dashboard.stop_message').value).toBe('it is [secret]');
		expect(JSON.stringify([values, trouble])).not.toContain('canary');
	});

	test.each([
		['no YAML', 'tautulli:\n  base_url: "http://tower\n  api_key: canary\n'],
		['UTF-8 that is none', Buffer.from([0x74, 0xff, 0xfe, 0x3a])],
	])('a file that is %s', (_, content) => {
		const scene = createScene();
		const file = scene.write('broken.yaml', content);
		const {values, trouble} = told(scene, {flags: {config: 'broken.yaml'}});
		expect(trouble?.message).toContain(file);
		expect(values.map(({key}) => key)).toEqual(keys);
		expect(JSON.stringify([values, trouble])).not.toContain('canary');
	});

	test('a variable that names a file which is not there', () => {
		const {values, trouble} = told(createScene(), {env: {HSH_PLEX_TOKEN_FILE: 'gone'}});
		expect(trouble?.message).toContain('HSH_PLEX_TOKEN_FILE');
		expect(valueIn(values, 'plex.token')).toMatchObject({state: 'wrong', origin: {name: 'HSH_PLEX_TOKEN_FILE'}});
	});
});

const withVariable = keys.flatMap(key => {
	const [section = '', name = ''] = key.split('.');
	const variable = isSection(section) ? docsOf(section).get(name)?.variable : undefined;
	return variable === undefined ? [] : [[variable, key] as const];
});

const samples: Readonly<Record<string, string>> = {
	HSH_TAUTULLI_BASE_URL: 'http://sample:1',
	HSH_PLEX_URL: 'http://sample:2',
	TAUTOP_LOG_LEVEL: 'trace',
};

test.each(withVariable)('%s does set %s', (variable, key) => {
	const scene = createScene();
	const all = {HSH_TAUTULLI_API_KEY: 'key', HSH_PLEX_URL: 'http://plex:1', HSH_PLEX_TOKEN: 'token'};
	const before = scene.load({env: all});
	const outside = {env: {...all, [variable]: samples[variable] ?? 'sample'}};
	expect(scene.load(outside)).not.toEqual(before);
	expect(valueIn(told(scene, outside).values, key).origin).toMatchObject({from: 'variable', name: variable});
});

test('in a list each server has its own lines and its own database, and the environment is the first one’s', () => {
	const scene = createScene();
	const file = scene.write(
		'two.yaml',
		[
			'servers:',
			'  - name: home',
			'    tautulli: {base_url: "http://tower:8181", api_key: key-of-home}',
			'  - name: cabin',
			'    tautulli:',
			'      base_url: "http://cabin:8181"',
			'      api_key: key-of-cabin',
			'    collect: {query_days: 7}',
			'    upload_mbps: 20',
			'database: {path: own.db}',
			'collect: {query_days: 90, scope: promoted}',
		].join('\n'),
	);
	const env = {HSH_TAUTULLI_BASE_URL: 'http://from-env:1', TAUTOP_DB: ''};
	const of = (server?: string) => told(scene, {flags: {config: file, server}, env}).values;
	const line = (number: number) => ({from: 'file', file, line: number});
	const from = (name: string) => ({from: 'variable', name, file: null, named: null});
	expect(valueIn(of(), 'tautulli.base_url')).toMatchObject({
		origin: from('HSH_TAUTULLI_BASE_URL'),
		value: 'http://from-env:1',
	});
	expect(valueIn(of(), 'database.path')).toMatchObject({origin: line(10), value: path.join(scene.cwd, 'own.db')});
	expect(valueIn(of(), 'collect.query_days')).toMatchObject({origin: line(11), value: 90});
	const cabin = of('CABIN');
	expect(valueIn(cabin, 'tautulli.base_url')).toMatchObject({origin: line(6), value: 'http://cabin:8181'});
	expect(valueIn(cabin, 'tautulli.api_key')).toMatchObject({origin: line(7), state: 'secret', value: null});
	expect(valueIn(cabin, 'database.path')).toMatchObject({
		origin: {from: 'default'},
		value: path.join(scene.cwd, 'tautop-cabin.db'),
	});
	expect(valueIn(cabin, 'collect.query_days')).toMatchObject({origin: line(8), value: 7});
	expect(valueIn(cabin, 'collect.scope')).toMatchObject({origin: line(11), value: 'promoted'});
	expect(valueIn(cabin, 'dashboard.upload_mbps')).toMatchObject({origin: line(9), value: 20});
});

test.each(['', ' ""', ' YOUR_SCHEDULE'])('what an entry takes back is not told of all (%j)', written => {
	const scene = createScene();
	const tautulli = 'tautulli: {base_url: "http://tower:8181", api_key: key}';
	const file = scene.write(
		'two.yaml',
		`servers:
  - name: home
    ${tautulli}
    collect:
      schedule:${written}
collect: {schedule: "@daily"}
`,
	);
	const outside = {flags: {config: file}};
	expect(scene.load(outside).collect.schedule).toBeNull();
	expect(valueIn(told(scene, outside).values, 'collect.schedule')).toEqual({
		key: 'collect.schedule',
		origin: {from: 'default'},
		state: 'unset',
		value: null,
	});
});
