import {expect, test} from 'vitest';
import {createServerClock} from '../../source/http/server-clock.ts';
import {sendJson, startLoopback} from '../helpers/loopback.ts';
import {open} from './open.ts';

const here = Date.UTC(2026, 10, 26, 12, 0, 0, 500);
const at = (aheadSeconds: number): string => new Date(here - 500 + aheadSeconds * 1000).toUTCString();

test.each([
	['as late as here', at(0), 0],
	['ahead', at(840), 840],
	['behind', at(-3600), -3600],
	['no date', '', null],
	['what is no date', 'yesterday', null],
	['two years ahead', at(2 * 366 * 86_400), 2 * 366 * 86_400],
	['1970, as of a clock that was never set', 'Thu, 01 Jan 1970 00:00:00 GMT', -Math.floor(here / 1000)],
])('%s', (_, date, seconds) => {
	const clock = createServerClock(() => here);
	clock.heardDate(date, 0);
	expect(clock.aheadSeconds()).toBe(seconds);
});

test('the date counts for the middle of the question', () => {
	const clock = createServerClock(() => here);
	clock.heardDate(at(10), 2000);
	expect(clock.aheadSeconds()).toBe(11);
});

test('a slow answer, or one without a date, leaves what was known', () => {
	const clock = createServerClock(() => here);
	clock.heardDate(at(60), 10);
	clock.heardDate(at(9), 46_000);
	clock.heardDate('', 10);
	expect(clock.aheadSeconds()).toBe(60);
});

test('it does not jump about, but follows a clock that was set', () => {
	const clock = createServerClock(() => here);
	const heard = [60, 61, 58, 63, 0].map(seconds => {
		clock.heardDate(at(seconds), 0);
		return clock.aheadSeconds();
	});
	expect(heard).toEqual([60, 60, 60, 63, 0]);
});

test('a transport knows it after any answer, whatever its status', async () => {
	const server = await startLoopback((_, response) => {
		response.setHeader('date', new Date(Date.now() + 7200 * 1000).toUTCString());
		sendJson(response, {}, 404);
	});
	const transport = open({baseUrl: server.url});
	expect(transport.aheadSeconds()).toBeNull();
	await transport.send({method: 'GET', path: '/'});
	expect(Math.abs((transport.aheadSeconds() ?? 0) - 7200)).toBeLessThanOrEqual(3);
});
