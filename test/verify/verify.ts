import {mkdtempSync, rmSync} from 'node:fs';
import {homedir, tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {loadConfig} from '../../source/config/load.ts';
import {userFolders} from '../../source/config/paths.ts';
import {openStore} from '../../source/store/open.ts';
import {compareWith} from './compare.ts';
import type {Tally} from './tally.ts';

// Mirrors a live Tautulli into a fresh database and compares what is counted from it with Tautulli's own answers, number
// by number: npm run verify -- --config FILE [--items 200] [--seed 1] [--database FILE].
// It only reads. Plays that end while it runs may differ for a moment.

const {values: flags} = parseArgs({
	options: {
		config: {type: 'string'},
		items: {type: 'string', default: '200'},
		seed: {type: 'string', default: '1'},
		database: {type: 'string'},
	},
});

const write = (text: string): void => void process.stdout.write(`${text}\n`);

const report = (tally: Tally): void => {
	write(`\n${'compared'.padEnd(30)}${'checked'.padStart(9)}${'equal'.padStart(9)}${'different'.padStart(11)}`);
	for (const {kind, checked, different} of tally.rows()) {
		const numbers = [checked, checked - different].map(value => String(value).padStart(9)).join('');
		write(`${kind.padEnd(30)}${numbers}${String(different).padStart(11)}`);
	}
	for (const line of tally.differences.slice(0, 40)) write(line);
	if (tally.differences.length > 40) write(`and ${tally.differences.length - 40} more`);
};

const config = loadConfig({
	flags: {config: flags.config},
	env: process.env,
	cwd: process.cwd(),
	home: homedir(),
	folders: userFolders(),
	uid: process.getuid?.() ?? null,
	platform: process.platform,
});
const folder = mkdtempSync(path.join(tmpdir(), 'tautop-verify-'));
const now = (): number => Math.floor(Date.now() / 1000);
const store = await openStore(flags.database ?? path.join(folder, 'verify.db'), {now});

try {
	const tally = await compareWith({
		config,
		store,
		now,
		items: Number(flags.items),
		seed: Number(flags.seed),
		odd: sentence => void process.stderr.write(`${sentence}\n`),
		mirrored: ({kind, plays, totalMs, requests, warnings}, zone) => {
			write(
				`${kind}: ${plays} plays in ${(totalMs / 1000).toFixed(1)} s, ${requests} requests, ` +
					`days cut in ${zone.name} (${zone.trust})`,
			);
			for (const warning of warnings) write(warning);
		},
	});
	report(tally);
	process.exitCode = tally.differences.length === 0 ? 0 : 1;
} finally {
	store.close();
	rmSync(folder, {recursive: true, force: true});
}
