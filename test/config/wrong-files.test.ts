import {execFileSync} from 'node:child_process';
import {mkdirSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {createScene} from './scene.ts';

type Wrong = {
	name: string;
	text: string;
	line: number;
	column: number;
	/** What the sentence says: the key, and what is wrong. */
	says: string;
	/** What the hint says. */
	remedy: string;
};

const key = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const server = `tautulli:\n  base_url: http://tower:8181\n  api_key: ${key}\n`;

const wrongFiles: Wrong[] = [
	// YAML itself
	{name: 'tab', text: 'tautulli:\n\tapi_key: x\n', line: 2, column: 1, says: 'tab', remedy: 'spaces'},
	{
		name: 'duplicate key',
		text: `${server}  api_key: other\n`,
		line: 4,
		column: 3,
		says: 'api_key: this key stands here twice',
		remedy: 'Keep one',
	},
	{
		name: 'duplicate section',
		text: `${server}collect: {}\ncollect: {}\n`,
		line: 5,
		column: 1,
		says: 'collect: this key stands here twice',
		remedy: 'Keep one',
	},
	{
		name: 'unclosed quote',
		text: 'tautulli:\n  api_key: "abc\n  enabled: true\n',
		line: 4,
		column: 1,
		says: 'missing',
		remedy: 'Close it',
	},
	{
		name: 'unclosed bracket',
		text: 'plex:\n  libraries: [Movies\n',
		line: 3,
		column: 1,
		says: 'not closed',
		remedy: 'close quotes and brackets',
	},
	{
		name: 'no blank after the colon',
		text: 'tautulli:\n  enabled: true\n  api_key:abc\n',
		line: 3,
		column: 3,
		says: 'api_key: ',
		remedy: 'a blank after the colon',
	},
	{
		name: 'indentation',
		text: 'tautulli:\n  enabled: true\n   grouping: true\n',
		line: 3,
		column: 4,
		says: 'grouping: the indentation is wrong',
		remedy: 'by the same number of spaces',
	},
	{
		name: 'indentation below a blank line',
		text: 'tautulli:\n  enabled: true\n\n  # Plays in a row are one.\n    grouping: true\n',
		line: 5,
		column: 5,
		says: 'grouping: the indentation is wrong',
		remedy: 'by the same number of spaces',
	},
	{
		name: 'indentation of a section',
		text: `${server}   plex:\n  token: x\n`,
		line: 4,
		column: 4,
		says: 'plex: the indentation is wrong',
		remedy: 'by the same number of spaces',
	},
	{
		name: 'indentation in a list',
		text: 'servers:\n  - name: attic\n   tautulli:\n     api_key: x\n',
		line: 3,
		column: 4,
		says: 'tautulli: the indentation is wrong',
		remedy: 'by the same number of spaces',
	},
	{
		name: 'a key and its value on one line',
		text: 'tautulli:\n  enabled: grouping: true\n',
		line: 2,
		column: 12,
		says: 'enabled: a key and its value are nested',
		remedy: 'quotes',
	},
	{
		name: 'a value that starts with @',
		text: 'tautulli:\n  api_key: @abc\n',
		line: 2,
		column: 12,
		says: 'api_key: this value cannot be read',
		remedy: 'quotes',
	},
	{
		name: 'an alias without anchor',
		text: 'tautulli:\n  api_key: *abc\n',
		line: 2,
		column: 12,
		says: 'api_key: this alias',
		remedy: 'quotes',
	},
	{
		name: 'a tag',
		text: 'tautulli:\n  api_key: !secret tautulli_key\n',
		line: 2,
		column: 12,
		says: 'api_key: tags',
		remedy: 'environment',
	},
	{
		name: 'a second document',
		text: `${server}---\nplex: {}\n`,
		line: 4,
		column: 1,
		says: 'second document',
		remedy: '---',
	},
	{
		name: 'a backslash in double quotes',
		text: 'database:\n  path: "C:\\Users\\me"\n',
		line: 2,
		column: 12,
		says: 'path: a backslash',
		remedy: 'single quotes',
	},
	{name: 'empty', text: '', line: 1, column: 1, says: 'empty', remedy: 'tautulli:'},
	{name: 'comments alone', text: '# tautulli:\n', line: 1, column: 1, says: 'no sections', remedy: 'tautulli:'},
	{name: 'a list', text: '- tautulli\n', line: 1, column: 1, says: 'no sections', remedy: 'tautulli:'},
	{name: 'a word', text: 'tautulli\n', line: 1, column: 1, says: 'no sections', remedy: 'tautulli:'},
	{
		name: 'byte order mark',
		text: '\uFEFFdashboard:\n  days: many\n',
		line: 2,
		column: 9,
		says: 'dashboard.days must be a whole number',
		remedy: 'dashboard.days',
	},
	{
		name: 'CRLF',
		text: 'collect:\r\n  scope: all\r\n  query_days: 0\r\n',
		line: 3,
		column: 15,
		says: 'collect.query_days must be a whole number of days from 1 on',
		remedy: 'default',
	},
	// Unknown keys
	{
		name: 'unknown key in dashboard',
		text: 'dashboard:\n  refresh_second: 5\n',
		line: 2,
		column: 3,
		says: 'no key dashboard.refresh_second',
		remedy: 'Did you mean refresh_seconds?',
	},
	{
		name: 'unknown key in camelCase',
		text: 'collect:\n  queryDays: 5\n',
		line: 2,
		column: 3,
		says: 'no key collect.queryDays',
		remedy: 'Did you mean query_days?',
	},
	{
		name: 'unknown key in database',
		text: 'database: {file: x.db}\n',
		line: 1,
		column: 12,
		says: 'no key database.file',
		remedy: 'path',
	},
	// Types and ranges
	{
		name: 'a section that is a word',
		text: 'tautulli: http://tower:8181\n',
		line: 1,
		column: 11,
		says: 'tautulli must be a mapping',
		remedy: 'Correct it',
	},
	{
		name: 'a section that is a list',
		text: 'plex:\n  - base_url: http://tower:32400\n',
		line: 2,
		column: 3,
		says: 'plex must be a mapping',
		remedy: 'Correct it',
	},
	{
		name: 'an address of another kind',
		text: 'tautulli:\n  base_url: ftp://tower:8181\n',
		line: 2,
		column: 13,
		says: 'tautulli.base_url is not an address',
		remedy: 'http://localhost:8181',
	},
	{
		name: 'address with credentials',
		text: 'tautulli:\n  base_url: http://me:hunter2@tower:8181\n',
		line: 2,
		column: 13,
		says: 'tautulli.base_url must not hold a user name or a password',
		remedy: 'headers',
	},
	{
		name: 'the address of a website',
		text: 'plex:\n  base_url: https://app.plex.tv/desktop/#!/?X-Plex-Token=hunter2\n',
		line: 2,
		column: 13,
		says: 'plex.base_url is a website, not a server of yours',
		remedy: 'http://localhost:32400',
	},
	{
		name: 'no key',
		text: 'collect: {}\ntautulli:\n  base_url: http://tower:8181\n',
		line: 2,
		column: 1,
		says: 'tautulli.api_key is not set',
		remedy: 'HSH_TAUTULLI_API_KEY',
	},
	{
		name: 'a key that is a number',
		text: 'tautulli:\n  api_key: 12345678901234567890123456789012\n',
		line: 2,
		column: 12,
		says: 'tautulli.api_key must be text',
		remedy: 'straight quotes',
	},
	{
		name: 'a key with a blank',
		text: 'tautulli:\n  api_key: "abc def"\n',
		line: 2,
		column: 12,
		says: 'tautulli.api_key must be text without blanks',
		remedy: 'straight quotes',
	},
	{
		name: 'a time of 0',
		text: `${server}  timeout_seconds: 0\n`,
		line: 4,
		column: 20,
		says: 'tautulli.timeout_seconds must be a number of seconds above 0',
		remedy: 'default',
	},
	{
		name: 'a time with its unit',
		text: `${server}  timeout_seconds: 15s\n`,
		line: 4,
		column: 20,
		says: 'tautulli.timeout_seconds must be a number of seconds',
		remedy: 'default',
	},
	{
		name: 'a time without end',
		text: `${server}  timeout_seconds: .inf\n`,
		line: 4,
		column: 20,
		says: 'tautulli.timeout_seconds must be a number of seconds',
		remedy: 'default',
	},
	{
		name: 'neither true nor false',
		text: `${server}  verify_tls: never\n`,
		line: 4,
		column: 15,
		says: 'tautulli.verify_tls must be true or false',
		remedy: 'default',
	},
	{
		name: 'a zone that is none',
		text: `${server}  timezone: Europe/Prag\n`,
		line: 4,
		column: 13,
		says: 'tautulli.timezone must be a time zone',
		remedy: 'default',
	},
	{
		name: 'a header with a line break',
		text: `${server}  headers:\n    X-Login: "a\\r\\nb"\n`,
		line: 5,
		column: 14,
		says: 'tautulli.headers must be a mapping of header names to values, without line breaks (wrong is tautulli.headers.X-Login)',
		remedy: 'default',
	},
	{
		name: 'a header name with a blank',
		text: `${server}  headers: {"X Login": a}\n`,
		line: 4,
		column: 24,
		says: 'tautulli.headers',
		remedy: 'default',
	},
	{
		name: 'a certificate file that is not there',
		text: `${server}  ca_file: nowhere.pem\n`,
		line: 4,
		column: 12,
		says: 'tautulli.ca_file names',
		remedy: 'relative',
	},
	{
		name: 'libraries as a word',
		text: 'plex:\n  libraries: Movies\n',
		line: 2,
		column: 14,
		says: 'plex.libraries must be a list',
		remedy: 'default',
	},
	{
		name: 'a library without a name',
		text: 'plex:\n  libraries:\n    - name: Movies\n    - enabled: true\n',
		line: 4,
		column: 7,
		says: 'wrong is plex.libraries[1]',
		remedy: 'default',
	},
	{
		name: 'an unknown scope',
		text: 'collect:\n  scope: everything\n',
		line: 2,
		column: 10,
		says: 'collect.scope must be all or promoted',
		remedy: 'default',
	},
	{
		name: 'a schedule that is no cron pattern',
		text: 'collect:\n  schedule: every day\n',
		line: 2,
		column: 13,
		says: 'collect.schedule must be a cron pattern',
		remedy: 'default',
	},
	{
		name: 'an hour of 25',
		text: 'collect:\n  schedule: "0 25 * * *"\n',
		line: 2,
		column: 13,
		says: 'collect.schedule must be a cron pattern',
		remedy: 'default',
	},
	{
		name: 'an interval of 0',
		text: 'dashboard:\n  refresh_seconds: 0\n',
		line: 2,
		column: 20,
		says: 'dashboard.refresh_seconds must be a number of seconds from 1',
		remedy: 'default',
	},
	{
		name: 'an Esc without patience',
		text: 'dashboard:\n  escape_ms: 0\n',
		line: 2,
		column: 14,
		says: 'dashboard.escape_ms must be a whole number of milliseconds from 20 to 2000',
		remedy: 'default',
	},
	{
		name: 'a negative interval',
		text: 'dashboard: {graph_refresh_seconds: -60}\n',
		line: 1,
		column: 36,
		says: 'dashboard.graph_refresh_seconds must be',
		remedy: 'default',
	},
	{
		name: 'half a day',
		text: 'dashboard:\n  days: 7.5\n',
		line: 2,
		column: 9,
		says: 'dashboard.days must be a whole number',
		remedy: 'default',
	},
	{
		name: 'an unknown axis',
		text: 'dashboard:\n  y_axis: hours\n',
		line: 2,
		column: 11,
		says: 'dashboard.y_axis must be plays or duration',
		remedy: 'default',
	},
	{
		name: 'an unknown level',
		text: 'logging:\n  level: loud\n',
		line: 2,
		column: 10,
		says: 'logging.level must be trace, debug',
		remedy: 'default',
	},
];

test.each(wrongFiles)('$name: file, line, column, key and remedy', ({text, line, column, says, remedy}) => {
	const scene = createScene();
	const file = scene.write('settings.yaml', text);
	const error = scene.refuse({flags: {config: file}});
	expect(error.code).toBe('config');
	expect(error.message).toContain(`${file}, line ${line}, column ${column}: `);
	expect(error.message).toContain(says);
	expect(`${error.message} ${error.hint}`).toContain(remedy);
});

test.each(wrongFiles)('$name: no secret is printed', ({text}) => {
	const scene = createScene();
	const error = scene.refuse({flags: {config: scene.write('settings.yaml', text)}});
	for (const secret of [key, 'hunter2', '12345678901234567890123456789012', 'tautulli_key', '@abc', 'abc def']) {
		expect(`${error.message} ${error.hint}`).not.toContain(secret);
	}
});

test('a file of 10 MB is refused unread', () => {
	const scene = createScene();
	const file = scene.write('settings.yaml', `# ${'x'.repeat(10_000_000)}\n${server}`);
	const error = scene.refuse({flags: {config: file}});
	expect(error.message).toBe(`${file}: the file is larger than 1 MB.`);
	expect(error.hint).toContain('right file');
});

test.each([
	['Latin 1', Buffer.from('# Käse\n', 'latin1')],
	['zeros', Buffer.alloc(64)],
])('%s is no UTF-8', (_, bytes) => {
	const scene = createScene();
	const file = scene.write('settings.yaml', bytes);
	expect(scene.refuse({flags: {config: file}}).message).toBe(`${file}: the file is not UTF-8 text.`);
});

test.each([
	['little-endian', Buffer.from('tautulli:\n', 'utf16le')],
	['big-endian', Buffer.from('tautulli:\n', 'utf16le').swap16()],
])('UTF-16 without its mark is recognised, %s', (_, bytes) => {
	const scene = createScene();
	const file = scene.write('settings.yaml', bytes);
	expect(scene.refuse({flags: {config: file}}).message).toBe(
		`${file}: the file is not UTF-8 text, but looks like UTF-16 without a byte order mark.`,
	);
});

test.each([
	['UTF-8', Buffer.from(`\uFEFF${server}`)],
	['UTF-16, little-endian', Buffer.from(`\uFEFF${server}`, 'utf16le')],
	['UTF-16, big-endian', Buffer.from(`\uFEFF${server}`, 'utf16le').swap16()],
])('%s with its mark is read', (_, bytes) => {
	const scene = createScene();
	scene.write('config.yaml', bytes);
	expect(scene.load()).toMatchObject({tautulli: {baseUrl: 'http://tower:8181', apiKey: key}, passedOver: []});
});

describe('a file that is no file', () => {
	test('a folder', () => {
		const scene = createScene();
		const folder = path.join(scene.cwd, 'settings.yaml');
		mkdirSync(folder);
		const error = scene.refuse({flags: {config: 'settings.yaml'}});
		expect(error.message).toBe(`${folder}: this is a folder, not a file.`);
		expect(error.hint).toContain('Name the file inside it.');
	});

	test.skipIf(process.platform === 'win32')('a named pipe that nobody writes into, and a device', () => {
		const scene = createScene();
		const pipe = path.join(scene.cwd, 'settings.yaml');
		execFileSync('mkfifo', [pipe]);
		expect(scene.refuse({flags: {config: pipe}}).message).toBe(`${pipe}: this is a named pipe, not a file.`);
		expect(scene.refuse({env: {HSH_TAUTULLI_API_KEY_FILE: pipe}}).message).toContain('this is a named pipe');
		expect(scene.refuse({flags: {config: '/dev/zero'}}).message).toBe('/dev/zero: this is a device, not a file.');
	});

	test('a link to a file that is not there', () => {
		const scene = createScene();
		symlinkSync('gone.yaml', path.join(scene.cwd, 'settings.yaml'));
		expect(scene.refuse({flags: {config: 'settings.yaml'}}).message).toContain(
			'this is a link to a file that is not there.',
		);
	});

	test.each([
		['--config', {flags: {config: 'gone.yaml'}}],
		['TAUTOP_CONFIG', {env: {TAUTOP_CONFIG: 'gone.yaml'}}],
		['HOMESCREEN_HERO_CONFIG', {env: {HOMESCREEN_HERO_CONFIG: 'gone.yaml'}}],
	])('missing, named by %s', (name, outside) => {
		const scene = createScene();
		const error = scene.refuse(outside);
		expect(error.message).toBe(`${path.join(scene.cwd, 'gone.yaml')}: there is no such file.`);
		expect(error.hint).toContain(`${name} names it.`);
	});

	test('a link to itself', () => {
		const scene = createScene();
		symlinkSync('loop.yaml', path.join(scene.cwd, 'loop.yaml'));
		expect(scene.refuse({flags: {config: 'loop.yaml'}}).message).toContain('the file cannot be read (ELOOP)');
	});

	test.skipIf(process.getuid?.() === 0)('unreadable', () => {
		const scene = createScene();
		const file = scene.write('settings.yaml', server, 0o000);
		const error = scene.refuse({flags: {config: file}});
		expect(error.message).toBe(`${file}: this user may not read the file.`);
		expect(error.hint).toContain('ls -l');
	});
});

test('all problems of a file come at once, the first ten of them', () => {
	const scene = createScene();
	const wrong = Array.from({length: 12}, (_, index) => `  unknown_${index}: 1`).join('\n');
	const file = scene.write('settings.yaml', `collect:\n  scope: none\ndashboard:\n${wrong}\n`);
	const error = scene.refuse({flags: {config: file}});
	const lines = error.message.split('\n');
	expect(lines).toHaveLength(11);
	expect(lines[0]).toContain(`${file}, line 2, column 10: collect.scope`);
	expect(lines[1]).toContain('line 4, column 3: there is no key dashboard.unknown_0.');
	expect(lines[10]).toBe('And 3 more.');
	expect(error.hint).toContain('tautop config --example');
});

test('a bomb of aliases does not blow up', () => {
	const scene = createScene();
	const levels = Array.from({length: 9}, (_, level) => {
		const below = level === 0 ? 'x' : `*a${level - 1}`;
		return `a${level}: &a${level} [${Array.from({length: 9}, () => below).join(', ')}]`;
	});
	const file = scene.write('settings.yaml', `${levels.join('\n')}\n`);
	expect(scene.refuse({flags: {config: file}}).message).toContain('alias');
});
