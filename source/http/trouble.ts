import {AppError, type AppErrorDetails, type ErrorCode} from '../domain/app-error.ts';
import type {Address} from './address.ts';

/** An error as the transport handles it: what to throw, and how many more tries could help. */
export type Trouble = {readonly error: AppError; readonly retries: number};

/** As many tries as the request allows. */
export const anyRetries = Number.POSITIVE_INFINITY;

/** A trouble with the server at this address; the message goes on where "Tautulli at localhost:8181" ends. */
export const troubleWith = (
	address: Address,
	code: ErrorCode,
	words: string,
	details: AppErrorDetails & {readonly retries?: number} = {},
): Trouble => {
	const {retries = 0, ...rest} = details;
	return {error: new AppError(code, `${address.where} ${words}`, {server: address.server, ...rest}), retries};
};
