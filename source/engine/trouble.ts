import {AppError, type AppErrorData} from '../domain/app-error.ts';
import {withoutSecrets} from '../domain/text/secrets.ts';
import type {Trouble} from './protocol.ts';

const isErrorData = (trouble: Trouble): trouble is {readonly error: AppErrorData} => 'error' in trouble;

/** What crosses between the threads instead of a thrown value. */
export const packTrouble = (thrown: unknown): Trouble =>
	thrown instanceof AppError
		? {error: thrown.toJSON()}
		: {bug: withoutSecrets(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))};

/** The thrown value again: an AppError, or an Error that carries the other thread's stack. */
export const unpackTrouble = (trouble: Trouble): Error => {
	if (isErrorData(trouble)) return AppError.fromJSON(trouble.error);
	const error = new Error(trouble.bug.split('\n', 1)[0]);
	error.stack = trouble.bug;
	return error;
};
