import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

/**
 * The house plan as a table: which room may import from which. `types` counts for `import type` only.
 * Packages stand beside rooms; Node's own modules are free everywhere but in the pure rooms.
 */
type Rule = {rooms: string[]; types?: string[]; packages?: string[]; node?: boolean};

const rules: Record<string, Rule> = {
	domain: {rooms: ['domain'], node: false},
	stats: {rooms: ['domain'], node: false},
	canvas: {rooms: ['domain'], packages: ['asciichart', 'string-width', 'cli-truncate'], node: false},
	export: {rooms: ['domain'], node: false},
	views: {rooms: ['domain', 'stats', 'canvas', 'export'], types: ['questions'], node: false},
	http: {rooms: ['domain'], packages: ['undici', 'zod']},
	tautulli: {rooms: ['http', 'domain'], packages: ['zod']},
	plex: {rooms: ['http', 'domain'], packages: ['zod']},
	store: {rooms: ['domain'], packages: ['better-sqlite3']},
	collect: {rooms: ['domain', 'stats'], types: ['tautulli', 'plex', 'store']},
	config: {rooms: ['domain'], packages: ['zod', 'yaml', 'env-paths', 'croner']},
	demo: {rooms: [], types: ['domain']},
	ui: {
		rooms: ['domain', 'canvas', 'views', 'export', 'ui/terminal'],
		types: ['questions'],
		packages: ['ink', 'react'],
	},
	questions: {rooms: ['domain'], node: false},
	metrics: {rooms: ['domain', 'views', '../package.json'], types: ['questions'], node: false},
	open: {
		rooms: [
			'domain',
			'questions',
			'config',
			'http',
			'tautulli',
			'plex',
			'collect',
			'store',
			'stats',
			'demo',
			'canvas',
			'export',
		],
		packages: ['pino'],
	},
	engine: {
		rooms: ['domain', 'questions', 'open', 'config', 'http', 'tautulli', 'plex', 'collect', 'store', 'stats', 'demo'],
		packages: ['pino'],
	},
	listen: {rooms: ['domain']},
	commands: {
		rooms: [
			'domain',
			'listen',
			'metrics',
			'open',
			'engine',
			'questions',
			'collect',
			'stats',
			'canvas',
			'export',
			'views',
			'config',
			'doctor',
			'commands/demo',
			'commands/dashboard/guard',
			'ui/terminal',
		],
		packages: ['meow'],
	},
	// Looks at every part, and is asked by its command alone.
	doctor: {
		rooms: [
			'domain',
			'config',
			'http',
			'tautulli',
			'plex',
			'stats',
			'store',
			'open',
			'engine',
			'canvas',
			'demo',
			'ui/terminal',
		],
	},
	'ui/terminal': {rooms: [], types: ['domain', 'canvas', 'ui']},
	'commands/dashboard/guard': {rooms: []},
	'commands/dashboard': {
		rooms: ['domain', 'open', 'questions', 'canvas', 'config', 'commands', 'engine', 'ui'],
	},
	'commands/dashboard-process': {rooms: ['commands', 'commands/dashboard', 'engine']},
	// What it loads, a start waits for.
	'commands/dashboard/ink': {rooms: ['ui'], packages: ['ink', 'react']},
	'commands/demo': {rooms: ['domain', 'commands', 'demo', 'config']},
	cli: {rooms: ['commands', '../package.json']},
};

const source = path.join(import.meta.dirname, '..', 'source');

const files = readdirSync(source, {recursive: true, encoding: 'utf8'})
	.filter(name => /\.tsx?$/.test(name))
	.map(name => name.replaceAll(path.sep, '/'));

const roomOf = (file: string): string => {
	const bare = file.replace(/\.tsx?$/, '');
	const names = Object.keys(rules).sort((one, two) => two.length - one.length);
	const named = names.find(name => bare === name || bare.startsWith(`${name}/`));
	return named ?? bare;
};

type Import = {from: string; typeOnly: boolean};

const importsOf = (file: string): Import[] => {
	const text = readFileSync(path.join(source, file), 'utf8');
	const found: Import[] = [];
	for (const match of text.matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]/gm)) {
		found.push({from: match[2] ?? '', typeOnly: match[1] !== undefined});
	}
	for (const match of text.matchAll(/^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm)) {
		found.push({from: match[1] ?? match[2] ?? '', typeOnly: false});
	}
	return found;
};

const allows = (rule: Rule, room: string, target: string): boolean =>
	target === room || rule.rooms.includes(target) || rule.rooms.some(name => target.startsWith(`${name}/`));

const mistakesOf = (file: string): string[] => {
	const room = roomOf(file);
	const rule = rules[room];
	if (!rule) return [`${file}: no rule for the room ${room}`];
	return importsOf(file).flatMap(({from, typeOnly}) => {
		if (from.startsWith('node:')) return rule.node === false ? [`${file}: ${room} is pure, yet imports ${from}`] : [];
		if (!from.startsWith('.')) {
			const name = from
				.split('/')
				.slice(0, from.startsWith('@') ? 2 : 1)
				.join('/');
			return rule.packages?.includes(name) ? [] : [`${file}: ${room} may not import the package ${name}`];
		}
		const target = roomOf(path.posix.join(path.posix.dirname(file), from));
		if (allows(rule, room, target)) return [];
		if (typeOnly && rule.types?.includes(target)) return [];
		return [`${file}: ${room} may not import ${target} (${from})`];
	});
};

test('every import is one that the house plan allows', () => {
	expect(files.length).toBeGreaterThan(0);
	expect(files.flatMap(mistakesOf)).toEqual([]);
});

test('every import names its file with the ending', () => {
	const bare = files.flatMap(file =>
		importsOf(file)
			.filter(({from}) => from.startsWith('.') && !/\.(?:tsx?|json)$/.test(from))
			.map(({from}) => `${file}: ${from}`),
	);
	expect(bare).toEqual([]);
});
