import {expect, test} from 'vitest';
import type {ExitCode} from '../../source/commands/command.ts';
import {findCommand} from '../../source/commands/index.ts';
import {fakeSources} from '../helpers/fake-sources.ts';
import {runFake} from '../helpers/run-fake.ts';
import {negativeWorld, unknownWorld} from '../helpers/unknown-world.ts';

const cases: readonly [string, readonly string[], ExitCode][] = [
	['now', [], 0],
	['hours', [], 0],
	['days', [], 0],
	['types', [], 0],
	['peaks', [], 0],
	['users', [], 0],
	['libraries', [], 0],
	['history', [], 0],
	['stats', ['1023'], 0],
	['collections', [], 0],
	['collections', ['The Long Winter'], 0],
	['collect', [], 1],
	['ping', [], 69],
	['status', [], 69],
];

const load = async (name: string) => {
	const command = await findCommand(name);
	if (!command) throw new Error(`no command ${name}`);
	return command;
};

const open = () => fakeSources(unknownWorld);

test.each(cases)('%s %j tells what is not known as nothing, in every form', async (name, args, code) => {
	const command = await load(name);
	for (const flags of [{}, {plain: true}, {csv: true}]) {
		for (const columns of [40, 80, 200]) {
			const ended = await runFake(command, {args, flags, tty: true, columns, open: open()});
			expect(ended.stdout).not.toMatch(/null|undefined|NaN|Infinity|Invalid|\[object/);
			expect(ended.code).toBe(code);
		}
	}
	const {stdout} = await runFake(command, {args, flags: {json: true}, open: open()});
	expect(() => JSON.parse(stdout)).not.toThrow();
});

test('JSON says null for what is not known, never 0', async () => {
	const jsonOf = async (name: string) =>
		JSON.parse((await runFake(await load(name), {flags: {json: true}, open: open()})).stdout);
	expect(await jsonOf('now')).toMatchObject({stream_count: 2, bandwidth_kbps: {total: null, lan: null, wan: null}});
	expect(await jsonOf('types')).toMatchObject({series: {'Concurrent Streams': [1, 2, null]}});
	expect(await jsonOf('peaks')).toMatchObject({highest: null, series: {Transcode: [1, 2, null]}});
	expect(await jsonOf('history')).toMatchObject({data: [{row_id: null, rating_key: null, duration: -7260}]});
	expect(await jsonOf('collect')).toMatchObject({
		distinct_plays: null,
		matched_by_guid: null,
		reused_keys: null,
		adopted_plays: null,
		rekeyed_plays: null,
		orphan_plays: null,
	});
});

test('a value that is not known is an empty cell', async () => {
	const {stdout} = await runFake(await load('peaks'), {flags: {csv: true}, open: open()});
	expect(stdout.trim().split(/\r?\n/)).toEqual([
		'date,Concurrent Streams,Direct Play,Direct Stream,Transcode',
		'2026-11-20,1,1,1,1',
		'2026-11-21,2,2,2,2',
		'2026-11-22,,,,',
	]);
});

test.each(['hours', 'days', 'types'])('%s: sums at or below zero are said as they are', async name => {
	const text = async (values: readonly number[]): Promise<string> =>
		(await runFake(await load(name), {flags: {yAxis: 'duration'}, tty: true, open: fakeSources(negativeWorld(values))}))
			.stdout;
	expect(await text([0])).toContain('No time was played in 30 days.');
	for (const values of [[-7200], [7200, -7200, 0], [-3_600_000, 7200, 0]]) {
		const said = await text(values);
		expect(said).not.toMatch(/was played|NaN|undefined|\?:00/);
		if (values.length > 1) expect(said).toMatch(/[█▁▂▃▄▅▆▇▒]/);
	}
	expect(await text([-7200])).toMatch(/[−-]\d/);
});
