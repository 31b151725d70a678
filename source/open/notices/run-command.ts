import {type ChildProcess, spawn} from 'node:child_process';
import process from 'node:process';
import type {UserCommand} from '../../config/notices.ts';
import {secretVariables} from '../../config/schema/section-docs.ts';
import {type Notice, noticeText} from '../../domain/notices.ts';
import {cleanStart} from '../../domain/text/text.ts';

/** How a command ended. */
export type Ran = {
	/** Why it failed, to go on after "it"; null: it went well. */
	readonly trouble: string | null;
	/** The beginning of what it wrote, clean. */
	readonly output: string;
};

/** A command that hangs holds up the next notice of its rule. */
const limitMs = 30_000;

const longestOutput = 2000;

/** What it reads: one line of JSON. Nothing of a notice is ever an argument, where a shell could take it for its own. */
export const noticeJson = (notice: Notice): string => {
	const {kind, back, server, at, values} = notice;
	return `${JSON.stringify({kind, back, text: noticeText(notice), server, at, values})}\n`;
};

/** The user's own surroundings, without what is secret. */
const environment = (): NodeJS.ProcessEnv => {
	const hidden = secretVariables.flatMap(name => [name, `${name}_FILE`]);
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !hidden.includes(name)));
};

const isWindows = process.platform === 'win32';

/** Where too many files are open, it has no pipes. */
const startChild = ({line, folder}: UserCommand): ChildProcess => {
	const options = {cwd: folder, env: environment(), detached: !isWindows, windowsHide: true} as const;
	if (typeof line === 'string') return spawn(line, {...options, shell: true});
	const [program, ...args] = line;
	return spawn(program, args, options);
};

const whyNot = (code: number | null, signal: NodeJS.Signals | null): string | null => {
	if (code === 0) return null;
	return code === null ? `was ended by ${signal}` : `ended with ${code}`;
};

const reasonOf = (error: Error): string =>
	'code' in error && error.code === 'ENOENT' ? 'is not there, or its folder is not' : `did not start: ${error.message}`;

/** Node throws some reasons, as that of a path that leads through a file, and gives others as an event. Those thrown: as words. */
const begin = (command: UserCommand, start: typeof startChild): ChildProcess | string => {
	try {
		return start(command);
	} catch (error) {
		return reasonOf(error instanceof Error ? error : new Error(String(error)));
	}
};

/** Runs it with a notice on its standard input. Never rejects. */
export const runCommand = (
	command: UserCommand,
	notice: Notice,
	signal: AbortSignal,
	withinMs = limitMs,
	start = startChild,
): Promise<Ran> =>
	new Promise(resolve => {
		const child = begin(command, start);
		if (typeof child === 'string') {
			resolve({trouble: child, output: ''});
			return;
		}
		let output = '';
		let stopped: string | null = null;

		const end = (trouble: string | null): void => {
			clearTimeout(timer);
			signal.removeEventListener('abort', abort);
			resolve({trouble: stopped ?? trouble, output: cleanStart(output.trim(), longestOutput)});
		};

		/** With all that it has started. */
		const kill = (why: string): void => {
			stopped ??= why;
			try {
				if (child.pid !== undefined && !isWindows) process.kill(-child.pid, 'SIGKILL');
				else child.kill('SIGKILL');
			} catch {
				// It has ended meanwhile.
			}
			// What it left behind may hold the pipes open.
			child.stdout?.destroy();
			child.stderr?.destroy();
		};
		const abort = (): void => kill('was ended with tautop');
		const timer = setTimeout(() => kill(`did not end within ${Math.round(withinMs / 1000)} s`), withinMs);

		const take = (piece: string): void => {
			if (output.length < 2 * longestOutput) output += piece;
		};
		for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', take);
		child.on('error', error => end(reasonOf(error)));
		child.on('close', (code, name) => end(whyNot(code, name)));
		// It need not read it.
		child.stdin?.on('error', () => undefined).end(noticeJson(notice));
		signal.addEventListener('abort', abort, {once: true});
		if (signal.aborted) abort();
	});
