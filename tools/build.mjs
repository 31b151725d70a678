// Bundles the program: one entry for the command line (the dashboard is a chunk of its own, so that the first frame loads
// neither zod nor SQLite), one for the engine worker. better-sqlite3 stays outside: it brings a native binary.
import {rm} from 'node:fs/promises';
import {build} from 'esbuild';

const here = name => new URL(`../${name}`, import.meta.url).pathname;

await rm(here('dist'), {recursive: true, force: true});
await build({
	absWorkingDir: here(''),
	entryPoints: {cli: 'source/cli.ts', engine: 'source/engine/worker.ts'},
	outdir: 'dist',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node22.19',
	jsx: 'automatic',
	minifySyntax: true,
	legalComments: 'none',
	external: ['better-sqlite3'],
	alias: {'react-devtools-core': './tools/react-devtools-stub.mjs'},
	define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
	// CommonJS packages inside an ESM bundle still call require() for Node's own modules.
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module'; const require = __createRequire(import.meta.url);",
	},
	logLevel: 'warning',
});
