import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {config} from '../../source/commands/config.ts';
import {createScene} from '../config/scene.ts';
import {runFake} from '../helpers/run-fake.ts';

const file =
	'tautulli:\n  base_url: http://tower:8181\n  api_key: canary-key\nplex:\n  headers: {X-Login: canary-value}\n';

test('as a picture at 80 columns', async () => {
	const scene = createScene();
	scene.write('config.yaml', file);
	const surroundings = scene.surroundings({flags: {logLevel: 'debug'}, env: {HSH_PLEX_URL: 'http://tower:32400'}});
	const {stdout, stderr, code} = await runFake(config, {surroundings, tty: true});
	expect(code).toBe(0);
	expect(stderr).toContain('plex.token is not set');
	await expect(stdout.replaceAll(scene.home, '~').replaceAll(scene.cwd, '.')).toMatchFileSnapshot('goldens/config.txt');
	const json = await runFake(config, {surroundings, flags: {json: true}});
	expect(`${stdout}${stderr}${json.stdout}`).not.toContain('canary');
});

test('a wrong file is explained, told on stderr, and ends with 78', async () => {
	const scene = createScene();
	const written = scene.write('config.yaml', `${file}dashboard: {days: canary}\n`);
	const surroundings = scene.surroundings();
	const ended = await runFake(config, {surroundings, flags: {json: true}});
	expect(ended.code).toBe(78);
	expect(ended.stderr).toContain(`${written}, line 6, column 19: dashboard.days must be`);
	expect(JSON.parse(ended.stdout)).toMatchObject({file: written, by: 'the working folder', configured: false});
	expect(JSON.parse(ended.stdout).values).toContainEqual({
		key: 'dashboard.days',
		state: 'wrong',
		value: null,
		from: 'file',
		name: null,
		file: written,
		line: 6,
	});
	expect(`${ended.stdout}${ended.stderr}`).not.toContain('canary');
});

test('--example prints the file that has every key', async () => {
	const file = path.join(import.meta.dirname, '../../config.example.yaml');
	expect(await runFake(config, {flags: {example: true}})).toMatchObject({code: 0, stdout: readFileSync(file, 'utf8')});
});

test('--path prints the path alone, of a wrong file too', async () => {
	const scene = createScene();
	const written = scene.write('config.yaml', `${file}dashboard: {days: canary}\n`);
	const ended = await runFake(config, {surroundings: scene.surroundings(), flags: {path: true}});
	expect(ended).toMatchObject({code: 0, stdout: `${written}\n`, stderr: ''});
});

test('--path without a file is 1, and says where yours would be', async () => {
	const ended = await runFake(config, {flags: {path: true}});
	expect(ended).toMatchObject({code: 1, stdout: ''});
	expect(ended.stderr).toBe('tautop: No configuration file is read.\n  Yours would be /nowhere/config/config.yaml.\n');
});

test('--path with a file that is not there is 78', async () => {
	const surroundings = createScene().surroundings({flags: {config: 'gone.yaml'}});
	const ended = await runFake(config, {surroundings, flags: {path: true}});
	expect(ended).toMatchObject({code: 78, stdout: ''});
});
