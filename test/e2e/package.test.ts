import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {publint} from 'publint';
import {beforeAll, describe, expect, test} from 'vitest';
import * as z from 'zod';
import {userDocuments} from '../docs/code-blocks.ts';
import {atEnd} from '../helpers/at-end.ts';
import {showsKeys} from '../helpers/dashboard.ts';
import {type Ran, runCommand} from '../helpers/run-program.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {startTerminal} from '../helpers/terminal.ts';

// What `npm publish` would send, installed as its users do, but with no registry: what it depends on is the checkout's own.

const repository = path.join(import.meta.dirname, '..', '..');

const manifestShape = z.object({
	version: z.string(),
	dependencies: z.record(z.string(), z.string()),
	scripts: z.record(z.string(), z.string()),
	homepage: z.url(),
	bugs: z.url(),
	repository: z.object({url: z.string()}),
});

const readManifest = (folder: string) =>
	manifestShape.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));

const npm = async (cwd: string, ...args: readonly string[]): Promise<void> => {
	const ran = await runCommand('npm', [...args, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd,
		env: {npm_config_update_notifier: 'false'},
		timeoutMs: 90_000,
	});
	expect(ran, ran.stderr).toMatchObject({code: 0});
};

const folder = mkdtempSync(path.join(tmpdir(), 'tautop-package-'));
atEnd(() => rmSync(folder, {recursive: true, force: true}));
const modules = path.join(folder, 'node_modules');
const installed = path.join(modules, 'tautop');

beforeAll(async () => {
	const {version, dependencies} = readManifest(repository);
	writeFileSync(path.join(folder, 'package.json'), '{"private": true}');
	// The bundles are there already, and other tests run on them.
	await npm(repository, 'pack', '--silent', '--pack-destination', folder);
	const needed = Object.keys(dependencies).flatMap(name => [name, ...Object.keys(readDependencies(name))]);
	const links = needed.map(name => path.join(repository, 'node_modules', name));
	await npm(folder, 'install', `./tautop-${version}.tgz`, ...links);
});

const readDependencies = (name: string): Record<string, string> =>
	z
		.object({dependencies: z.record(z.string(), z.string()).default({})})
		.parse(JSON.parse(readFileSync(path.join(repository, 'node_modules', name, 'package.json'), 'utf8'))).dependencies;

const filesOf = (root: string): string[] => readdirSync(root, {recursive: true, encoding: 'utf8'});

const megabytes = (root: string): number =>
	filesOf(root).reduce((sum, file) => sum + statSync(path.join(root, file)).size, 0) / 2 ** 20;

/** The program as npm links it. */
const run = (...args: readonly string[]): Promise<Ran> =>
	runCommand(path.join(modules, '.bin', 'tautop'), args, {cwd: folder, env: {TMPDIR: tempFolder()}});

describe('what is packed', () => {
	test('publint finds nothing to say', async () => {
		const {messages} = await publint({pkgDir: installed, pack: false, strict: true});
		expect(messages).toEqual([]);
	});

	test('it is three packages, and no more than 35 MB', () => {
		const packages = readdirSync(modules).filter(name => !name.startsWith('.'));
		expect(packages).toEqual(['better-sqlite3', 'node-addon-api', 'tautop']);
		const sizes = packages.map(name => megabytes(path.join(modules, name)));
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(35);
	});

	test('nothing runs while it is installed', () => {
		const hooks = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];
		expect(hooks.filter(hook => hook in readManifest(installed).scripts)).toEqual([]);
	});

	test('it says where it comes from', () => {
		const {
			homepage,
			bugs,
			repository: {url},
		} = readManifest(installed);
		const address = homepage.replace(/#.*/, '');
		expect(bugs).toBe(`${address}/issues`);
		expect(url).toBe(`git+${address}.git`);
	});

	test.each(userDocuments)('%s links to nothing that is left out', document => {
		const text = readFileSync(path.join(installed, document), 'utf8');
		const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target);
		const places = targets.map(target => path.join(installed, path.dirname(document), target));
		expect(places.filter(place => !existsSync(place))).toEqual([]);
	});

	test('every file of it is one that its users need', () => {
		const folders = new Set(filesOf(installed).map(file => file.split(path.sep)[0]));
		const texts = ['ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'SECURITY.md'];
		const files = [...texts, 'config.example.yaml', 'package.json'];
		expect([...folders].sort()).toEqual(expect.arrayContaining([...files, 'bin', 'dist', 'docs', 'examples']));
		expect(filesOf(installed).filter(file => /\.(?:tsx?|map|test\.\w+)$|node_modules/.test(file))).toEqual([]);
	});
});

describe('third-party notices', () => {
	const read = () => readFileSync(path.join(installed, 'dist', 'third-party-notices.txt'), 'utf8');

	/** Licences that ask for no more than to be passed on with their text. */
	const allowed = /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-3\.0)$/;

	test('name every bundled package with a licence that allows it, and its text', () => {
		const parts = read()
			.split(/^(?=\S+ [\d.]+ \([^)]+\)\n=+\n)/m)
			.slice(1);
		const notices = parts.map(part => /^(\S+) \S+ \(([^)]+)\)\n=+\n\n([\s\S]+)/.exec(part));
		const names = notices.map(notice => notice?.[1]);
		expect(names).toEqual(expect.arrayContaining(['ink', 'react', 'meow', 'undici', 'zod', 'yaml', 'yargs-parser']));
		expect(notices.filter(notice => !allowed.test(notice?.[2] ?? '') || (notice?.[3] ?? '').length < 40)).toEqual([]);
	});

	test('name none that stays outside', () => {
		expect(read()).not.toMatch(/^(?:better-sqlite3|vitest|esbuild|typescript) \d/m);
	});
});

describe('what is installed', () => {
	test('tells its version', async () => {
		const {version} = readManifest(repository);
		expect(await run('--version')).toMatchObject({code: 0, stdout: `${version}\n`, stderr: ''});
	});

	test('answers', async () => {
		const {code, stdout, stderr} = await run('now', '--demo', '--json');
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(JSON.parse(stdout)).toHaveProperty('sessions');
	});

	test('shows the dashboard, and gives the terminal back', async () => {
		const terminal = await startTerminal({
			command: process.execPath,
			args: [path.join(installed, 'bin', 'cli.cjs'), '--demo'],
			cols: 120,
			rows: 40,
			cwd: folder,
			env: {TMPDIR: tempFolder()},
		});
		await terminal.waitFor('1 Now playing');
		await terminal.waitFor(showsKeys);
		terminal.type('q');
		expect(await terminal.ended()).toMatchObject({status: 0, lineModes: 'same'});
		await terminal.close();
	});
});
