import process from 'node:process';
import {reportCrash} from '../engine/crash-log.ts';
import {keepEngine} from '../engine/keep.ts';
import {spawnEngine} from '../engine/spawn.ts';
import type {ExitCode, Flags} from './command.ts';
import {runDashboard} from './dashboard.ts';
import {configFlags} from './process-context.ts';

const now = (): number => Math.floor(Date.now() / 1000);

/** Everything is over and said: whatever still keeps the process alive then was forgotten. */
const endWithinMs = 100;

/** The dashboard on the terminal of this process, with its engine in a process of its own. */
export const dashboard = async (flags: Flags, version: string): Promise<ExitCode> => {
	const code = await runDashboard({
		open: () =>
			keepEngine(
				{flags: configFlags(flags), demo: flags.demo === true, version, dashboard: true},
				{start: spawnEngine, now, report: reportCrash},
			),
		flags,
		stdout: process.stdout,
		stdin: process.stdin,
		stderr: process.stderr,
		env: process.env,
		now,
	});
	setTimeout(() => process.exit(code), endWithinMs).unref();
	return code;
};
