import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {createScene} from './scene.ts';

const fixture = readFileSync(path.join(import.meta.dirname, '../fixtures/config/homescreen-hero.yaml'), 'utf8');

const secrets = {HSH_TAUTULLI_API_KEY: 'k', HSH_PLEX_TOKEN: 't'};

test('its own file works as it is, in silence', () => {
	const scene = createScene();
	const file = scene.write('config.yaml', fixture);
	const config = scene.load({env: secrets});
	expect(config.warnings).toEqual([]);
	expect(config.file).toBe(file);
	expect(config.tautulli).toMatchObject({baseUrl: 'http://localhost:8181', apiKey: 'k', enabled: true});
	expect(config.plex).toMatchObject({
		baseUrl: 'http://tower:32400',
		token: 't',
		libraries: ['Movies'],
		disabledLibraries: ['TV Shows'],
	});
	expect(config.logging.level).toBe('info');
});

test('without its token Plex is left out, its libraries still rule', () => {
	const scene = createScene();
	scene.write('config.yaml', fixture);
	const config = scene.load({env: {HSH_TAUTULLI_API_KEY: 'k'}});
	expect(config.plex).toBeNull();
	expect(config.collect).toMatchObject({libraries: ['Movies'], disabledLibraries: ['TV Shows']});
	expect(config.warnings).toHaveLength(1);
});

test('its Tautulli may be disabled, and then needs no key', () => {
	const scene = createScene();
	scene.write('config.yaml', 'tautulli:\n  enabled: false\n  base_url: http://localhost:8181\n');
	expect(scene.load()).toMatchObject({tautulli: {enabled: false, apiKey: ''}, configured: true, warnings: []});
});

test('its file with example values alone is not configured', () => {
	const scene = createScene();
	scene.write(
		'config.yaml',
		'tautulli:\n  base_url: http://your-tautulli-url:8181\n  api_key: YOUR_TAUTULLI_API_KEY\nplex:\n',
	);
	expect(scene.load()).toMatchObject({tautulli: null, plex: null, configured: false, warnings: []});
});

test('an unfilled variable counts as not set', () => {
	const scene = createScene();
	scene.write('config.yaml', `plex: {base_url: "http://tower:32400", token: "\${HSH_PLEX_TOKEN}"}\n`);
	expect(scene.load({env: {HSH_PLEX_TOKEN: 't'}}).plex?.token).toBe('t');
});

test.each([
	[
		'tautulli:\n  time_out_seconds: 3\n',
		'line 2, column 3: there is no key tautulli.time_out_seconds.',
		'timeout_seconds?',
	],
	[
		'plex:\n  libraries: [{name: Movies, enable: no}]\n',
		'column 30: there is no key plex.libraries[0].enable.',
		'enabled?',
	],
	['logging:\n  lvl: INFO\n', 'there is no key logging.lvl.', 'level?'],
	['plex: {}\ndashbord:\n  days: 1\n', 'line 2, column 1: there is no section dashbord.', 'dashboard?'],
	['plex: {}\nweather: {}\n', 'there is no section weather.', 'sections here are tautulli, plex'],
])('what it does not know is a warning: %j', (text, sentence, close) => {
	const scene = createScene();
	const file = scene.write('settings.yaml', text);
	const {warnings} = scene.load({env: {HSH_TAUTULLI_API_KEY: 'k'}, flags: {config: file}});
	expect(warnings[0]).toContain(sentence);
	expect(warnings[0]).toContain(close);
});

test.each([
	['DEBUG', 'debug'],
	['Warning', 'warn'],
	['CRITICAL', 'fatal'],
	['error', 'error'],
])('its level %s is %s', (written, level) => {
	const scene = createScene();
	scene.write('config.yaml', `plex: {}\nlogging: {level: ${written}}\n`);
	expect(scene.load().logging.level).toBe(level);
});
