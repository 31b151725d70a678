import {expect, test} from 'vitest';
import {explainConfig} from '../../source/config/explain.ts';
import {secretFilesOf, secretsFindings} from '../../source/doctor/configuration.ts';
import {createScene} from '../config/scene.ts';

test('each file that holds a secret is looked at: what a variable names too, wherever the variable stands', () => {
	const scene = createScene();
	const config = scene.write('config.yaml', 'plex:\n  base_url: http://tower:32400\n  headers: {X-Door: "opens it"}\n');
	const key = scene.write('key', 'of-tautulli\n');
	const token = scene.write('token', 'of-plex\n', 0o640);
	scene.write('.env', 'HSH_PLEX_TOKEN_FILE=token\n');
	const files = secretFilesOf(explainConfig(scene.surroundings({env: {HSH_TAUTULLI_API_KEY_FILE: key}})));
	expect(files.toSorted()).toEqual([config, key, token].toSorted());
	expect(secretsFindings([key, token], 'linux').map(({text}) => text)).toEqual([
		`${key} has mode 0600: only its owner may read it`,
		`${token} has mode 0640: its owner and its group may read it`,
	]);
});
