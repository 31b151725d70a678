import {expect, test} from 'vitest';
import {refusalOf} from '../../source/listen/guard.ts';
import {readTarget} from '../../source/listen/target.ts';

const here = {isLocal: true, names: []};
const anywhere = {isLocal: false, names: []};

const knock = {method: 'GET', url: '/health', host: '127.0.0.1:9187', hasBody: false};

test.each(['GET', 'HEAD'])('%s is answered', method => {
	expect(refusalOf({...knock, method}, here)).toBeNull();
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', ''])('%s is refused', method => {
	expect(refusalOf({...knock, method}, anywhere)).toMatchObject({status: 405, headers: {allow: 'GET, HEAD'}});
});

test('what brings something along, and what is endless, is refused', () => {
	expect(refusalOf({...knock, hasBody: true}, anywhere)?.status).toBe(413);
	expect(refusalOf({...knock, url: `/${'a'.repeat(4096)}`}, anywhere)?.status).toBe(414);
});

test.each([
	'localhost',
	'LOCALHOST:9187',
	'tautop.localhost:1',
	'127.0.0.1',
	'127.1.2.3:80',
	'[::1]:9187',
	'localhost.',
])('on loopback the host %s is ours', host => {
	expect(refusalOf({...knock, host}, here)).toBeNull();
});

test.each([
	'',
	'evil.example',
	'evil.example:9187',
	'127.0.0.1.evil.example',
	'localhost.evil.example',
	'127.0.0.1:9187@evil.example',
	'192.168.1.2:9187',
	'[::2]',
])('on loopback the host "%s" is not ours', host => {
	expect(refusalOf({...knock, host}, here)?.status).toBe(421);
});

test.each([
	'',
	'192.168.1.2:9187',
	'8.8.8.8',
	'[fd00::2]:9187',
	'localhost:9187',
	'nas:9187',
	'NAS.local',
	'tautop.tail.internal',
	'nas.home.arpa.',
])('elsewhere the host "%s" is ours', host => {
	expect(refusalOf({...knock, host}, anywhere)).toBeNull();
});

test.each([
	'evil.example',
	'evil.example:9187',
	'192.168.1.2.evil.example',
	'300.168.1.2',
	'local.evil.example',
	'nas.local:9187@evil.example',
	'[evil]',
	'.',
	':9187',
])('elsewhere the host "%s" is not, and the refusal names the remedy', host => {
	const refused = refusalOf({...knock, host}, anywhere);
	expect([refused?.status, refused?.body]).toEqual([421, expect.stringContaining('into metrics.hosts of')]);
});

test.each([here, anywhere])('names that are known are ours: %j', door => {
	const names = ['tautop.example'];
	expect(refusalOf({...knock, host: 'Tautop.example:443'}, {...door, names})).toBeNull();
	expect(refusalOf({...knock, host: 'a.tautop.example'}, {...door, names})?.status).toBe(421);
});

test('an address is taken apart', () => {
	expect(readTarget('/')?.parts).toEqual([]);
	expect(readTarget('/api/collection/Heists%20%26%20more%2F2/')?.parts).toEqual([
		'api',
		'collection',
		'Heists & more/2',
	]);
	const parameters = readTarget('/api/users?user=a&user=b?c&days=7')?.parameters;
	expect([...(parameters ?? [])]).toEqual([
		['user', 'a'],
		['user', 'b?c'],
		['days', '7'],
	]);
});

test.each([
	'',
	'*',
	'http://127.0.0.1/health',
	'//health',
	'/api//hours',
	'/api/../hours',
	'/api/./hours',
	'/api/%2e%2e/hours',
	'/api/%00',
	'/api/%0d%0aSet-Cookie:%20a',
	'/%zz',
	'/%ff',
])('%s is no address', url => {
	expect(readTarget(url)).toBeNull();
});
