import {spawn} from 'node:child_process';
import path from 'node:path';
import {childEnvironment} from './child-environment.ts';
import {patient} from './patience.ts';

const repository = path.join(import.meta.dirname, '..', '..');

/** The launcher of the built program. */
export const launcher = path.join(repository, 'bin', 'cli.cjs');

export type RunOptions = {
	/** Added to the environment of childEnvironment(). */
	readonly env?: Readonly<Record<string, string>>;
	/** What stands on its standard input; absent: nothing, and closed. */
	readonly stdin?: string;
	readonly cwd?: string;
	/** Sent to the program once this text stands on its standard output or error. */
	readonly signalOn?: {readonly text: string; readonly signal: NodeJS.Signals};
	readonly timeoutMs?: number;
};

export type Ran = {
	readonly stdout: string;
	readonly stderr: string;
	/** Exit code; null when a signal ended it. */
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
};

/** Runs any program with pipes around it until it ends; a timeout kills it and fails. */
export const runCommand = (command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
	new Promise((resolve, reject) => {
		const {env, stdin = '', cwd = repository, signalOn, timeoutMs = 60_000} = options;
		const child = spawn(command, args, {cwd, env: childEnvironment(env)});
		let stdout = '';
		let stderr = '';
		let signalled = false;
		let late = false;
		const look = () => {
			if (signalOn === undefined || signalled || !`${stdout}${stderr}`.includes(signalOn.text)) return;
			signalled = true;
			child.kill(signalOn.signal);
		};
		child.stdout.setEncoding('utf8').on('data', text => {
			stdout += text;
			look();
		});
		child.stderr.setEncoding('utf8').on('data', text => {
			stderr += text;
			look();
		});
		// A program that ends without reading its input is no failure of the test.
		child.stdin.on('error', () => {});
		child.stdin.end(stdin);
		const timer = setTimeout(() => {
			late = true;
			child.kill('SIGKILL');
		}, patient(timeoutMs));
		child.on('error', reject);
		child.on('close', (code, signal) => {
			clearTimeout(timer);
			if (late) reject(new Error(`still running after ${timeoutMs} ms: ${args.join(' ')}\n${stdout}\n${stderr}`));
			else resolve({stdout, stderr, code, signal});
		});
	});

/** Runs the built program headless. */
export const runProgram = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
	runCommand(process.execPath, [launcher, ...args], options);
