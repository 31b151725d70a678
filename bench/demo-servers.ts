import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {type Home, launcher} from './program.ts';

/** The demo's servers in a process of their own, so that what is measured is the program alone. */
export type DemoServers = {
	/** A configuration that connects to them. */
	readonly file: string;
	readonly close: () => Promise<void>;
};

/** Runs `tautop demo` and keeps the configuration that it prints. */
export const startDemoServers = async (home: Home): Promise<DemoServers> => {
	const child = spawn(process.execPath, [launcher, 'demo'], {env: {...home.env}, stdio: ['ignore', 'pipe', 'ignore']});
	const file = path.join(home.folder, 'config.yaml');
	let text = '';
	for await (const chunk of child.stdout.iterator({destroyOnReturn: false})) {
		text += String(chunk);
		// The database's path is the last line.
		if (/^ {2}path: .*\n/m.test(text)) break;
	}
	writeFileSync(file, text, {mode: 0o600});
	return {
		file,
		close: async () => {
			const exited = once(child, 'exit');
			child.kill('SIGTERM');
			await exited;
		},
	};
};
