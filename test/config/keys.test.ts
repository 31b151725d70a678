import {expect, test} from 'vitest';
import {isKey} from '../../source/config/keys.ts';
import {defaultKeys} from '../../source/domain/actions.ts';
import {createScene} from './scene.ts';

const refuse = (keys: string) => {
	const scene = createScene();
	return scene.refuse({flags: {config: scene.write('settings.yaml', `dashboard:\n  keys:\n    ${keys}\n`)}});
};

test.each([
	['colect: C', 'dashboard.keys.colect names no action', 'Did you mean collect?'],
	['Quit: Q', 'dashboard.keys.Quit names no action', 'Did you mean quit?'],
	['xyzzy: D', 'dashboard.keys.xyzzy names no action', 'Actions are open, back'],
	['collect: CC', 'dashboard.keys.collect names no key', 'Write one sign'],
	['collect: ""', 'dashboard.keys.collect names no key', 'Write one sign'],
	['collect: " "', 'dashboard.keys.collect names no key', 'Write one sign'],
	['collect: 12', 'dashboard.keys.collect names no key', 'Write one sign'],
	['collect: "\\u0003"', 'dashboard.keys.collect names no key', 'Write one sign'],
	['collect: "\\e"', 'dashboard.keys.collect names no key', 'Write one sign'],
	['collect: "\\u200B"', 'dashboard.keys.collect names no key', 'Write one sign'],
	['collect: Enter', 'dashboard.keys.collect names no key', 'enter'],
	['collect: ctrl-m', 'dashboard.keys.collect names no key', 'ctrl- and a letter'],
	['collect: q', 'dashboard.keys.collect takes a key that quit has', 'give quit another key here'],
	['collect: ctrl-c', 'dashboard.keys.collect takes a key that leave has', 'leave'],
	['collect: esc', 'dashboard.keys.collect takes a key that back has', 'back'],
	['collect: k', 'dashboard.keys.collect takes a key that up has', 'up'],
	['collect: 1', 'dashboard.keys.collect takes a key that pane-1 has', 'pane-1'],
])('%s is refused', (keys, says, remedy) => {
	const error = refuse(keys);
	expect(error.code).toBe('config');
	expect(error.message).toMatch(/settings\.yaml, line 3, column \d+: dashboard\.keys\./);
	expect(error.message).toContain(says);
	expect(error.hint).toContain(remedy);
});

test('one key for two actions is refused at both', () => {
	const lines = refuse('{zoom: w, help: w}').message.split('\n');
	expect(lines).toHaveLength(2);
	expect(lines[0]).toContain('dashboard.keys.zoom takes a key that help has');
	expect(lines[1]).toContain('dashboard.keys.help takes a key that zoom has');
});

test.each([
	['{collect: C}', {collect: 'C'}],
	['{collect: c}', {collect: 'c'}],
	['{collect: 7}', {collect: '7'}],
	['{collect: ctrl-x, refresh: ctrl-r}', {collect: 'ctrl-x', refresh: 'ctrl-r'}],
	['{collect: r, refresh: c}', {collect: 'r', refresh: 'c'}],
	['{collect: q, quit: Q}', {collect: 'q', quit: 'Q'}],
	['{up: w}', {up: 'w'}],
	['{init: i, idle: i}', {init: 'i', idle: 'i'}],
	['{idle: w}', {idle: 'w'}],
	['{collect: e\u0301, sort: 長, films: 👍🏽}', {collect: 'e\u0301', sort: '長', films: '👍🏽'}],
])('%s', (keys, read) => {
	const scene = createScene();
	const outside = {flags: {config: scene.write('settings.yaml', `dashboard:\n  keys: ${keys}\n`)}};
	expect(scene.load(outside).dashboard.keys).toEqual(read);
});

test('every key that has a meaning by default can be chosen', () => {
	expect(
		Object.values(defaultKeys)
			.flat()
			.filter(key => !isKey(key)),
	).toEqual([]);
});

const schedule = (pattern: string) => {
	const scene = createScene();
	return () => scene.load({flags: {config: scene.write('settings.yaml', `collect:\n  schedule: "${pattern}"\n`)}});
};

test.each(['0 4 * * *', '*/15 * * * *', '0 0 29 2 *', ' 0  4 * * 1-5 ', '0 4 * JAN MON', '@daily', '@hourly'])(
	'%j is a schedule',
	pattern => {
		expect(schedule(pattern)().collect.schedule).toBe(pattern);
	},
);

test.each([
	'* * * * * *',
	'0 0 4 * * *',
	'0 0 4 * * * 2027',
	'0 4 * *',
	'0 0 30 2 *',
	'0 0 31 4,6,9,11 *',
	'@reboot',
	'@Sometimes',
	'2027-01-01T00:00:00',
	'61 * * * *',
])('%j is none', pattern => {
	expect(schedule(pattern)).toThrow(
		/line 2, column 13: collect\.schedule must be a cron pattern of five fields that comes/,
	);
});
