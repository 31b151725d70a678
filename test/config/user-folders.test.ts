import {expect, onTestFinished, test, vi} from 'vitest';

test('XDG variables move the user folders', async () => {
	vi.resetModules();
	onTestFinished(() => void vi.resetModules());
	vi.stubEnv('XDG_CONFIG_HOME', '/etc/me');
	vi.stubEnv('XDG_DATA_HOME', '/srv/me');
	const {userFolders} = await import('../../source/config/paths.ts');
	expect(userFolders()).toMatchObject({config: '/etc/me/tautop', data: '/srv/me/tautop'});
});
