import {expect, test} from 'vitest';
import type {Flags} from '../../source/commands/command.ts';
import {findCommand} from '../../source/commands/index.ts';
import {camelCase} from '../../source/commands/line/flag-values.ts';
import {narrowingFlags} from '../../source/commands/views/narrowing-flags.ts';
import {allViews} from '../../source/views/index.ts';
import {answering as commands} from '../helpers/answering.ts';
import {type FakeRun, runFake} from '../helpers/run-fake.ts';

const argsOf = (name: string): string[] => {
	const usage = commands.find(command => command.name === name)?.usage ?? '';
	if (usage === '' || usage.startsWith('[')) return [];
	if (usage === 'FILE') return ['copy.db'];
	if (usage === 'DATE') return ['2026-11-22'];
	return [name === 'play' ? '90' : name === 'stream' ? '7' : name === 'collection' ? 'key:900042' : '1023'];
};

/** Values of the flags that take no names. */
const givenFor: Readonly<Record<string, string>> = {
	'media-type': 'movie',
	decision: 'direct stream',
	network: 'lan',
	weekday: 'sat',
	hour: '18-23',
};

const run = async (name: string, given: FakeRun) => {
	const command = await findCommand(name);
	if (!command) throw new Error(`no command ${name}`);
	return await runFake(command, {args: argsOf(name), ...given});
};

test.each(allViews())('$name takes the flags of what it can be asked with, and refuses the others', async view => {
	const {takes, keys, columns, name} = view;
	if (name === 'status') return;
	const ownFlags = new Set(takes.flags?.map(flag => flag.name));
	const given: ReadonlyArray<readonly [Flags, boolean]> = [
		[{days: 7}, takes.window !== undefined || ownFlags.has('days')],
		[{days: 0}, takes.window !== undefined || ownFlags.has('days')],
		[{stated: true}, ownFlags.has('stated')],
		[{rotationId: 7}, ownFlags.has('rotation-id')],
		[{from: '2026-11-01', to: '2026-11-02'}, takes.window !== undefined && takes.window !== 'days'],
		[{at: '2026-11-21 21:10'}, takes.past === true],
		[{yAxis: 'duration'}, takes.measure?.includes('duration') ?? false],
		[{yAxis: 'users'}, takes.measure?.includes('users') ?? false],
		...narrowingFlags.map(
			({name: flag, kind}) =>
				[
					{[camelCase(flag)]: [givenFor[flag] ?? 'marta']},
					takes.narrowing === true || (takes.narrowing !== false && takes.narrowing?.includes(kind) === true),
				] as const,
		),
		[{search: 'marta'}, takes.narrowing === true],
		...keys.sorts.map(id => [{sort: id, reverse: true}, true] as const),
		[{sort: 'nothing'}, false],
		[{limit: 2, start: 1}, columns.length > 0],
		[{promoted: true}, false],
	];
	for (const [flags, isTaken] of given) {
		const end = await run(name, {flags: {json: true, ...flags}});
		expect({name, flags, code: end.code, stderr: isTaken ? end.stderr : ''}).toEqual({
			name,
			flags,
			code: isTaken ? 0 : 2,
			stderr: '',
		});
		if (!isTaken) expect({stdout: end.stdout, opened: end.opened}).toEqual({stdout: '', opened: false});
	}
});

test('collect says why it takes no --days', async () => {
	const {stderr} = await run('collect', {flags: {days: 30}});
	expect(stderr).toBe(
		'tautop: tautop collect does not take --days.\n  A snapshot holds all windows; its own is collect.query_days of the configuration.\n',
	);
});

test.each([
	['hours', {days: -1}, '--days must be a whole number, 0 or more.'],
	['hours', {days: 1.5}, '--days must be a whole number, 0 or more.'],
	['hours', {days: Number.NaN}, '--days must be a whole number, 0 or more.'],
	['hours', {days: 'week'}, '--days must be a whole number, 0 or more.'],
	['hours', {yAxis: 'minutes'}, '--y-axis must be plays, duration or users.'],
	['hours', {days: 7, from: '2026-11-01'}, '--days and --from, --to exclude each other.'],
	['hours', {to: '2026-11-01'}, '--to needs --from.'],
	['hours', {from: '2026-02-30'}, '--from must be a date.'],
	['hours', {from: '2026-11-02', to: '2026-11-01'}, '--from must not be after --to.'],
	['hours', {at: '2026-11-02', from: '2026-11-01'}, '--at and --from exclude each other.'],
	['hours', {date: '2026-11-02', days: 7}, '--date excludes --days, --from, --to and --at.'],
	['hours', {date: '2026-02-30'}, '--date must be a date.'],
	['hours', {date: 'someday'}, '--date must be a date.'],
	['hours', {from: 'yesterday', to: 'never'}, '--to must be a date.'],
	['unwatched', {days: 7}, 'tautop unwatched does not take --days.'],
	['history', {limit: 0}, '--limit must be a whole number, 1 or more.'],
	['history', {start: -1}, '--start must be a whole number, 0 or more.'],
	['collect', {rotationId: 'x'}, '--rotation-id must be a whole number, 0 or more.'],
	['collections', {library: ['']}, '--library must be followed by a value.'],
	['unwatched', {level: 'books'}, '--level must be titles, films, shows, seasons, artists or albums.'],
	['unwatched', {since: '2026-02-30'}, '--since must be a date.'],
	['changes', {by: 'hour'}, '--by must be all, library, user, title or platform.'],
	['hours', {promoted: true}, 'tautop hours does not know --promoted.'],
	['hours', {json: true, csv: true}, 'Only one of --json, --csv, --plain, --markdown and --html at a time.'],
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

test.each([
	[{hour: ['25']}, '--hour must be an hour from 0 to 23, or a stretch such as 18-23.'],
	[{weekday: ['foo']}, '--weekday must be sun, mon, tue, wed, thu, fri or sat.'],
	[{decision: ['remux']}, '--decision must be "direct play", "direct stream" or transcode.'],
	[{network: ['moon']}, '--network must be lan or wan.'],
	[{at: 'soon'}, '--at must be a time.'],
	[{at: '2026-02-30 21:00'}, '--at must be a time.'],
	[{at: '2026-02-20 25:00'}, '--at must be a time.'],
	[{at: '2026-02-20 21:00 Mars/Tharsis'}, '--at names an unknown time zone: Mars/Tharsis.'],
	[{at: '2036-02-20 21:00'}, '--at must not be in the future.'],
	[{user: ['nobody']}, 'No user is called "nobody".'],
])('what narrows is checked: %j', async (flags, sentence) => {
	const {code, stdout, stderr} = await run('hours', {flags});
	expect({code, stdout}).toEqual({code: 2, stdout: ''});
	expect(stderr.split('\n')[0]).toBe(`tautop: ${sentence}`);
});
