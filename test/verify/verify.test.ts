import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {loadConfig} from '../../source/config/load.ts';
import {userFolders} from '../../source/config/paths.ts';
import {startDemo} from '../../source/demo/start.ts';
import {startOfTest} from '../demo/running.ts';
import {tempFolder} from '../helpers/temp-folder.ts';
import {openAt} from '../helpers/temp-store.ts';
import {compareWith} from './compare.ts';

test('every kind of number is what the demo’s Tautulli says', async () => {
	const folder = tempFolder();
	const file = path.join(folder, 'config.yaml');
	const now = (): number => startOfTest;
	const demo = await startDemo({now, seed: 11, timeZone: 'America/New_York', months: 3});
	onTestFinished(demo.close);
	writeFileSync(file, `tautulli:\n  base_url: ${demo.tautulliUrl}\n  api_key: ${demo.apiKey}\n`, {mode: 0o600});
	const config = loadConfig({
		flags: {config: file},
		env: {},
		cwd: folder,
		home: folder,
		folders: userFolders(),
		uid: null,
		platform: process.platform,
	});
	const store = openAt(path.join(folder, 'verify.db'));
	const told: string[] = [];
	const tally = await compareWith({
		config,
		store,
		now,
		items: 20,
		seed: 3,
		odd: sentence => void told.push(sentence),
		mirrored: (_, zone) => expect(zone).toEqual({name: 'America/New_York', trust: 'verified'}),
	});
	expect(tally.differences).toEqual([]);
	expect(told).toEqual([]);
	expect(tally.rows().length).toBeGreaterThan(10);
});
