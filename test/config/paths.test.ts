import path from 'node:path';
import {expect, test} from 'vitest';
import {demoDatabasePath, resolvePath} from '../../source/config/paths.ts';

test('the demo has a database for each user, in the temporary folder', () => {
	expect(demoDatabasePath(1000, '/tmp')).toBe('/tmp/tautop-demo-1000/tautop.db');
	expect(demoDatabasePath(null, '/tmp')).toBe('/tmp/tautop-demo-user/tautop.db');
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
