import {expect, test} from 'vitest';
import {editDistance, nearest} from '../../source/domain/text/nearest.ts';

test.each([
	['', '', 0],
	['key', '', 3],
	['key', 'key', 0],
	['kye', 'key', 1],
	['keys', 'key', 1],
	['kitten', 'sitting', 3],
])('from %j to %j it is %i', (one, two, distance) => {
	expect(editDistance(one, two)).toBe(distance);
	expect(editDistance(two, one)).toBe(distance);
});

const known = ['enabled', 'base_url', 'api_key', 'timeout_seconds', 'verify_tls', 'ca_file'];

test.each([
	['apikey', 'api_key'],
	['apiKey', 'api_key'],
	['api-kye', 'api_key'],
	['url', 'base_url'],
	['timeout', 'timeout_seconds'],
	['verify_ssl', 'verify_tls'],
	['enable', 'enabled'],
	['banana', null],
	['x'.repeat(100_000), null],
])('%.20s means %s', (written, meant) => {
	expect(nearest(written, known)).toBe(meant);
});
