import {execFileSync} from 'node:child_process';
import {mkdirSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {createScene, type Scene} from './scene.ts';

type Slip = {
	name: string;
	text: string;
	/** What is said of the file. */
	why: string;
	/** Places in it, and what was meant. */
	meant: readonly string[];
};

const slips: readonly Slip[] = [
	{
		name: 'keys of other tools',
		text: 'tautulli:\n  url: http://tower:8181\n  apikey: hunter2\n',
		why: 'it sets neither tautulli.base_url nor tautulli.api_key.',
		meant: [
			'line 2, column 3: there is no key tautulli.url. Did you mean base_url?',
			'line 3, column 3: there is no key tautulli.apikey. Did you mean api_key?',
		],
	},
	{
		name: 'host and port',
		text: 'tautulli: {host: tower, port: 8181, key: hunter2}\n',
		why: 'it sets neither tautulli.base_url',
		meant: ['tautulli.host. Did you mean base_url?', 'tautulli.port. Did you mean base_url?', 'Did you mean api_key?'],
	},
	{
		name: 'a capital letter',
		text: 'Tautulli:\n  base_url: http://tower:8181\n  apiKey: hunter2\n',
		why: 'it has neither a tautulli nor a plex section.',
		meant: [
			'line 1, column 1: there is no section Tautulli. Did you mean tautulli?',
			'line 3, column 3: there is no key Tautulli.apiKey. Did you mean api_key?',
		],
	},
	{
		name: 'capitals',
		text: 'TAUTULLI:\n  base_url: http://tower:8181\n',
		why: 'it has neither',
		meant: ['there is no section TAUTULLI. Did you mean tautulli?'],
	},
	{
		name: 'a letter too few',
		text: 'tautuli: {}\n',
		why: 'it has neither',
		meant: ['there is no section tautuli. Did you mean tautulli?'],
	},
	{
		name: 'the old name of Tautulli',
		text: 'plexpy: {}\n',
		why: 'it has neither',
		meant: ['there is no section plexpy. Did you mean tautulli?'],
	},
	{
		name: 'the other server',
		text: 'plex_server:\n  token: hunter2\nPlex: {}\n',
		why: 'it has neither',
		meant: ['there is no section Plex. Did you mean plex?'],
	},
	{
		name: 'keys without a section',
		text: 'base_url: http://tower:8181\napi_key: hunter2\n',
		why: 'it has neither',
		meant: [
			'line 1, column 1: there is no section base_url. Did you mean base_url, indented below `tautulli:`?',
			'line 2, column 1: there is no section api_key. Did you mean api_key, indented below `tautulli:`?',
		],
	},
	{
		name: 'keys without a section, with other names, among others',
		text: 'title: mine\nurl: http://tower:8181\napikey: hunter2\n',
		why: 'it has neither',
		meant: ['Did you mean base_url, indented', 'Did you mean api_key, indented'],
	},
	{
		name: 'names of variables',
		text: 'HSH_TAUTULLI_BASE_URL: http://tower:8181\ntautulli_api_key: hunter2\n',
		why: 'it has neither',
		meant: [
			'there is no section HSH_TAUTULLI_BASE_URL. Did you mean base_url',
			'tautulli_api_key. Did you mean api_key',
		],
	},
	{name: 'an empty section', text: 'tautulli:\n', why: 'its section tautulli is empty.', meant: []},
	{
		name: 'keys that are not indented',
		text: 'tautulli:\nbase_url: x\n',
		why: 'its section tautulli is empty.',
		meant: [],
	},
	{name: 'a section that is a word', text: 'tautulli: true\n', why: 'is a mapping of keys to values.', meant: []},
	{name: 'an empty file', text: '', why: 'it cannot be read.', meant: ['the file is empty.']},
	{name: 'comments alone', text: '# tautulli:\n', why: 'it cannot be read.', meant: ['the file holds no sections.']},
	{name: 'a list', text: '- tautulli\n', why: 'it cannot be read.', meant: ['the file holds no sections.']},
	{
		name: 'a slip of YAML under a wrong name',
		text: 'Tautulli:\n\tapi_key: hunter2\n',
		why: 'it cannot be read.',
		meant: ['line 2, column 1: at api_key: a tab stands'],
	},
	{
		name: 'UTF-16 without its mark',
		text: 't\0a\0u\0t\0u\0l\0l\0i\0:\0\n\0',
		why: 'it cannot be read.',
		meant: ['looks like UTF-16'],
	},
];

test.each(slips)('$name: the file is named, with what was meant', ({text, why, meant}) => {
	const scene = createScene();
	const file = scene.write('config.yaml', text);
	const {configured, passedOver, warnings} = scene.load();
	expect(configured).toBe(false);
	expect(passedOver).toHaveLength(1);
	expect(passedOver[0]).toMatchObject({name: 'config.yaml', meant: true});
	const told = (passedOver[0]?.sentences ?? []).join('\n');
	expect(told).toContain(`${file} was passed over: `);
	for (const words of [why, ...meant]) expect(told).toContain(words);
	expect(`${told}${warnings.join()}`).not.toContain('hunter2');
	// Once is enough.
	expect(warnings.filter(warning => warning.includes('there is no'))).toEqual([]);
});

test.each(slips)('$name: it is named beside a configuration from elsewhere too', ({text}) => {
	const scene = createScene();
	const file = scene.write('config.yaml', text);
	const env = {HSH_TAUTULLI_BASE_URL: 'http://env:8181', HSH_TAUTULLI_API_KEY: 'k'};
	const {tautulli, passedOver, warnings} = scene.load({env});
	expect(tautulli?.baseUrl).toBe('http://env:8181');
	const told = [...warnings, ...passedOver.flatMap(({sentences}) => sentences)].join('\n');
	if (!/^tautulli: ?[\n{]/.test(text) || passedOver.length > 0) expect(told).toContain(file);
});

test.each([
	'site: mine\ntheme: dark\n',
	'baseURL: https://example.org/\ntitle: A blog\n',
	'title: "unclosed\n',
	'host: 0.0.0.0\nport: 80\ntoken: x\nlogs: {}\n',
])('a config.yaml of another program is passed over without alarm, and named: %j', text => {
	const scene = createScene();
	const file = scene.write('config.yaml', text);
	const {passedOver, warnings} = scene.load();
	expect(warnings).toEqual([]);
	expect(passedOver).toHaveLength(1);
	expect(passedOver[0]?.meant).toBe(false);
	expect(passedOver[0]?.sentences[0]).toContain(`${file} was passed over: `);
});

describe('what is no file', () => {
	const inWorkingFolder = (scene: Scene): string => path.join(scene.cwd, 'config.yaml');
	const kinds: [name: string, make: (file: string) => void, says: string][] = [
		['a folder', file => void mkdirSync(file), 'this is a folder, not a file.'],
		['a named pipe', file => void execFileSync('mkfifo', [file]), 'this is a named pipe, not a file.'],
		['a device', file => symlinkSync('/dev/zero', file), 'this is a device, not a file.'],
		['a link to nothing', file => symlinkSync('gone.yaml', file), 'this is a link to a file that is not there.'],
		['a link to itself', file => symlinkSync('config.yaml', file), 'the file cannot be read (ELOOP).'],
	];

	test.skipIf(process.platform === 'win32').each(kinds)('%s in the working folder is named', (_, make, says) => {
		const scene = createScene();
		make(inWorkingFolder(scene));
		const {passedOver} = scene.load();
		expect(passedOver).toMatchObject([{name: 'config.yaml', meant: true}]);
		expect(passedOver[0]?.sentences.join('\n')).toContain(says);
	});

	test.skipIf(process.platform === 'win32').each(kinds)('%s in the user’s folder is an error', (_, make, says) => {
		const scene = createScene();
		const folder = path.join(scene.home, '.config/tautop');
		mkdirSync(folder, {recursive: true});
		make(path.join(folder, 'config.yaml'));
		expect(scene.refuse().message).toContain(`${path.join(folder, 'config.yaml')}: ${says}`);
	});
});

describe('the ending yml', () => {
	test.each(['tautulli: {base_url: "http://tower:8181", api_key: k}\n', 'Tautulli: {}\n'])('is named: %j', text => {
		const scene = createScene();
		const file = scene.write('config.yml', text);
		expect(scene.load().passedOver).toEqual([
			{
				name: 'config.yml',
				sentences: [`${file} was passed over: config.yml is not read. Rename it to config.yaml.`],
				meant: true,
			},
		]);
	});

	test('of another program is no alarm, and beside the right one nothing is said', () => {
		const scene = createScene();
		scene.write('config.yml', 'site: mine\n');
		expect(scene.load().passedOver).toMatchObject([{meant: false}]);
		scene.write('config.yaml', 'tautulli: {api_key: k}\n');
		expect(scene.load().passedOver).toEqual([]);
	});

	test('in the user’s folder', () => {
		const scene = createScene();
		scene.write(path.join(scene.home, '.config/tautop/config.yml'), 'tautulli: {api_key: k}\n');
		expect(scene.load().passedOver).toMatchObject([{name: 'config.yml', meant: true}]);
	});
});

test('a file for the looks of the demo is no slip', () => {
	const scene = createScene();
	const file = scene.write('looks.yaml', 'dashboard: {ascii: yes}\nrotation: {}\n');
	expect(scene.load({flags: {config: file}})).toMatchObject({configured: false, passedOver: [], warnings: []});
});

describe('what is missing stands there under another name', () => {
	test('a key that is not indented', () => {
		const scene = createScene();
		scene.write('config.yaml', 'tautulli:\n  base_url: http://tower:8181\napi_key: hunter2\n');
		const {message, hint} = scene.refuse();
		expect(message).toContain('there is no section api_key.');
		expect(message).not.toContain('is not set');
		expect(hint).toBe('Did you mean api_key, indented below `tautulli:`?');
	});

	test.each(['base_ulr', 'base-url', 'baseUrl', 'baseurl', 'url', 'host'])('%s', name => {
		const scene = createScene();
		const file = scene.write('config.yaml', `tautulli:\n  ${name}: http://tower:8181\n  api_key: hunter2\n`);
		const error = scene.refuse();
		// One mistake, told once.
		expect(error.message).toBe(`${file}, line 2, column 3: there is no key tautulli.${name}.`);
		expect(error.hint).toBe('Did you mean base_url?');
		const {warnings, tautulli} = scene.load({env: {HSH_TAUTULLI_BASE_URL: 'http://env:8181'}});
		expect(tautulli?.baseUrl).toBe('http://env:8181');
		expect(warnings).toEqual([expect.stringContaining('Did you mean base_url?')]);
	});

	test.each(['apikey', 'apiKey', 'api-key', 'key', 'token'])('%s', name => {
		const scene = createScene();
		scene.write('config.yaml', `tautulli:\n  base_url: http://tower:8181\n  ${name}: hunter2\n`);
		const {message, hint} = scene.refuse();
		expect(message).not.toContain('is not set');
		expect(message).toContain(`there is no key tautulli.${name}.`);
		expect(hint).toBe('Did you mean api_key?');
		expect(`${message}${hint}`).not.toContain('hunter2');
	});
});
