import {mkdtempSync, rmSync} from 'node:fs';
import {homedir, tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {syncHistory} from '../../source/collect/sync/sync.ts';
import {loadConfig} from '../../source/config/load.ts';
import {userFolders} from '../../source/config/paths.ts';
import {createTransport} from '../../source/http/transport.ts';
import {buildHistory} from '../../source/open/history.ts';
import {openStore} from '../../source/store/open.ts';
import {createTautulli} from '../../source/tautulli/create.ts';
import {createAsk} from './ask.ts';
import {checkCollections, checkItems, checkPeopleAndLibraries} from './check-counts.ts';
import {checkGraphs, type Setting} from './check-graphs.ts';
import {createTally, type Tally} from './tally.ts';

// Mirrors a live Tautulli into a fresh database and compares what is counted from it with Tautulli's own answers, number
// by number: npm run verify -- --config FILE [--items 200] [--seed 1] [--database FILE].
// It only reads. Plays that end while it runs may differ for a moment.

const windows = [1, 7, 30, 365, 0];
const {values: flags} = parseArgs({
	options: {
		config: {type: 'string'},
		items: {type: 'string', default: '200'},
		seed: {type: 'string', default: '1'},
		database: {type: 'string'},
	},
});

const write = (text: string): void => void process.stdout.write(`${text}\n`);

const config = loadConfig({
	flags: {config: flags.config},
	env: process.env,
	cwd: process.cwd(),
	home: homedir(),
	folders: userFolders(),
	uid: process.getuid?.() ?? null,
	platform: process.platform,
});
const settings = config.tautulli;
if (!settings) throw new Error('The configuration has no Tautulli.');

/** The same seed picks the same items. */
const createRandom = (seed: number) => {
	let state = seed;
	return (below: number): number => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
};

const pick = (keys: readonly string[], count: number): string[] => {
	const random = createRandom(Number(flags.seed) + 1);
	const left = [...keys];
	return Array.from({length: Math.min(count, left.length)}, () => left.splice(random(left.length), 1)[0] ?? '');
};

const report = (tally: Tally): void => {
	write(`\n${'compared'.padEnd(24)}${'checked'.padStart(9)}${'equal'.padStart(9)}${'different'.padStart(11)}`);
	for (const {kind, checked, different} of tally.rows()) {
		const numbers = [checked, checked - different].map(value => String(value).padStart(9)).join('');
		write(`${kind.padEnd(24)}${numbers}${String(different).padStart(11)}`);
	}
	for (const line of tally.differences.slice(0, 40)) write(line);
	if (tally.differences.length > 40) write(`and ${tally.differences.length - 40} more`);
};

const folder = mkdtempSync(path.join(tmpdir(), 'tautop-verify-'));
const transport = createTransport({server: 'tautulli', ...settings, caFile: settings.caFile ?? undefined});
const now = (): number => Math.floor(Date.now() / 1000);
const store = await openStore(flags.database ?? path.join(folder, 'verify.db'), {now});
const odd = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
const tally = createTally();

try {
	const stop = new AbortController();
	const tautulli = createTautulli({transport, apiKey: settings.apiKey, grouping: settings.grouping, odd});
	const history = buildHistory(config, {tautulli}, {current: () => store}, () => false, {
		odd,
		zoneLooked: () => undefined,
	});
	if (!history) throw new Error('Tautulli is switched off in the configuration.');
	const sync = syncHistory({...history, mirror: store.mirror, now}, {full: false}, stop.signal);
	let step = await sync.next();
	while (!step.done) step = await sync.next();
	const summary = step.value;
	const zone = history.zone();
	write(
		`${summary.kind}: ${summary.plays} plays in ${(summary.totalMs / 1000).toFixed(1)} s, ${summary.requests} requests, ` +
			`days cut in ${zone.name} (${zone.trust})`,
	);
	for (const warning of summary.warnings) write(warning);

	const serverId = store.mirror.servers.current()?.serverId ?? 0;
	const ask = createAsk(settings.baseUrl, settings.apiKey, settings.headers);
	const setting: Setting = {ask, mirror: store.mirror, serverId, zone: zone.name, tally, now};
	await checkItems(setting, pick(store.mirror.plays.keys(serverId), Number(flags.items)), windows);
	await checkPeopleAndLibraries(setting, windows);
	await checkCollections(setting, windows);
	await checkGraphs(setting, windows);
	report(tally);
	process.exitCode = tally.differences.length === 0 ? 0 : 1;
} finally {
	store.close();
	await transport.close();
	rmSync(folder, {recursive: true, force: true});
}
