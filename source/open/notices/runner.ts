import type {UserCommand} from '../../config/notices.ts';
import type {Notice} from '../../domain/notices.ts';
import type {Log} from '../log.ts';
import {type Ran, runCommand} from './run-command.ts';

/** Runs the user's command for each notice, one after the other where they are of one kind. */
export type Runner = {readonly run: (notice: Notice) => void; readonly stop: () => void};

export type RunnerDeps = {
	readonly command: UserCommand;
	readonly log: Pick<Log, 'failed' | 'ran'>;
	/** A sentence that somebody should read. Told once. */
	readonly tell: (sentence: string) => void;
	readonly start?: (command: UserCommand, notice: Notice, signal: AbortSignal) => Promise<Ran>;
};

/** A command that hangs each time must not gather work without end. */
const mostWaiting = 5;

export const createRunner = ({command, log, tell, start = runCommand}: RunnerDeps): Runner => {
	const stopping = new AbortController();
	const {signal} = stopping;
	const waiting = new Map<string, number>();
	const last = new Map<string, Promise<void>>();

	const runNow = async (notice: Notice): Promise<void> => {
		if (signal.aborted) return;
		const {trouble, output} = await start(command, notice, signal);
		if (signal.aborted) return;
		log.ran({kind: notice.kind, trouble, output});
		if (trouble !== null) tell(`The command of notices.run ${trouble}; the log has what it said.`);
	};

	/** Never rejects: it would end the engine, and the next one of its kind would wait for nothing. */
	const runAfter = async (before: Promise<void>, notice: Notice): Promise<void> => {
		const {kind} = notice;
		await before;
		try {
			await runNow(notice);
		} catch (error) {
			log.failed('a notice was not given to the command', error);
		} finally {
			waiting.set(kind, (waiting.get(kind) ?? 1) - 1);
		}
	};

	return {
		run: notice => {
			const {kind} = notice;
			const count = waiting.get(kind) ?? 0;
			if (count >= mostWaiting) {
				log.ran({kind, trouble: 'was not run: those before it have not ended', output: ''});
				return;
			}
			waiting.set(kind, count + 1);
			const before = last.get(kind) ?? Promise.resolve();
			last.set(kind, runAfter(before, notice));
		},
		stop: () => stopping.abort(),
	};
};
