import {expect, test} from 'vitest';
import {readListenAddress} from '../../source/config/listen-address.ts';
import {hostName} from '../../source/config/values.ts';

test.each([
	['9187', '127.0.0.1', 9187],
	[':9187', '127.0.0.1', 9187],
	[' 9187 ', '127.0.0.1', 9187],
	['localhost:9187', 'localhost', 9187],
	['0.0.0.0:1', '0.0.0.0', 1],
	['*:65535', '*', 65_535],
	['tower.lan:80', 'tower.lan', 80],
	['[::1]:9187', '::1', 9187],
	['[fe80::1%eth0]:9187', 'fe80::1%eth0', 9187],
])('%s', (text, host, port) => {
	expect(readListenAddress(text)).toEqual({host, port});
});

test.each([
	'',
	'0',
	'65536',
	'091870',
	'tower',
	'tower:',
	'::1:9187',
	'[::1]',
	'http://tower:9187',
	'tower:9187/metrics',
	'-x:9187',
	'a b:9187',
	'9187 9188',
])('%s is none', text => {
	expect(readListenAddress(text)).toBeNull();
});

test('names by which it may be asked are taken in lower case, and without anything around them', () => {
	expect(hostName.parse(' Tautop.example.org ')).toBe('tautop.example.org');
	const wrong = ['', '.', 'https://tautop.example.org', 'tautop.example.org:443', '*.example.org', 'a b', '-a', 'a.'];
	expect(wrong.filter(text => hostName.safeParse(text).success)).toEqual([]);
});
