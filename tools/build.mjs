// Bundles the program: one small entry, and behind it a bundle for what was asked: the headless commands, the dashboard, its
// engine. Each is a whole in itself, so a module's state and classes exist once in it and must not pass to another. They are
// CommonJS, since a builtin that is imported by an ES module runs all its getters: of node:http alone that takes as long as a
// start of Node. Ink, which can only be an ES module, is loaded when the first frame stands. better-sqlite3 stays outside: it
// brings a native binary.
import {rm} from 'node:fs/promises';
import path from 'node:path';
import {build} from 'esbuild';
import {lightInk, lightPackages} from './bundling.mjs';

const root = path.join(import.meta.dirname, '..');

/** What is bundled by itself: the output's name, and the module that it is. */
const bundles = {
	cli: 'source/cli.ts',
	headless: 'source/commands/headless.ts',
	dashboard: 'source/commands/dashboard-process.ts',
	engine: 'source/engine/main.ts',
	ink: 'source/commands/dashboard/ink.tsx',
};

const outputs = new Map(
	Object.entries(bundles).map(([name, file]) => [path.join(root, file), `./${name}.${name === 'ink' ? 'js' : 'cjs'}`]),
);

/** `import()` of a module that has a bundle of its own loads that one. */
const bundleBorders = {
	name: 'bundle-borders',
	setup: ({onResolve}) => {
		onResolve({filter: /^\./}, ({kind, path: wanted, resolveDir}) => {
			const output = kind === 'dynamic-import' ? outputs.get(path.join(resolveDir, wanted)) : undefined;
			return output === undefined ? undefined : {path: output, external: true};
		});
	},
};

const shared = {
	absWorkingDir: root,
	outdir: 'dist',
	bundle: true,
	platform: 'node',
	target: 'node22.19',
	jsx: 'automatic',
	minifySyntax: true,
	minifyWhitespace: true,
	legalComments: 'none',
	external: ['better-sqlite3'],
	logLevel: 'warning',
};

const define = {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'};

const commonjs = {
	...shared,
	format: 'cjs',
	plugins: [bundleBorders, ...lightPackages],
	outExtension: {'.js': '.cjs'},
	// The second one is undici's own: without its experimental parser, as in Node itself.
	define: {...define, 'import.meta': '__importMeta', esbuildDetection: 'true'},
	banner: {js: "'use strict'; const __importMeta = {url: require('node:url').pathToFileURL(__filename).href};"},
};

const {cli, headless, dashboard, engine, ink} = bundles;
await rm(path.join(root, 'dist'), {recursive: true, force: true});
await Promise.all([
	// Its import() become require(): that of an ES module would start a second loader.
	build({...commonjs, entryPoints: {cli}, supported: {'dynamic-import': false}}),
	build({...commonjs, entryPoints: {headless, dashboard, engine}}),
	build({
		...shared,
		entryPoints: {ink},
		format: 'esm',
		define,
		alias: {'react-devtools-core': './tools/react-devtools-stub.mjs'},
		plugins: lightInk,
		// CommonJS packages inside an ESM bundle still call require() for Node's own modules.
		banner: {
			js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);",
		},
	}),
]);
