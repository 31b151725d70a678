import {AppError} from './app-error.ts';

/** Marks the errors below, which callers must not answer with other numbers of the same server. */
const mark = new Error('Doubted.');

/** An answer that came, but that contradicts what is known or what the same server says elsewhere. Nothing of it is kept. */
export const doubted = (message: string): AppError =>
	new AppError('bad-answer', message, {
		server: 'tautulli',
		hint: "Nothing of that answer is kept. Look at Tautulli's own history page and its log, then sync again.",
		cause: mark,
	});

/** True: the server's answers are what is doubted, so no other answer of it may take their place. */
export const isDoubted = (error: unknown): boolean => error instanceof AppError && error.cause === mark;
