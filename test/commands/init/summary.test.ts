import {expect, test} from 'vitest';
import {summary} from '../../../source/commands/init/summary.ts';
import {emptyDraft} from '../../../source/config/found-file.ts';
import {lookAround} from '../../../source/open/init/outside.ts';
import {createScene} from '../../config/scene.ts';

const met = {name: 'tower', version: '2.17.2', machineIdentifier: '', libraries: null, plexUrl: ''};
const server = {...emptyDraft, baseUrl: 'http://tower:8181', secret: 'kkkk'};
const answers = {config: {tautulli: server, plex: null, libraries: []}, tautulli: met, plex: null};
const saved = {replaced: false, backup: null};

const told = (files: Readonly<Record<string, string>>): string => {
	const scene = createScene();
	for (const [name, text] of Object.entries(files)) scene.write(name, text);
	const surroundings = scene.surroundings();
	return summary(answers, saved, lookAround(undefined, surroundings, scene.cwd), {}, null);
};

test('whoever has homescreen-hero is told what of it can be imported', () => {
	const hero = 'rotation: {}\ntautulli: {base_url: "http://tower:8181", api_key: kkkk}\n';
	expect(told({'data/config.yaml': hero})).toMatch(/tautop .*import FILE\n {6}what homescreen-hero rotated/);
	expect(told({})).not.toContain('import');
});

test('a command and what it does stay whole: below each other where they are too long', () => {
	for (const text of [told({}), told({'config.yaml': 'tautulli: {base_url: "http://tower:8181", api_key: kkkk}\n'})])
		for (const line of text.split('\n')) expect(line.length < 81 || !line.includes('   ')).toBe(true);
});

test('what makes it collect by itself is named', () => {
	expect(told({})).toMatch(/tautop .*watch\s+collects by itself, by collect\.schedule/);
});
