import {describe, expect, test} from 'vitest';
import {textWidth} from '../../source/canvas/widths.ts';
import {findCommand} from '../../source/commands/index.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {allViews} from '../../source/views/index.ts';
import {fakeSettings, fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';

/** What each command is asked about, where it is about one thing. */
const subjects: Readonly<Record<string, string>> = {
	user: 'marta',
	title: '1023',
	collection: 'key:900042',
	day: '2026-11-22',
	play: '90',
	stream: '7',
	stats: '1023',
	import: 'homescreen_hero.sqlite',
};

const tools = ['stats', 'collect', 'adopt', 'import', 'promoted', 'ping', 'status'];

/** Every view, and the tools that answer. */
const cases: [string, string[]][] = [
	...[...new Set([...allViews().map(({name}) => name), ...tools])].map((name): [string, string[]] => [
		name,
		subjects[name] === undefined ? [] : [subjects[name]],
	]),
	['collections-one', ['The Long Winter']],
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

test.each(allViews().filter(({name}) => name !== 'status'))(
	'$name is a page of Markdown and of HTML',
	async ({name}) => {
		const args = subjects[name] === undefined ? [] : [subjects[name]];
		const print = async (flag: string) => (await runFake(await load(name), {args, flags: {[flag]: true}})).stdout;
		const [markdown, html] = [await print('markdown'), await print('html')];
		expect(markdown).toMatch(/^# \S.*\n\n\S/);
		const cells = markdown.split('\n').filter(line => line.startsWith('|'));
		expect(cells.length).toBeGreaterThan(0);
		expect(html).toMatch(/^<!doctype html>[\s\S]*<table>[\s\S]*<\/html>\n$/);
		for (const text of [markdown, html]) expect(text).not.toMatch(/\bnull\b|undefined|NaN|<script/);
	},
);

test('a leaderboard that a filter leaves empty is told from one without snapshots', async () => {
	const board =
		(collectedAt: number | null): Sources['board'] =>
		async () => ({days: 30, rows: [], hasMovement: false, collectedAt});
	const told = async (at: number | null, commandFlags = '') =>
		(
			await runFake(await load('collections'), {
				tty: true,
				flags: {library: ['Movies']},
				open: fakeSources({board: board(at), settings: async () => ({...fakeSettings, commandFlags})}),
			})
		).stdout;
	expect(await told(5)).toContain('No collection passes this filter.');
	expect(await told(null)).toContain('No snapshots yet: tautop collect takes the first ones.');
	expect(await told(null, ' --server attic')).toContain('tautop collect --server attic takes the first ones.');
});

test('screen readers get sentences instead of a chart, also on a terminal', async () => {
	const {stdout} = await runFake(await load('hours'), {tty: true, flags: {reader: true}});
	expect(stdout.split('\n')[0]).toBe('Most at 21:00, 61 plays; fewest at 00:00, 1 play.');
});

test('plain ASCII has no other signs than those of titles', async () => {
	for (const name of ['hours', 'days', 'types', 'peaks', 'weekdays', 'ping', 'status', 'stats', 'collect']) {
		const args = name === 'stats' ? ['1023'] : [];
		const {stdout} = await runFake(await load(name), {tty: true, ascii: true, args});
		// People keep their names.
		expect(stdout.replace(/^ who .*$/m, '')).toMatch(/^[\n -~]*$/);
	}
});

test.each([
	[null, 'History    not read yet: tautop sync'],
	[{plays: 0, oldest: null, complete: false, syncedAt: null}, 'History    0 plays, older ones are still missing'],
])('status says how much of the history is mirrored: %j', async (history, line) => {
	const local = {...(await fakeSources().sources.local(null)), history};
	const {stdout} = await runFake(await load('status'), {tty: true, open: fakeSources({local: async () => local})});
	expect(stdout.split('\n')).toContain(line);
});
