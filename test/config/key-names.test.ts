import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {errorWithKeyNames} from '../../source/domain/key-names.ts';
import {createScene} from './scene.ts';

const refused = new AppError('unauthorized', 'Tautulli refused the API key.', {
	hint: 'Copy it again to tautulli.api_key. Is tautulli.base_url right?',
	server: 'tautulli',
});

test('a remedy names the variable that a value comes from, and the file that it names', () => {
	const scene = createScene();
	const key = scene.write('the key', 'c0ffee');
	scene.write('.env', 'HSH_TAUTULLI_BASE_URL=http://tower:8181\n');
	const {keyNames} = scene.load({env: {HSH_TAUTULLI_API_KEY_FILE: key, TAUTOP_DB: '/srv/tautop.db'}});
	expect(errorWithKeyNames(refused, keyNames)).toMatchObject({
		message: refused.message,
		hint: `Copy it again to '${key}' (HSH_TAUTULLI_API_KEY_FILE). Is HSH_TAUTULLI_BASE_URL in ${scene.cwd}/.env right?`,
		server: 'tautulli',
	});
	expect(keyNames['database.path']).toBe('TAUTOP_DB');
});

test('what stands in the file keeps its name, and so do the servers behind the first', () => {
	const scene = createScene();
	scene.write(
		'config.yaml',
		'servers:\n  - name: attic\n    tautulli: {api_key: kkkk}\n  - name: boat\n    tautulli: {api_key: kkkk}\n',
	);
	const env = {HSH_TAUTULLI_API_KEY: 'c0ffee'};
	expect(errorWithKeyNames(refused, scene.load({env: {}}).keyNames)).toBe(refused);
	expect(scene.load({env}).keyNames).toEqual({'tautulli.api_key': 'HSH_TAUTULLI_API_KEY'});
	expect(scene.load({env, flags: {server: 'boat'}}).keyNames).toEqual({});
});
