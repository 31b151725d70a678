import {expect, test} from 'vitest';
import {commandEntries, findCommand} from '../../source/commands/index.ts';
import {type FakeRun, runFake} from '../helpers/run-fake.ts';

const commands = await Promise.all(
	commandEntries.filter(({name}) => name !== 'demo').map(async ({load}) => await load()),
);
const argsOf = (name: string): string[] => (name === 'stats' ? ['1023'] : name === 'backup' ? ['copy.db'] : []);

const run = async (name: string, given: FakeRun) => {
	const command = await findCommand(name);
	if (!command) throw new Error(`no command ${name}`);
	return await runFake(command, {args: argsOf(name), ...given});
};

const allTime = new Set(['stats', 'users', 'libraries', 'collections']);

test.each(commands)('$name takes --days 7, and 0 only where all time can be counted', async command => {
	const {name} = command;
	const seven = await run(name, {flags: {days: 7}});
	expect(seven.code).toBe(['collect', 'sync', 'adopt', 'backup'].includes(name) ? 2 : 0);
	const zero = await run(name, {flags: {days: 0}});
	expect(zero.code).toBe(allTime.has(name) ? 0 : 2);
	if (zero.code === 2) expect({stdout: zero.stdout, opened: zero.opened}).toEqual({stdout: '', opened: false});
});

test('collect says why it takes no --days', async () => {
	const {stderr} = await run('collect', {flags: {days: 30}});
	expect(stderr).toBe(
		'tautop: tautop collect does not take --days.\n  A snapshot holds all windows; its own is collect.query_days of the configuration.\n',
	);
});

test.each([
	['hours', {days: -1}, '--days must be a whole number, 1 or more.'],
	['hours', {days: 1.5}, '--days must be a whole number, 1 or more.'],
	['hours', {days: Number.NaN}, '--days must be a whole number, 1 or more.'],
	['hours', {days: 'week'}, '--days must be a whole number, 1 or more.'],
	['users', {days: -1}, '--days must be a whole number, 0 or more.'],
	['collections', {days: 14}, '--days must be 1, 7, 30, 90, 365 or 0.'],
	['hours', {yAxis: 'minutes'}, '--y-axis must be plays or duration.'],
	['history', {limit: 0}, '--limit must be a whole number, 1 or more.'],
	['history', {start: -1}, '--start must be a whole number, 0 or more.'],
	['collect', {rotationId: 'x'}, '--rotation-id must be a whole number, 0 or more.'],
	['collections', {library: ''}, '--library must be followed by a value.'],
	['hours', {promoted: true}, 'tautop hours does not know --promoted.'],
	['hours', {json: true, csv: true}, 'Only one of --json, --csv and --plain at a time.'],
	['collect', {promoted: true, all: true}, 'Give names, or --promoted, or --all: one of them.'],
])('%s with %j is a usage error, before the configuration is read', async (name, flags, sentence) => {
	const {code, stdout, stderr, opened} = await run(name, {flags});
	expect({code, stdout, opened}).toEqual({code: 2, stdout: '', opened: false});
	expect(stderr.split('\n')[0]).toBe(`tautop: ${sentence}`);
});

test.each([
	['stats', [], 'tautop stats is missing an argument.'],
	['stats', ['1', '2'], 'tautop stats has too many arguments.'],
	['stats', ['abc'], 'KEY must be a rating key: a whole number.'],
	['hours', ['x'], 'tautop hours takes no arguments.'],
	['collections', ['Hidden', 'Gems'], 'tautop collections has too many arguments.'],
])('%s %j is a usage error', async (name, args, sentence) => {
	const {code, stderr, opened} = await run(name, {args});
	expect({code, opened}).toEqual({code: 2, opened: false});
	expect(stderr.split('\n')[0]).toBe(`tautop: ${sentence}`);
});

test('names and a scope exclude each other', async () => {
	expect((await run('collect', {args: ['Hidden Gems'], flags: {all: true}})).code).toBe(2);
});

test('digits that the parser left as text count as numbers', async () => {
	expect((await run('users', {flags: {days: '0'}})).code).toBe(0);
});
