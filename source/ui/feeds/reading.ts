import type {AppErrorData} from '../../domain/app-error.ts';

/** Why a reading is not fresh. Times are Unix seconds. */
export type Trouble = {
	readonly error: AppErrorData;
	/** When the answers stopped: the time of the last good one, or of the first failure where there was none. */
	readonly since: number;
	/** When it is asked again; null: it is not, since the key was refused. */
	readonly retryAt: number | null;
};

/**
 * What a pane holds. Old data with its age is better than none, and a failure is never an empty answer:
 * waiting, ready, ready but troubled since, and failed are four different pictures.
 */
export type Reading<Data> =
	| {readonly state: 'waiting'}
	| {readonly state: 'ready'; readonly data: Data; readonly at: number; readonly trouble: Trouble | null}
	| {readonly state: 'failed'; readonly trouble: Trouble};

/** The data of a reading, old or not; null: there is none. */
export const dataOf = <Data>(reading: Reading<Data>): Data | null => (reading.state === 'ready' ? reading.data : null);

/** What is wrong with a reading; null: nothing, or nothing yet. */
export const troubleOf = (reading: Reading<unknown>): Trouble | null =>
	reading.state === 'waiting' ? null : reading.trouble;
