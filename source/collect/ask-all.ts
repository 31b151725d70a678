import {AppError, type ErrorCode, isCancelled} from '../domain/app-error.ts';
import type {Collection} from '../domain/collection.ts';
import type {Progress} from '../domain/run.ts';
import {inParallel} from './in-parallel.ts';

/** A collection with what was asked of it (its numbers, or what they are counted from), or with the reason why there is none. */
export type Outcome<Value> =
	| {readonly collection: Collection; readonly value: Value; readonly error: null}
	| {readonly collection: Collection; readonly value: null; readonly error: AppError};

/** The servers' queues take two requests at a time. */
const atOnce = 2;

/** So many collections in a row without an answer, or with an error of the server's own, mean that it went away. */
const patience: Partial<Record<ErrorCode, number>> = {unreachable: 3, timeout: 3, 'server-error': 20};

/** Remembers what a server that went away said, so that the rest of a long list does not wait for it one by one. */
const createBrake = () => {
	let silent = 0;
	let reason: AppError | null = null;
	return {
		reason: () => reason,
		note: (error: AppError | null): void => {
			const most = error ? patience[error.code] : undefined;
			silent = most === undefined ? 0 : silent + 1;
			if (error && ((most !== undefined && silent >= most) || error.code === 'unauthorized')) reason = error;
		},
	};
};

/**
 * Asks for two at a time and returns the outcomes in the order of the list. A refused key, or silence three times in a row,
 * ends the asking, and so does a long row of errors: what is left shares that reason.
 */
export async function* askAll<Value>(
	collections: readonly Collection[],
	ask: (collection: Collection, signal: AbortSignal) => Promise<Value>,
	signal: AbortSignal,
): AsyncGenerator<Progress, Array<Outcome<Value>>> {
	const brake = createBrake();

	const askOne = async (collection: Collection): Promise<Outcome<Value>> => {
		const known = brake.reason();
		if (known) return {collection, value: null, error: known};
		try {
			const value = await ask(collection, signal);
			brake.note(null);
			return {collection, value, error: null};
		} catch (error) {
			if (!(error instanceof AppError) || isCancelled(error)) throw error;
			brake.note(error);
			return {collection, value: null, error};
		}
	};

	const total = collections.length;
	const outcomes = new Map<number, Outcome<Value>>();
	yield {step: 'collecting', done: 0, total, label: collections[0]?.title ?? ''};
	for await (const {index, value} of inParallel(collections, atOnce, askOne)) {
		signal.throwIfAborted();
		outcomes.set(index, value);
		yield {step: 'collecting', done: outcomes.size, total, label: value.collection.title};
	}
	return [...outcomes].sort(([one], [two]) => one - two).map(([, outcome]) => outcome);
}
