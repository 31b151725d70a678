import {spawn} from 'node:child_process';
import {createServer} from 'node:net';
import {onTestFinished, vi} from 'vitest';
import {childEnvironment} from './child-environment.ts';
import {soon} from './patience.ts';
import {launcher} from './run-program.ts';

/** `tautop watch`, running. */
export type Watching = {
	readonly pid: number;
	/** What it has said so far. */
	readonly said: () => string;
	readonly says: (text: string) => Promise<void>;
	readonly signal: (signal: NodeJS.Signals) => void;
	readonly ended: Promise<{readonly code: number | null; readonly signal: NodeJS.Signals | null}>;
};

/** Starts the built program without a terminal for one test, which ends it at its end if it has not. */
export const startWatching = (file: string, env: Readonly<Record<string, string>> = {}): Watching => {
	const child = spawn(process.execPath, [launcher, 'watch', '--config', file], {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: childEnvironment(env),
	});
	let said = '';
	child.stderr.setEncoding('utf8').on('data', text => {
		said += text;
	});
	const ended = new Promise<Awaited<Watching['ended']>>(resolve => {
		child.on('close', (code, signal) => resolve({code, signal}));
	});
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await ended;
	});
	return {
		pid: child.pid ?? 0,
		said: () => said,
		says: async text => {
			await vi
				.waitUntil(() => said.includes(text), soon)
				.catch(() => {
					throw new Error(`it did not say "${text}" but: ${said}`);
				});
		},
		signal: name => void child.kill(name),
		ended,
	};
};

/** A port of this machine that nobody has just now. */
export const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const found = server.address();
			server.close(() => resolve(found !== null && typeof found === 'object' ? found.port : 0));
		});
	});
