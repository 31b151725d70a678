// What is done to packages on their way into the bundles, so that a start loads no more of them than it needs.
import {readFile} from 'node:fs/promises';
import path from 'node:path';

/** Changes places of a package's file. A package that has moved on fails the build. */
const patch = (filter, ...changes) => ({
	name: `patch ${filter}`,
	setup: ({onLoad}) => {
		onLoad({filter}, async ({path: file}) => {
			let contents = await readFile(file, 'utf8');
			for (const [from, to] of changes) {
				if (!contents.includes(from)) throw new Error(`${file} has no "${from}" any more: look at its patch anew.`);
				contents = contents.replace(from, () => to);
			}
			return {contents};
		});
	},
});

/**
 * Packages whose default export is a function, loaded when it is first called: what measures texts that are not Western
 * compiles patterns of all emoji first, which takes as long as a start of Node; a log may have no line.
 */
const whenCalled = (...packages) => ({
	name: 'when-called',
	setup: ({onResolve, onLoad}) => {
		const namespace = 'when-called';
		onResolve({filter: new RegExp(`^(${packages.join('|')})$`)}, ({path: name, importer, resolveDir, kind}) =>
			kind === 'import-statement' && !importer.includes('node_modules')
				? {path: name, namespace, pluginData: {resolveDir}}
				: undefined,
		);
		onLoad({filter: /./, namespace}, ({path: name, pluginData: {resolveDir}}) => ({
			contents: `let loaded;\nexport default (...given) => (loaded ??= require('${name}').default)(...given);`,
			resolveDir,
		}));
	},
});

/**
 * Lists of what is loaded when it is first asked for: where such a file says `() => name` of what it imports, the import happens there.
 * Of all views a command needs one.
 */
const whenAsked = filter => ({
	name: 'when-asked',
	setup: ({onLoad}) => {
		onLoad({filter}, async ({path: file}) => {
			const text = await readFile(file, 'utf8');
			const files = new Map();
			const rest = text.replace(/^import \{([^}]+)\} from ('[^']+');$/gm, (_, names, from) => {
				for (const name of names.split(',')) files.set(name.trim(), from);
				return '';
			});
			const unasked = new Set(files.keys());
			const contents = rest.replace(/\(\) => (\w+)(?=[,}])/g, (whole, name) => {
				unasked.delete(name);
				return files.has(name) ? `() => require(${files.get(name)}).${name}` : whole;
			});
			if (unasked.size > 0) throw new Error(`${file} never has ${[...unasked].join(', ')} behind "() =>".`);
			return {contents, loader: 'ts'};
		});
	},
});

/** Without HTTP/2, which is switched off for every agent. */
const undiciWithoutHttp2 = {
	name: 'undici-without-http2',
	setup: ({onResolve, onLoad}) => {
		const namespace = 'without-http2';
		onResolve({filter: /\/client-h2\.js$/}, ({importer}) =>
			importer.includes(path.join('undici', 'lib')) ? {path: 'empty', namespace} : undefined,
		);
		onLoad({filter: /./, namespace}, () => ({contents: ''}));
	},
};

/** For the bundles that are CommonJS. */
export const lightPackages = [
	whenCalled('string-width', 'cli-truncate', 'pino'),
	undiciWithoutHttp2,
	whenAsked(/source[\\/](?:views[\\/]index|config[\\/]cron)\.ts$/),
	// It tidies a package.json and could start other programs, which nobody has it do.
	patch(
		/meow\/build\/dependencies\.js$/,
		['var normalizeExports = requireNormalize();', 'var normalizeExports = {};'],
		["\nimport { execFile } from 'node:child_process';\n", '\n'],
		['\npromisify(execFile);\n', '\n'],
		// A default import copies all that a builtin has, and so makes what it makes when first asked.
		[
			"import require$$0$2, { format } from 'util';",
			"const require$$0$2 = require('util');\nconst { format } = require$$0$2;",
		],
	),
];

/** A line that changes is written by our own function where that knows how, else by Ink's. */
const ownLineUpdate = {
	name: 'own-line-update',
	setup: ({onResolve, onLoad}) => {
		const namespace = 'own-line-update';
		const ours = path.join(import.meta.dirname, '..', 'source', 'ui', 'output', 'line-update.ts');
		onResolve({filter: /\/line-update\.js$/}, ({importer, resolveDir}) =>
			/ink\/build\/log-update\.js$/.test(importer)
				? {path: 'ink', namespace, pluginData: {resolveDir, theirs: path.join(resolveDir, 'line-update.js')}}
				: undefined,
		);
		onLoad({filter: /./, namespace}, ({pluginData: {resolveDir, theirs}}) => ({
			contents: [
				`import {lineUpdate} from ${JSON.stringify(ours)};`,
				`import inkLineUpdate from ${JSON.stringify(theirs)};`,
				'export default (previous, next, columns) => lineUpdate(previous, next) ?? inkLineUpdate(previous, next, columns);',
			].join('\n'),
			resolveDir,
		}));
	},
};

/**
 * Rows that are one text each, as all of ours are: what such a text comes to it always comes to, so Ink makes it once. Null: some row
 * is more than that, and Ink does it.
 */
const rowsOfOneText = `rowsOfOneText() {
		if (this.height === 1) return null;
		const rows = Array.from({length: this.height}, () => null);
		for (const {type, x, y, text, transformers} of this.operations) {
			if (type !== 'write' || x !== 0 || rows[y] !== null || transformers.length > 0 || text.includes('\\n')) return null;
			const name = this.width + ' ' + text;
			let row = this.caches.rows.get(name);
			if (row === undefined) {
				const alone = new Output({width: this.width, height: 1});
				alone.write(0, 0, text, {transformers});
				row = alone.get().output;
				this.caches.rows.set(name, row);
			}
			rows[y] = row;
		}
		return rows.map(row => row ?? '');
	}`;

/**
 * For Ink's. Yoga, which places its boxes, unpacks itself with the global fetch; only for that would Node load a whole HTTP
 * client. Without fetch it decodes by itself. What Ink has measured and split it forgets with each frame, though nearly all
 * lines stay: that is most of its work.
 */
export const lightInk = [
	patch(/yoga-wasm-base64-esm\.js$/, ['var loadYoga', 'const fetch = undefined;\nvar loadYoga']),
	patch(
		/ink\/build\/output\.js$/,
		['class OutputCaches {', 'let kept;\nlet frames = 0;\nclass OutputCaches {'],
		['caches = new OutputCaches();', 'caches = frames++ % 100 === 0 ? (kept = new OutputCaches()) : kept;'],
		['class OutputCaches {', 'class OutputCaches {\n\trows = new Map();'],
		[
			'get() {',
			`${rowsOfOneText}\n\tget() {\n\t\tconst rows = this.rowsOfOneText();\n\t\tif (rows !== null) return {output: rows.join('\\n'), height: rows.length};`,
		],
	),
	patch(/ink\/build\/render-node-to-output\.js$/, [
		"import widestLine from 'widest-line';",
		"import measure from 'widest-line';\n" +
			'const widths = new Map();\nconst widestLine = text => {\n\tif (widths.size > 2000) widths.clear();\n\tif (!widths.has(text)) widths.set(text, measure(text));\n\treturn widths.get(text);\n};',
	]),
	ownLineUpdate,
];
