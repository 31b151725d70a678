import path from 'node:path';
import {expect, test} from 'vitest';
import {demoDatabasePath, resolvePath} from '../../source/config/paths.ts';

test('the demo has a database for each user and zone, in the temporary folder', () => {
	expect(demoDatabasePath(1000, '/tmp', 'UTC')).toBe('/tmp/tautop-demo-1000/UTC.db');
	expect(demoDatabasePath(null, '/tmp', 'Europe/Prague')).toBe('/tmp/tautop-demo-user/Europe-Prague.db');
});

test.each([
	['~', '/home/me'],
	['~/a.db', '/home/me/a.db'],
	['a.db', '/etc/tautop/a.db'],
	['../a.db', '/etc/a.db'],
	['/a.db', '/a.db'],
	['~me', '/etc/tautop/~me'],
])('%s is %s', (written, resolved) => {
	expect(resolvePath(written, '/etc/tautop', '/home/me')).toBe(path.normalize(resolved));
});
