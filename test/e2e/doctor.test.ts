import {expect, test} from 'vitest';
import {writeConfiguration} from '../helpers/configuration.ts';
import {refusedUrl} from '../helpers/fault-server.ts';
import {launcher} from '../helpers/run-program.ts';
import {startTerminal} from '../helpers/terminal.ts';

test('doctor measures the terminal, and leaves it as it was', async () => {
	const {file} = writeConfiguration({tautulli: {url: await refusedUrl(), secret: 'canary-key-of-this-test'}});
	const tautop = await startTerminal({
		command: process.execPath,
		args: [launcher, 'doctor', '--config', file],
		cols: 80,
		rows: 60,
	});
	const {status, lineModes} = await tautop.ended();
	const lines = tautop.screen();
	expect(lines.find(line => line.includes('widths'))).toMatch(/^ {2}(well|warning) +widths/);
	expect(lines.join('\n')).not.toContain('does not say where its cursor is');
	expect(lines.some(line => line.startsWith('looking'))).toBe(false);
	expect(lines.find(line => line.includes('refused the connection'))).toMatch(/^ {2}wrong +connection/);
	expect({status, lineModes}).toEqual({status: 69, lineModes: 'same'});
	expect(tautop.outputSince(0)).not.toContain('canary');
});
