// Mutates what the last commit changed in the files that must be exact, for `npm test`: each small change there has to fail a test.
// Of many lines only the first ones are looked at, so that this stays short; `npm run mutate` looks at everything.
import {execFileSync, spawnSync} from 'node:child_process';
import path from 'node:path';
import stryker from '../stryker.config.mjs';

const root = path.join(import.meta.dirname, '..');
const mostLines = 60;

const git = (...args) => execFileSync('git', args, {cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});

/** The lines that the last commit added or changed, as ranges by file; null where it has no commit before it. */
const changedRanges = () => {
	let diff;
	try {
		diff = git('diff', '--unified=0', '--no-color', 'HEAD~1', 'HEAD', '--', 'source');
	} catch {
		return null;
	}
	const ranges = [];
	let file = '';
	for (const line of diff.split('\n')) {
		const name = /^\+\+\+ b\/(.+)$/.exec(line);
		if (name) file = name[1];
		const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
		const count = Number(hunk?.[2] ?? 1);
		if (hunk && count > 0) ranges.push({file, from: Number(hunk[1]), count});
	}
	return ranges;
};

const isExact = file => stryker.mutate.some(pattern => path.matchesGlob(file, pattern));

/** The first ranges that have room among the lines that are looked at. */
const within = ranges => {
	let left = mostLines;
	return ranges.flatMap(({file, from, count}) => {
		const taken = Math.min(left, count);
		left -= taken;
		return taken === 0 ? [] : [`${file}:${from}-${from + taken - 1}`];
	});
};

const ranges = changedRanges();
const exact = ranges?.filter(({file}) => isExact(file)) ?? [];
if (exact.length === 0) {
	console.log(
		ranges === null
			? 'There is no commit before this one: nothing is mutated.'
			: 'The last commit changed nothing that is mutated.',
	);
} else {
	const chosen = within(exact);
	const lines = exact.reduce((sum, {count}) => sum + count, 0);
	if (lines > mostLines)
		console.log(`${lines - mostLines} of ${lines} lines that the last commit changed are left to npm run mutate.`);
	const {status} = spawnSync('stryker', ['run', '--mutate', chosen.join(','), '--reporters', 'clear-text'], {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	process.exitCode = status ?? 1;
}
