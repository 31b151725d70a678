import {describe, expect, test} from 'vitest';
import {textWidth} from '../../source/canvas/widths.ts';
import {findCommand} from '../../source/commands/index.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

const cases: [string, string[]][] = [
	['now', []],
	['hours', []],
	['days', []],
	['types', []],
	['peaks', []],
	['users', []],
	['libraries', []],
	['history', []],
	['stats', ['1023']],
	['collections', []],
	['collections-one', ['The Long Winter']],
	['collect', []],
	['adopt', []],
	['ping', []],
	['status', []],
];

const load = async (name: string) => {
	const command = await findCommand(name.split('-')[0] ?? '');
	if (!command) throw new Error(`no command ${name}`);
	return command;
};

describe.each(cases)('%s', (name, args) => {
	test('reads as its picture at 80 columns', async () => {
		const {stdout} = await runFake(await load(name), {args, tty: true});
		await expect(stdout).toMatchFileSnapshot(`goldens/${name}.txt`);
	});

	test.each([50, 80, 200])('no line is wider than a terminal of %i columns', async columns => {
		for (const ascii of [false, true]) {
			const {stdout} = await runFake(await load(name), {args, tty: true, columns, ascii});
			for (const line of stdout.split('\n')) {
				// Sentences at the foot are for the terminal to wrap.
				const most = /^(?:Columns|By the mirror|collected|Collector|History {4}\d)/.test(line) ? 80 : columns;
				expect(textWidth(line), line).toBeLessThanOrEqual(most);
			}
		}
	});

	test('colour adds looks only, and only on a terminal', async () => {
		const command = await load(name);
		const plain = await runFake(command, {args, tty: true});
		const coloured = await runFake(command, {args, tty: true, color: true});
		expect(coloured.stdout.replace(/\u001B\[\d+m/g, '')).toBe(plain.stdout);
		expect(plain.stdout).not.toContain('\u001B');
	});

	test('a pipe gets lines under stable names, without escapes and charts', async () => {
		const {stdout} = await runFake(await load(name), {args, color: true});
		const [head = '', ...lines] = stdout.replace(/\n$/, '').split('\n');
		expect(stdout).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F█▁]/);
		for (const line of lines) expect(line.split('\t')).toHaveLength(head.split('\t').length);
		expect((await runFake(await load(name), {args, tty: true, flags: {plain: true}})).stdout).toBe(stdout);
	});
});

const empty: [string, Partial<Sources>, RegExp][] = [
	[
		'now',
		{
			activity: async () => ({
				streamCount: 0,
				directPlayCount: 0,
				directStreamCount: 0,
				transcodeCount: 0,
				bandwidthKbps: {total: 0, lan: 0, wan: 0},
				sessions: [],
			}),
		},
		/^Nobody is watching\.$/m,
	],
	['hours', {hours: async () => ({categories: ['00'], series: []})}, /Nothing was played/],
	['days', {days: async () => ({categories: [], series: []})}, /Nothing was played/],
	['types', {types: async () => ({categories: [], series: []})}, /Nothing was played/],
	['peaks', {peaks: async () => ({categories: [], series: [], highest: {}})}, /There was no stream/],
	['users', {users: async () => []}, /Nobody played anything/],
	['libraries', {libraries: async () => []}, /There are none/],
	[
		'history',
		{history: async () => ({recordsTotal: 0, recordsFiltered: 0, start: 0, sent: 0, plays: []})},
		/No plays here/,
	],
	[
		'collections',
		{board: async () => ({days: 30, rows: [], hasMovement: false, collectedAt: null})},
		/No snapshots yet: tautop collect/,
	],
];

test.each(empty)('%s says so when there is nothing', async (name, sources, sentence) => {
	const {code, stdout} = await runFake(await load(name), {tty: true, open: fakeSources(sources)});
	expect(stdout).toMatch(sentence);
	expect(code).toBe(0);
});

test('a leaderboard that a filter leaves empty is told from one without snapshots', async () => {
	const board: Sources['board'] = async () => ({days: 30, rows: [], hasMovement: false, collectedAt: null});
	const end = await runFake(await load('collections'), {tty: true, flags: {library: 'TV'}, open: fakeSources({board})});
	expect(end.stdout).toContain('None is like that.');
});

test('screen readers get lines instead of a chart, also on a terminal', async () => {
	const {stdout} = await runFake(await load('hours'), {tty: true, flags: {reader: true}});
	expect(stdout.split('\n')[0]).toBe('hour\tTV\tMovies');
});

test('plain ASCII has no other signs than those of titles', async () => {
	for (const name of ['hours', 'days', 'types', 'peaks', 'ping', 'status', 'stats', 'collect']) {
		const args = name === 'stats' ? ['1023'] : [];
		expect((await runFake(await load(name), {tty: true, ascii: true, args})).stdout).toMatch(/^[\n -~]*$/);
	}
});

test.each([
	[null, 'History    not mirrored yet: tautop sync'],
	[{plays: 0, oldest: null, complete: false, syncedAt: null}, 'History    0 plays, older ones are still missing'],
])('status says how much of the history is mirrored: %j', async (history, line) => {
	const local = {...(await fakeSources().sources.local(null)), history};
	const {stdout} = await runFake(await load('status'), {tty: true, open: fakeSources({local: async () => local})});
	expect(stdout.split('\n')).toContain(line);
});
