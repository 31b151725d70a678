import {tmpdir} from 'node:os';
import {demoDatabasePath} from '../config/paths.ts';
import {demoConfigText} from '../demo/config-text.ts';
import type {Command} from './command.ts';
import {exitCodeOfSignal} from './run/exit-codes.ts';

/** The world of every demo: the same titles, people and numbers each time. */
const seed = 7;

const untilAborted = async (signal: AbortSignal): Promise<void> => {
	if (signal.aborted) return;
	await new Promise<void>(resolve => {
		signal.addEventListener('abort', () => resolve(), {once: true});
	});
};

/** `tautop demo`: the made-up Tautulli and Plex alone, for other programs to talk to, until interrupted. */
export const demo: Command = {
	name: 'demo',
	summary: 'a made-up Tautulli and Plex until interrupted; prints a configuration for them',
	examples: {
		'tautop demo': 'print a configuration and serve it',
		'tautop demo > demo.yaml': 'then, elsewhere: tautop --config demo.yaml',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: [],
	run: async context => {
		const {startDemo} = await import('../demo/start.ts');
		const running = await startDemo({now: context.now, seed});
		try {
			context.stdout.write(
				demoConfigText(running, demoDatabasePath(process.getuid?.() ?? null, tmpdir(), running.timeZone)),
			);
			context.stderr.write('tautop: The demo runs until it is interrupted. Save the above as a file for --config.\n');
			await untilAborted(context.signal);
		} finally {
			await running.close();
		}
		return exitCodeOfSignal(context.interruptedBy() ?? 'SIGINT');
	},
};
