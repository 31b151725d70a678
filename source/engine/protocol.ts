import type {AppErrorData} from '../domain/app-error.ts';
import type {AnswerOf, QueryOf, Question, SourcesEvent} from '../sources.ts';

/** What went wrong on the other thread: an AppError, or the report of a bug. */
export type Trouble = {readonly error: AppErrorData} | {readonly bug: string};

/** One question. Its id tells answers apart, and cancels it. */
export type Ask<Q extends Question> = {
	readonly type: 'ask';
	readonly id: number;
	readonly question: Q;
	readonly query: QueryOf<Q>;
};

export type Answer<Q extends Question> = {
	readonly type: 'answer';
	readonly id: number;
	readonly question: Q;
	readonly value: AnswerOf<Q>;
};

/** From the dashboard's thread to the engine. */
export type ToEngine = Ask<Question> | {readonly type: 'cancel'; readonly id: number} | {readonly type: 'close'};

/** From the engine to the dashboard's thread. `opened` or `failed` comes first, once. */
export type FromEngine =
	| {readonly type: 'opened'}
	| {readonly type: 'failed'; readonly trouble: Trouble}
	| Answer<Question>
	| {readonly type: 'trouble'; readonly id: number; readonly trouble: Trouble}
	| {readonly type: 'event'; readonly event: SourcesEvent}
	| {readonly type: 'closed'};

/** One end of the line between the threads. */
export type Port<Out, In> = {
	readonly post: (message: Out) => void;
	readonly onMessage: (handler: (message: In) => void) => void;
};
