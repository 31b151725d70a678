import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {startDashboard} from '../helpers/dashboard.ts';
import {tempFolder} from '../helpers/temp-folder.ts';

test('the demo names the file that was meant to be the configuration, and d says why', async () => {
	const file = path.join(tempFolder(), 'config.yaml');
	writeFileSync(file, 'Tautulli:\n  url: http://tower:8181\n  api_key: hunter2\n');
	const tautop = await startDashboard({args: ['--config', file], cols: 120, rows: 40});
	await tautop.waitFor(lines => (lines[0] ?? '').includes('demo: config.yaml was passed over, d says why'));
	tautop.type('d');
	await tautop.waitFor(lines => lines.join('\n').includes('Did you mean base_url?'));
	expect(tautop.screen().join('\n')).toContain('Did you mean tautulli?');
	tautop.resize(40, 12);
	await tautop.waitFor(lines => (lines[0] ?? '').includes('config.yaml passed over'));
	expect(tautop.outputSince(0)).not.toContain('hunter2');
	tautop.type('qq');
	expect(await tautop.ended()).toMatchObject({status: 0});
});
