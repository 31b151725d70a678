import {homedir} from 'node:os';
import path from 'node:path';
import envPaths from 'env-paths';
import {expect, test} from 'vitest';
import {demoDatabasePath, resolvePath, userFolders} from '../../source/config/paths.ts';

test('the folders are those that env-paths gives here', () => {
	const {config, data, log} = envPaths('tautop', {suffix: ''});
	expect(userFolders({env: process.env, home: homedir(), platform: process.platform})).toEqual({config, data, log});
});

test('a relative XDG folder is ignored, as the specification says', () => {
	const folders = userFolders({
		env: {XDG_DATA_HOME: 'data', XDG_CONFIG_HOME: '/etc/me'},
		home: '/home/me',
		platform: 'linux',
	});
	expect(folders).toEqual({
		config: '/etc/me/tautop',
		data: '/home/me/.local/share/tautop',
		log: '/home/me/.local/state/tautop',
	});
});

test('macOS has its library folder', () => {
	expect(userFolders({env: {}, home: '/Users/me', platform: 'darwin'}).data).toBe(
		'/Users/me/Library/Application Support/tautop',
	);
});

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
