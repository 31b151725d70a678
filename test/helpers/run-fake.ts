import type {Command, Context, Flags} from '../../source/commands/command.ts';
import type {LiveScreen} from '../../source/commands/run/live-screen.ts';
import {runCommand} from '../../source/commands/run/run-command.ts';
import type {LoadOptions} from '../../source/config/load.ts';
import type {OpenSources} from '../../source/questions/sources.ts';
import {fakeNow, fakeSources} from './fake-sources.ts';

export type FakeRun = {
	readonly args?: readonly string[];
	readonly flags?: Flags;
	readonly open?: OpenSources | Error;
	/** Absent: a home without any file. */
	readonly surroundings?: LoadOptions;
	/** A terminal of 80 columns; false: a pipe. */
	readonly tty?: boolean;
	readonly columns?: number;
	readonly color?: boolean;
	readonly ascii?: boolean;
	readonly signal?: AbortSignal;
	readonly pause?: Context['pause'];
	readonly screen?: LiveScreen;
	readonly now?: Context['now'];
	readonly interruptedBy?: Context['interruptedBy'];
};

export type FakeEnd = {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
	readonly opened: boolean;
};

const noFiles: LoadOptions = {
	flags: {},
	env: {},
	cwd: '/nowhere/work',
	home: '/nowhere',
	folders: {config: '/nowhere/config', data: '/nowhere/data', log: '/nowhere/log'},
	platform: 'linux',
	uid: null,
};

/** Runs a command without a process: what it wrote, and what it would exit with. */
export const runFake = async (command: Command, given: FakeRun = {}): Promise<FakeEnd> => {
	const {tty = false, columns = 80} = given;
	let stdout = '';
	let stderr = '';
	let opened = false;
	const code = await runCommand(command, {
		args: given.args ?? [],
		flags: given.flags ?? {},
		open: async () => {
			opened = true;
			if (given.open instanceof Error) throw given.open;
			return given.open ?? fakeSources();
		},
		surroundings: async () => given.surroundings ?? noFiles,
		outside: () => ({size: tty ? {columns, rows: 24} : null, terminal: async () => null}),
		keep: async () => {
			opened = true;
			if (given.open instanceof Error) throw given.open;
			const engine = {...(given.open ?? fakeSources()), opening: Promise.resolve(), logFile: () => null};
			return {
				metrics: {listen: null, hosts: [], users: false},
				version: '1.2.3',
				servers: [
					{
						name: null,
						database: {path: '/home/marta/tautop.db'},
						start: told => {
							told(null);
							return engine;
						},
					},
				],
			};
		},
		stdout: {
			write: text => {
				stdout += text;
			},
			isTTY: tty,
			columns,
		},
		pause: given.pause ?? (async () => undefined),
		screen: async () => given.screen ?? null,
		stderr: {
			write: text => {
				stderr += text;
			},
			isTTY: tty,
			columns,
		},
		now: given.now ?? (() => fakeNow),
		signal: given.signal ?? new AbortController().signal,
		interruptedBy: given.interruptedBy ?? (() => null),
		timeZone: 'UTC',
		color: given.color ?? false,
		ascii: given.ascii ?? false,
		prompt: async () => null,
		version: '1.2.3',
	});
	return {code, stdout, stderr, opened};
};
