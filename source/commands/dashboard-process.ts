import process from 'node:process';
import {startEngine} from '../engine/start.ts';
import type {ExitCode, Flags} from './command.ts';
import {runDashboard} from './dashboard.ts';
import {configFlags} from './process-context.ts';

/** The dashboard on the terminal of this process, with its engine on a thread of its own. */
export const dashboard = (flags: Flags, version: string): Promise<ExitCode> =>
	runDashboard({
		open: signal =>
			startEngine({flags: configFlags(flags), demo: flags.demo === true, version, dashboard: true}, signal),
		flags,
		stdout: process.stdout,
		stdin: process.stdin,
		stderr: process.stderr,
		env: process.env,
		now: () => Math.floor(Date.now() / 1000),
	});
