import {mkdirSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {launcher, runCommand} from '../helpers/run-program.ts';
import {sampleSnapshot} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {startScriptedTautulli} from '../helpers/scripted-tautulli.ts';
import {noon, openAt} from '../helpers/temp-store.ts';

test.skipIf(process.platform !== 'linux')(
	'a backup that ends in the middle names the copy, and leaves nothing behind',
	async () => {
		const tautulli = await startScriptedTautulli();
		const {file, folder, database} = writeConfiguration({tautulli: {url: tautulli.url, secret: tautulli.apiKey}});
		const store = openAt(database);
		saveRun(store, {at: noon, snapshots: Array.from({length: 2000}, (_, key) => sampleSnapshot(String(key + 1), key))});
		store.close();
		const copies = path.join(folder, 'copies');
		mkdirSync(copies);
		const copy = path.join(copies, 'copy.db');
		const args = ['-c', 'ulimit -f 300; "$NODE" "$TAUTOP" backup "$COPY" --config "$FILE"'];
		const env = {NODE: process.execPath, TAUTOP: launcher, COPY: copy, FILE: file};
		const ran = await runCommand('bash', args, {cwd: folder, env});
		expect(ran).toMatchObject({code: 1, stdout: ''});
		expect(ran.stderr).toContain(`was copied to ${copy}.`);
		expect(readdirSync(copies)).toEqual([]);
	},
);
