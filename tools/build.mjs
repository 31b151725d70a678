// Bundles the program: one small entry, and behind it a bundle for what was asked: the headless commands, the dashboard, its
// engine. Each of these is a whole, so that its modules and their state exist once; nothing but plain values and functions may
// pass from one to another. What knows nothing of our modules (packages, the demo's servers) can be a bundle that they share.
//
// They are CommonJS, since a builtin that is imported by an ES module runs all its getters: of node:http alone that takes
// as long as a start of Node. Ink, which can only be an ES module, is loaded when the first frame stands. better-sqlite3 stays
// outside: it brings a native binary.
//
// With --where-needed, as `npm start` has it, nothing is done where the bundles are newer than all that they are made of.
import {execFileSync} from 'node:child_process';
import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {build} from 'esbuild';
import {lightInk, lightPackages} from './bundling.mjs';
import {isBuilt} from './is-built.mjs';
import {noticesText} from './notices.mjs';

const root = path.join(import.meta.dirname, '..');

if (process.argv.includes('--where-needed') && isBuilt(root)) process.exit();

const cli = {cli: 'source/cli.ts'};
const dashboard = {dashboard: 'source/commands/dashboard-process.ts'};
const others = {
	headless: 'source/commands/run/headless.ts',
	engine: 'source/engine/main.ts',
	demo: 'source/demo/start.ts',
	line: 'source/commands/quick/quick-line.ts',
	names: 'source/commands/completion/names-process.ts',
};
const packages = {undici: 'tools/packages/undici.cjs', meow: 'tools/packages/meow.cjs'};
const ink = {ink: 'source/commands/dashboard/ink.tsx'};

const borders = new Map([
	...Object.entries({...cli, ...dashboard, ...others}).map(([name, file]) => [path.join(root, file), `./${name}.cjs`]),
	...Object.keys(packages).map(name => [name, `./${name}.cjs`]),
	...Object.entries(ink).map(([name, file]) => [path.join(root, file), `./${name}.js`]),
]);

/** `import()` of a module that has a bundle of its own loads that one; so does any import of such a package. */
const bundleBorders = {
	name: 'bundle-borders',
	setup: ({onResolve}) => {
		onResolve({filter: /./}, ({kind, path: wanted, resolveDir, importer}) => {
			if (!importer.startsWith(path.join(root, 'source'))) return undefined;
			const isOwn = wanted.startsWith('.');
			if (isOwn && kind !== 'dynamic-import') return undefined;
			const output = borders.get(isOwn ? path.join(resolveDir, wanted) : wanted);
			return output === undefined ? undefined : {path: output, external: true};
		});
	},
};

const define = {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'};

const shared = {
	absWorkingDir: root,
	outdir: 'dist',
	bundle: true,
	platform: 'node',
	target: 'node22.19',
	minifySyntax: true,
	minifyWhitespace: true,
	// They stand in the notices, with those that have none.
	legalComments: 'none',
	metafile: true,
	logLevel: 'warning',
};

const commonjs = {
	...shared,
	format: 'cjs',
	outExtension: {'.js': '.cjs'},
	plugins: [bundleBorders, ...lightPackages],
	external: ['better-sqlite3'],
	// The last one is undici's own: without its experimental parser, as in Node itself.
	define: {...define, 'import.meta': '__importMeta', esbuildDetection: 'true'},
	banner: {
		js: "'use strict'; const __importMeta = {get url() {return require('node:url').pathToFileURL(__filename).href}};",
	},
};

await rm(path.join(root, 'dist'), {recursive: true, force: true});
const built = await Promise.all([
	// Their import() become require(): that of an ES module would start a second loader.
	build({...commonjs, entryPoints: {...cli, ...others, ...packages}, supported: {'dynamic-import': false}}),
	build({...commonjs, entryPoints: dashboard}),
	build({
		...shared,
		entryPoints: ink,
		format: 'esm',
		jsx: 'automatic',
		define,
		alias: {'react-devtools-core': './tools/react-devtools-stub.mjs'},
		plugins: lightInk,
		// CommonJS packages inside an ESM bundle still call require() for Node's own modules.
		banner: {
			js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);",
		},
	}),
]);

/**
 * One sign beyond ASCII makes a text of two bytes a sign of the whole bundle, in every process that has it, and slower to read. esbuild
 * leaves those in patterns, where an escape means the same.
 */
const asAscii = async file => {
	const text = await readFile(file, 'utf8');
	await writeFile(
		file,
		text.replace(/[^\0-\x7F]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
	);
};
const outputs = built.flatMap(({metafile}) => Object.keys(metafile.outputs));
await Promise.all(outputs.map(file => asAscii(path.join(root, file))));

await writeFile(path.join(root, 'dist', 'third-party-notices.txt'), noticesText(built.map(({metafile}) => metafile)));

// The manual page, which npm puts where `man` finds it: the program knows all that stands in it.
await writeFile(
	path.join(root, 'dist/tautop.1'),
	execFileSync(process.execPath, [path.join(root, 'bin/cli.cjs'), 'man']),
);
