import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {reportCrash} from '../engine/crash-log.ts';
import {givesBack} from '../engine/give-back.ts';
import {keepEngine} from '../engine/keep.ts';
import {spawnEngine} from '../engine/spawn.ts';
import type {ExitCode, Flags} from './command.ts';
import {runDashboard} from './dashboard.ts';
import {checkFlags} from './line/check-flags.ts';
import {flagsOf} from './line/flags.ts';
import {endAfter, print} from './run/end-after.ts';
import {processClock} from './run/process-clock.ts';
import {configFlags} from './run/process-context.ts';

/** Everything is over and said: whatever still keeps the process alive then was forgotten. */
const endWithinMs = 100;

/** `tautop init` on this terminal, as a program of its own: nothing of the dashboard is left in it. Resolves with its exit code. */
const connect = async (argv: readonly string[]): Promise<ExitCode> => {
	// The terminal sends Ctrl-C to both of us, and it is meant for that one.
	const ignore = (): void => {};
	process.on('SIGINT', ignore);
	const child = spawn(process.execPath, [process.argv[1] ?? '', 'init', ...argv], {stdio: 'inherit'});
	const [code]: unknown[] = await once(child, 'exit');
	process.off('SIGINT', ignore);
	return typeof code === 'number' ? code : 1;
};

/**
 * The dashboard on the terminal of this process, with its engine in a process of its own; once more, where the user left it to
 * connect a server.
 */
const show = async (argv: readonly string[], flags: Flags, version: string): Promise<ExitCode> => {
	const {now} = processClock();
	givesBack()();
	const {code, next} = await runDashboard({
		open: server =>
			keepEngine(
				{
					flags: {...configFlags(flags), ...(server !== undefined && {server})},
					demo: flags.demo === true,
					version,
					dashboard: true,
				},
				{start: spawnEngine, now, report: reportCrash},
			),
		flags,
		stdout: process.stdout,
		stdin: process.stdin,
		stderr: process.stderr,
		env: process.env,
		now,
	});
	if (next === 'init') {
		const connected = await connect(argv);
		return connected === 0 ? show(argv, flags, version) : connected;
	}
	setTimeout(() => process.exit(code), endWithinMs).unref();
	return code;
};

const program = {name: '', flags: []};

/** Most people give none: the parser is not loaded then. */
const flagsIn = async (argv: readonly string[]): Promise<Flags> => {
	if (argv.length === 0) return {};
	const {parseFlags} = await import('./line/parse-flags.ts');
	return parseFlags(argv, flagsOf(program)).flags;
};

/** `tautop` without a command, from its command line to the end. Resolves with what is still to be done, by the headless part. */
export const dashboard = async (argv: readonly string[], version: string): Promise<'help' | null> => {
	let isHelp = false;
	await endAfter(async () => {
		const flags = await flagsIn(argv);
		if (flags.version) return print(`${version}\n`);
		isHelp = flags.help === true;
		if (isHelp) return 0;
		checkFlags(program, flags);
		return await show(argv, flags, version);
	});
	return isHelp ? 'help' : null;
};
