import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import * as z from 'zod';
import {entry, entryKeys} from '../../source/config/schema/entries.ts';
import {keyDocs} from '../../source/config/schema/key.ts';
import {sections} from '../../source/config/schema/sections.ts';
import {createScene} from './scene.ts';

const example = readFileSync(path.join(import.meta.dirname, '../../config.example.yaml'), 'utf8');
/** With the keys that have no default in it too. */
const complete = example.replaceAll(/^ {2}#(?=[a-z_]+: )/gm, '  ');

/** A section whose keys are all commented out is null. */
const mappingOf = z.preprocess(value => value ?? {}, z.record(z.string(), z.unknown()));
const read = (text: string) => z.record(z.string(), mappingOf).parse(parse(text));

test('it is accepted as it is, without a warning, and configures nothing', () => {
	const scene = createScene();
	scene.write('config.yaml', example, 0o644);
	expect(scene.load()).toMatchObject({configured: false, tautulli: null, plex: null, warnings: []});
});

test('it says nothing but the defaults', () => {
	const scene = createScene();
	const bare = scene.load();
	const file = scene.write('config.yaml', example);
	const passedOver = [expect.objectContaining({name: 'config.yaml', meant: true})];
	expect(scene.load()).toEqual({...bare, file, passedOver});
});

test('it has the sections and keys of the schema, in its order, and no others', () => {
	const keysOf = (shapes: Record<string, object>) =>
		Object.entries(shapes).map(([name, keys]) => [name, Object.keys(keys)]);
	const schema = Object.fromEntries(Object.entries(sections).map(([name, section]) => [name, section.shape]));
	expect(keysOf(read(complete))).toEqual(keysOf(schema));
});

describe.each(Object.entries(sections))('%s', (name, section) => {
	const defaults = mappingOf.parse(section.parse({}));
	test.each(Object.entries(section.shape))('%s has its default, a meaning and words for messages', (key, schema) => {
		expect(read(example)[name]?.[key]).toEqual(defaults[key]);
		expect(keyDocs.get(schema)?.doc).toMatch(/\.$/);
		expect(keyDocs.get(schema)?.expected).toBeTruthy();
	});
});

describe('the list of servers', () => {
	const [head = '', list = ''] = example.split(/^(?=#servers:)/m);
	const shared = head.replaceAll(/^(?:tautulli|plex):\n(?: .*\n|\n)*/gm, '');
	const listed = list.replaceAll(/^#/gm, '').replaceAll('YOUR_TAUTULLI_API_KEY', 'k-k-k-k');

	test('written out it is accepted, and shows every key of an entry', () => {
		const scene = createScene();
		scene.write('config.yaml', shared + listed);
		expect(scene.load()).toMatchObject({name: 'home', serverNames: ['home', 'cabin']});
		expect(scene.load({flags: {server: 'cabin'}}).database.path).toBe(path.join(scene.home, 'cabin.db'));
		for (const key of entryKeys) expect(listed).toMatch(new RegExp(`^ {2}(?:- | {2})${key}:`, 'm'));
	});

	test.each(Object.entries(entry.shape))('%s has a meaning and words for messages', (_, schema) => {
		expect(keyDocs.get(schema)?.doc).toMatch(/\.$/);
		expect(keyDocs.get(schema)?.expected).toBeTruthy();
	});
});

test('filled in it is accepted too', () => {
	const scene = createScene();
	const filled = complete.replaceAll(/^ +ca_file:.*$/gm, '');
	scene.write('config.yaml', filled);
	const env = {HSH_TAUTULLI_API_KEY: 'k', HSH_PLEX_URL: 'http://tower:32400', HSH_PLEX_TOKEN: 't'};
	const config = scene.load({env});
	expect(config.warnings).toEqual([]);
	expect(config.collect.schedule).toBe('0 4 * * *');
	expect(config.tautulli?.timezone).toBe('Europe/Prague');
	expect(config.database.path).toBe(path.join(scene.home, 'tautop.db'));
});
