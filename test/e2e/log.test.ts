import {existsSync} from 'node:fs';
import {expect, onTestFinished, test} from 'vitest';
import {startDemo} from '../../source/demo/start.ts';
import {writeConfiguration} from '../helpers/configuration.ts';
import {runProgram} from '../helpers/run-program.ts';

test.skipIf(!existsSync('/dev/full'))('a log on a full disk is told once, and the run counts', async () => {
	const demo = await startDemo({now: () => 1_795_377_840, seed: 7, months: 1});
	onTestFinished(demo.close);
	const {file} = writeConfiguration({
		tautulli: {url: demo.tautulliUrl, secret: demo.apiKey},
		plex: {url: demo.plexUrl, secret: demo.token},
		logFile: '/dev/full',
	});
	const {code, stdout, stderr} = await runProgram(['collect', '--json', '--log-level', 'debug', '--config', file]);
	expect(code, stderr).toBe(0);
	expect(JSON.parse(stdout)).toMatchObject({status: 'success'});
	expect(stderr.match(/The log file \/dev\/full cannot be written \(ENOSPC\), so there is none\./g)).toHaveLength(1);
});
