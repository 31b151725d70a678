import {inspect} from 'node:util';
import {AppError} from '../../source/domain/app-error.ts';

/** The AppError that a promise is rejected with; anything else fails the test. */
export const failureOf = async (promise: Promise<unknown>): Promise<AppError> => {
	try {
		await promise;
	} catch (error) {
		if (error instanceof AppError) return error;
		throw error;
	}
	throw new Error('It was expected to fail.');
};

/** Everything that an error could show to anyone: message, hint, stack, the chain of causes, every own property. */
export const everythingIn = (error: unknown): string =>
	`${inspect(error, {depth: 20, showHidden: true, getters: true})}${JSON.stringify(error)}`;
