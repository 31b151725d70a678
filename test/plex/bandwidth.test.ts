import {expect, test} from 'vitest';
import {failureOf} from '../helpers/errors.ts';
import {containers, startPlex} from './start.ts';

const path = '/statistics/bandwidth';

const row = (at: number, bytes: unknown, lan: unknown = false) => ({
	accountID: 1,
	deviceID: 3,
	timespan: 4,
	at,
	lan,
	bytes,
});

test('what left the house by hours; what stayed inside is left out, and so is what was not asked for', async () => {
	const list = [row(7200, 22), row(7200, '30', '0'), row(7200, 40, true), row(3600, 50), row(10_800, 60)];
	const {client, server, odds} = await startPlex(
		containers({[path]: {size: list.length, Device: [{id: 3}], StatisticsBandwidth: list}}),
	);
	expect(await client.getBandwidth('hour', 7200)).toEqual([
		{at: 7200, lan: false, bytes: 22},
		{at: 7200, lan: false, bytes: 30},
		{at: 10_800, lan: false, bytes: 60},
	]);
	expect(server.heard[0]?.url).toBe(`${path}?timespan=4&lan=0&at%3E=7200`);
	expect(odds).toEqual([]);
});

test('days have a timespan of their own', async () => {
	const {client, server} = await startPlex(containers({[path]: {size: 0}}));
	expect(await client.getBandwidth('day', 0)).toEqual([]);
	expect(server.heard[0]?.url).toContain('timespan=3&');
});

test('an odd row costs itself', async () => {
	const list = [row(7200, 22), row(7200, 'many'), {lan: false, bytes: 4}, row(7200, -1)];
	const {client, odds} = await startPlex(containers({[path]: {size: 4, StatisticsBandwidth: list}}));
	expect(await client.getBandwidth('hour', 0)).toEqual([{at: 7200, lan: false, bytes: 22}]);
	expect(odds).toHaveLength(3);
});

test('without Plex Pass there is no such page', async () => {
	const {client} = await startPlex(containers({}));
	expect((await failureOf(client.getBandwidth('hour', 0))).code).toBe('not-found');
});
