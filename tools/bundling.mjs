// What is done to packages on their way into the bundles, so that a start loads no more of them than it needs.
import {readFile} from 'node:fs/promises';
import path from 'node:path';

/** Changes one place of a package's file. A package that has moved on fails the build. */
const patch = (name, filter, from, to) => ({
	name,
	setup: ({onLoad}) => {
		onLoad({filter}, async ({path: file}) => {
			const contents = await readFile(file, 'utf8');
			if (!contents.includes(from)) throw new Error(`${file} has no "${from}" any more: look at ${name} anew.`);
			return {contents: contents.replace(from, () => to)};
		});
	},
});

/**
 * Packages whose default export is a function, loaded when it is first called: what measures texts that are not Western
 * compiles patterns of all emoji first, which takes as long as a start of Node.
 */
const whenCalled = packages => ({
	name: 'when-called',
	setup: ({onResolve, onLoad}) => {
		onResolve({filter: new RegExp(`^(${packages.join('|')})$`)}, ({path: name, importer, resolveDir}) =>
			importer.includes('node_modules') || importer === name
				? undefined
				: {path: name, namespace: 'when-called', pluginData: {resolveDir}},
		);
		onLoad({filter: /./, namespace: 'when-called'}, ({path: name, pluginData}) => ({
			contents: `let loaded;\nexport default (...given) => (loaded ??= require('${name}').default)(...given);`,
			resolveDir: pluginData.resolveDir,
		}));
	},
});

/** Without HTTP/2, which is switched off for every agent. */
const undiciWithout = {
	name: 'undici-without',
	setup: ({onResolve, onLoad}) => {
		onResolve({filter: /\/client-h2\.js$/}, ({importer}) =>
			importer.includes(path.join('undici', 'lib')) ? {path: 'none', namespace: 'undici-without'} : undefined,
		);
		onLoad({filter: /./, namespace: 'undici-without'}, () => ({contents: ''}));
	},
};

/** Agents and their requests are all that is used of it. */
const undiciParts = {
	name: 'undici-parts',
	setup: ({onResolve}) => {
		onResolve({filter: /^undici$/}, () => ({path: path.join(import.meta.dirname, 'undici-parts.cjs')}));
	},
};

/** For the bundles that are CommonJS. */
export const lightPackages = [
	whenCalled(['string-width', 'cli-truncate']),
	undiciParts,
	undiciWithout,
	// It tidies a package.json, which nobody asks it for.
	patch(
		'meow-without-packages',
		/meow\/build\/dependencies\.js$/,
		'var normalizeExports = requireNormalize();',
		'var normalizeExports = {};',
	),
];

/**
 * For Ink's. Yoga, which places its boxes, unpacks itself with the global fetch; only for that would Node load a whole HTTP
 * client. Without fetch it decodes by itself.
 */
export const lightInk = [
	patch('yoga-without-fetch', /yoga-wasm-base64-esm\.js$/, 'var loadYoga', 'const fetch = undefined;\nvar loadYoga'),
];
