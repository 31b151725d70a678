// Bundles the program: one entry for the command line (the dashboard is a chunk of its own, so that the first frame loads
// neither zod nor SQLite), one for the engine's process. better-sqlite3 stays outside: it brings a native binary.
import {readFile, rm} from 'node:fs/promises';
import {build} from 'esbuild';

const here = name => new URL(`../${name}`, import.meta.url).pathname;

// Yoga, which places Ink's boxes, unpacks itself with the global fetch; only for that would Node load a whole HTTP client
// before the first frame. Without fetch it decodes by itself.
const yogaWithoutFetch = {
	name: 'yoga-without-fetch',
	setup: ({onLoad}) => {
		onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path}) => {
			const contents = await readFile(path, 'utf8');
			return {contents: `const fetch = undefined;\n${contents}`};
		});
	},
};

await rm(here('dist'), {recursive: true, force: true});
await build({
	absWorkingDir: here(''),
	entryPoints: {cli: 'source/cli.ts', engine: 'source/engine/main.ts'},
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
	plugins: [yogaWithoutFetch],
	logLevel: 'warning',
});
