import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import * as z from 'zod';
import {commandEntries} from '../../source/commands/index.ts';
import {programHelp} from '../../source/commands/line/program-help.ts';
import {userDocuments} from './code-blocks.ts';

const repository = path.join(import.meta.dirname, '..', '..');
const read = (name: string): string => readFileSync(path.join(repository, name), 'utf8');

const readme = read('README.md');
const architecture = read('ARCHITECTURE.md');
const example = read('config.example.yaml');
const packageJson = z
	.object({
		version: z.string(),
		dependencies: z.record(z.string(), z.string()),
		devDependencies: z.record(z.string(), z.string()),
		scripts: z.record(z.string(), z.string()),
	})
	.parse(JSON.parse(read('package.json')));

const commands = commandEntries.map(({name}) => name);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isNamed = (text: string, word: string): boolean => new RegExp(`(?<![\\w-])${escaped(word)}(?![\\w-])`).test(text);

const codeOf = (text: string): string =>
	[...text.matchAll(/`[^`\n]+`|```[\s\S]*?```/g)].map(([code]) => code).join('\n');

const variablesIn = (text: string): string[] => [...text.matchAll(/\b(?:HSH|TAUTOP)_[A-Z_]+\b/g)].map(([name]) => name);

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replaceAll(/[^\p{L}\d _-]/gu, '')
		.replaceAll(' ', '-');

const anchorsOf = (text: string): string[] =>
	[...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

const inside = readdirSync(path.join(repository, 'docs', 'inside')).map(name => `docs/inside/${name}`);

describe('README.md', () => {
	const headless = readme.slice(readme.indexOf('## Headless'));

	test.each(commands)('names the command %s', name => {
		expect(isNamed(headless, name)).toBe(true);
	});

	test('names no command that there is not', () => {
		const named = [...codeOf(readme).matchAll(/\btautop (?!COMMAND)([a-z]+)\b/g)].map(([, name = '']) => name);
		expect(named.length).toBeGreaterThan(5);
		expect(named.filter(name => !commands.includes(name))).toEqual([]);
	});

	test('names no npm script that there is not', () => {
		const known = ['ci', 'install', 'start', 'test', ...Object.keys(packageJson.scripts)];
		const named = [...codeOf(readme).matchAll(/\bnpm (?:run )?([a-z]+)\b/g)].map(([, name = '']) => name);
		expect(named.filter(name => !known.includes(name))).toEqual([]);
	});

	test('the packed file has the version that there is', () => {
		const texts = [readme, read('docs/install.md')];
		const named = texts.map(text => /tautop-([\d.]+)\.tgz/.exec(text)?.[1]);
		expect(named).toEqual([packageJson.version, packageJson.version]);
	});

	test('every environment variable that it names is in config.example.yaml', () => {
		expect(variablesIn(readme).length).toBeGreaterThan(0);
		expect(variablesIn(readme).filter(name => !example.includes(name))).toEqual([]);
	});
});

const documents = [...userDocuments, ...inside, 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'];

describe.each(documents)('%s', document => {
	const text = read(document);
	const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)#?([^)]*)\)/g)];

	test('links to what there is', () => {
		const wrong = links.filter(([, target = '', anchor = '']) => {
			const file = target === '' ? document : path.join(path.dirname(document), target);
			if (!existsSync(path.join(repository, file))) return true;
			return anchor !== '' && !anchorsOf(read(file)).includes(anchor);
		});
		expect(wrong.map(([link]) => link)).toEqual([]);
	});

	test('every environment variable that it names is known', () => {
		const known = `${example} TAUTOP_CLOCK`;
		expect(variablesIn(text).filter(name => !known.includes(name.replace(/_FILE$/, '')))).toEqual([]);
	});
});

describe('docs/README.md', () => {
	const index = read('docs/README.md');

	test.each(userDocuments.filter(name => name.startsWith('docs/')))('leads to %s', name => {
		if (name !== 'docs/README.md') expect(index).toContain(`(${path.basename(name)})`);
	});
});

describe('ARCHITECTURE.md', () => {
	const rows = architecture.split('\n').filter(line => line.startsWith('| '));
	const firstCells = rows.map(row => row.split('|')[1] ?? '').join('\n');
	const folders = readdirSync(path.join(repository, 'source'), {withFileTypes: true})
		.filter(entry => entry.isDirectory())
		.map(entry => entry.name);

	test.each(folders)('has the folder %s in its table', folder => {
		expect(firstCells).toContain(`\`${folder}/\``);
	});

	test('has no folder in its table that there is not', () => {
		const named = [...firstCells.matchAll(/`(\w+)\/`/g)].map(([, name = '']) => name);
		expect(named.filter(name => !folders.includes(name))).toEqual([]);
	});

	const packages = Object.keys({...packageJson.dependencies, ...packageJson.devDependencies});

	test.each(packages.filter(name => !name.startsWith('@types/')))('says what %s is for', name => {
		expect(isNamed(firstCells, name)).toBe(true);
	});

	test.each(['ARCHITECTURE.md', 'docs/inside/engine.md', 'docs/inside/mirror.md'])(
		'the files that %s names are there',
		document => {
			const named = [...read(document).matchAll(/`([\w-]+\/[\w./-]+\.\w+)`/g)].map(([, file = '']) => file);
			expect(named.length).toBeGreaterThan(0);
			const isThere = (file: string): boolean =>
				[repository, path.join(repository, 'source')].some(folder => existsSync(path.join(folder, file)));
			expect(named.filter(file => !isThere(file))).toEqual([]);
		},
	);
});

describe('--help', () => {
	test('names every command with its summary', async () => {
		const help = (await programHelp()).replaceAll(/\n {10,}/g, ' ');
		for (const {name, load} of commandEntries) {
			const {summary} = await load();
			expect(help).toMatch(new RegExp(`^ {2}${name}\\b.* {2}${escaped(summary)}$`, 'm'));
		}
	});

	test('points to config.yaml for secrets, as the example does', async () => {
		expect(await programHelp()).toContain('No flag takes a secret');
		expect(example).toContain('No flag takes a secret');
		expect(readme).toContain('No flag takes a secret');
	});
});
