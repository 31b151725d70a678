import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {type Home, launcher} from './program.ts';

/** Servers in a process of their own, so that what is measured is the program alone. */
export type Servers = {
	/** A configuration that connects to them. */
	readonly file: string;
	readonly close: () => Promise<void>;
};

/** Runs a script that prints a configuration, and keeps that as a file. */
const start = async (home: Home, name: string, args: readonly string[]): Promise<Servers> => {
	const child = spawn(process.execPath, args, {env: {...home.env}, stdio: ['ignore', 'pipe', 'ignore']});
	const file = path.join(home.folder, `${name}.yaml`);
	let text = '';
	for await (const chunk of child.stdout.iterator({destroyOnReturn: false})) {
		text += String(chunk);
		// The database's path is the last line.
		if (/^ {2}path: .*\n/m.test(text)) break;
	}
	// A database of its own: a demo beside it would wait for the other's lease.
	const database = JSON.stringify(path.join(home.folder, `${name}.db`));
	writeFileSync(file, text.replace(/^ {2}path: .*\n/m, `  path: ${database}\n`), {mode: 0o600});
	return {
		file,
		close: async () => {
			const exited = once(child, 'exit');
			child.kill('SIGTERM');
			await exited;
		},
	};
};

/** The demo's servers. */
export const startDemoServers = (home: Home): Promise<Servers> => start(home, 'demo', [launcher, 'demo']);

/** Servers over a home with 200 collections of 50 members. */
export const startBigHome = (home: Home): Promise<Servers> =>
	start(home, 'big-home', [path.join(import.meta.dirname, 'big-home.ts')]);
