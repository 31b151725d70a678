import {globSync, statSync} from 'node:fs';
import path from 'node:path';

/** What the bundles are made of. */
const made = ['source/**/*.{ts,tsx}', 'tools/**/*.{mjs,cjs}', 'package.json', 'package-lock.json'];

/** What the build writes last. */
const last = 'dist/tautop.1';

/** True where the bundles are there, and newer than all that they are made of. */
export const isBuilt = root => {
	const built = statSync(path.join(root, last), {throwIfNoEntry: false});
	return (
		built !== undefined &&
		globSync(made, {cwd: root}).every(file => statSync(path.join(root, file)).mtimeMs < built.mtimeMs)
	);
};
