import process from 'node:process';
import {startEngine} from '../engine/start.ts';
import type {ExitCode, Flags} from './command.ts';
import {runDashboard} from './dashboard.tsx';
import {configFlags} from './process-context.ts';

/** Resolves once what runs now is through: the first frame. The engine's start would take a third of its time from it. */
const afterFirstFrame = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** The dashboard on the terminal of this process, with its engine on a thread of its own. */
export const dashboard = (flags: Flags, version: string): Promise<ExitCode> =>
	runDashboard({
		opening: afterFirstFrame().then(() =>
			startEngine({flags: configFlags(flags), demo: flags.demo === true, version, dashboard: true}),
		),
		flags,
		stdout: process.stdout,
		stdin: process.stdin,
		stderr: process.stderr,
		env: process.env,
		now: () => Math.floor(Date.now() / 1000),
	});
