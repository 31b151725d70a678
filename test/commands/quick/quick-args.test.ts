import {expect, test} from 'vitest';
import {quickArgs} from '../../../source/commands/quick/quick-args.ts';

const read = (line: string) => quickArgs(line.split(' '));

test('what bars write needs no parser', () => {
	expect(read('now --line')).toEqual({format: null, idle: null, config: null, server: null, ascii: false});
	expect(read('now --config a.yaml --line --format={streams} --ascii --server attic')).toEqual({
		format: '{streams}',
		idle: null,
		config: 'a.yaml',
		server: 'attic',
		ascii: true,
	});
	expect(quickArgs(['now', '--line', '--idle', ''])).toMatchObject({idle: ''});
	expect(quickArgs(['now', '--line', '--format', 'a=b {wan}'])).toMatchObject({format: 'a=b {wan}'});
});

test.each([
	'now',
	'now --json',
	'hours --line',
	'now --line --demo',
	'now --line --watch',
	'now --line --user marta',
	'now --line --format',
	'now --line --format --ascii',
	'now --line --format a --format b',
	'now --line --help',
	'now --line extra',
])('%s does', line => {
	expect(read(line)).toBeNull();
});

test('an empty format is a mistake', () => {
	expect(quickArgs(['now', '--line', '--format', ''])).toBeNull();
});
