// What is owed to the authors of the packages that the bundles hold: their names, versions and licences, as one text. It is
// made from what esbuild really put in, so that it names neither more nor less.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/** Those that ask for no more than this text. The build fails where another one comes in. */
const allowed = [
	'MIT',
	'ISC',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'0BSD',
	'Apache-2.0',
	'BlueOak-1.0.0',
	'CC0-1.0',
	'CC-BY-3.0',
];

const isAllowed = licence =>
	licence
		.replace(/[()]/g, '')
		.split(' OR ')
		.some(one => allowed.includes(one));

/** The folder of the package that a bundled file is of; null: a file of our own. */
const packageFolder = file => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? null;

/** For a package that names its licence, and forgot the text. */
const mitText = author => `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const textOf = (folder, {name, license, author}) => {
	const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
	if (file !== undefined) return readFileSync(path.join(folder, file), 'utf8').trim();
	if (license !== 'MIT') throw new Error(`${name} has no text of its licence: look for it, and add it here.`);
	return mitText(author?.name ?? author ?? `the authors of ${name}`);
};

/** Packages that a package brings inside its own files, in the form of rollup-plugin-license. */
const inside = folder => {
	const file = path.join(folder, 'build', 'licenses.md');
	if (!existsSync(file)) return [];
	return readFileSync(file, 'utf8')
		.split('\n---\n')
		.map(part => {
			const named = label => new RegExp(`^${label}: (.+)$`, 'm').exec(part)?.[1] ?? '';
			const licence = named('License');
			const text = (part.split('License Text:\n===\n')[1] ?? '').trim();
			return {
				name: named('Name'),
				version: named('Version'),
				licence,
				// Lists of data have none of their own.
				text: text || `https://spdx.org/licenses/${licence}.html`,
			};
		});
};

const noticesOf = folder => {
	const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	const {name, version, license: licence} = manifest;
	return [{name, version, licence, text: textOf(folder, manifest)}, ...inside(folder)];
};

const checked = notice => {
	const {name, version, licence, text} = notice;
	if (name && version && isAllowed(licence ?? '')) return {title: `${name} ${version} (${licence})`, text};
	throw new Error(`${name} ${version} has the licence ${licence}, which is not among ${allowed.join(', ')}.`);
};

/** The text for what these metafiles of esbuild hold. */
export const noticesText = metafiles => {
	const files = metafiles.flatMap(({outputs}) => Object.values(outputs).flatMap(({inputs}) => Object.entries(inputs)));
	// What is read and left out again is not passed on.
	const folders = files.flatMap(([file, {bytesInOutput}]) => (bytesInOutput > 0 ? packageFolder(file) : null) ?? []);
	const notices = [...new Set(folders)].sort().flatMap(noticesOf).map(checked);
	const parts = new Map(notices.map(({title, text}) => [title, `${title}\n${'='.repeat(title.length)}\n\n${text}\n`]));
	return `tautop is made with the packages below, which are inside its files.\n\n${[...parts.values()].join('\n\n')}`;
};
