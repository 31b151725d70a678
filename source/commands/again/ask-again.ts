import {AppError, type ErrorCode, isCancelled} from '../../domain/app-error.ts';
import type {DashboardSettings} from '../../domain/settings.ts';
import type {OpenSources} from '../../questions/sources.ts';
import type {Context} from '../command.ts';
import {createIsNew} from '../run/once.ts';
import {withSources} from '../run/with-sources.ts';

/** What comes right by itself, or with a server that is back. */
const passing: ReadonlySet<ErrorCode> = new Set([
	'unreachable',
	'timeout',
	'server-error',
	'bad-answer',
	'waiting',
	'busy',
	'store',
]);

const isPassing = (error: unknown): error is AppError =>
	error instanceof AppError && (passing.has(error.code) || (error.code === 'not-found' && error.server !== undefined));

/** What is done with each answer, or with its failure. */
export type Rounds = {
	/** Seconds between two of them. */
	readonly every: number;
	readonly round: (open: OpenSources, settings: DashboardSettings) => Promise<void>;
	/** What went wrong may be over at the next one. */
	readonly failed: (error: AppError) => void;
	/** Ends it. */
	readonly until: AbortSignal;
};

/** Every sentence once, however often it comes. */
const onceEach = (stderr: Context['stderr']): Context['stderr'] => {
	const isNew = createIsNew();
	return {
		...stderr,
		write: text => {
			if (isNew(text)) stderr.write(text);
		},
	};
};

/**
 * Asks again and again until it is ended. A server that is away does not end it, and where an engine has gone that answered,
 * another one is found, or this process answers itself. Throws what does not pass: wrong usage or configuration, a refused key,
 * a bug.
 */
export const askAgain = async (context: Context, {every, round, failed, until}: Rounds): Promise<void> => {
	const quiet = {...context, stderr: onceEach(context.stderr)};
	const isOver = (): boolean => until.aborted || context.signal.aborted;
	const ending = AbortSignal.any([until, context.signal]);

	/** `gone`: the engine that was asked has left, which another one makes good. */
	const attempt = async (work: () => Promise<void>, gone: AbortSignal | null): Promise<void> => {
		try {
			await work();
		} catch (error) {
			if (isOver() && isCancelled(error)) return;
			if (!isPassing(error)) throw error;
			if (!gone?.aborted) failed(error);
		}
	};

	const askWhileOpen = (): Promise<void> =>
		withSources(quiet, async (open, settings) => {
			const gone = open.engine?.gone ?? null;
			const waking = gone === null ? ending : AbortSignal.any([ending, gone]);
			while (!isOver() && !gone?.aborted) {
				await attempt(() => round(open, settings), gone);
				await context.pause(every, waking);
			}
		});

	while (!isOver()) {
		await attempt(askWhileOpen, null);
		// What could not even be opened is not tried at once again.
		if (!isOver()) await context.pause(1, ending);
	}
};
