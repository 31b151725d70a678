import type {AppErrorData} from '../domain/app-error.ts';
import type {OpenRequest} from '../open/configure.ts';
import type {AnswerOf, QueryOf, Question} from '../questions/questions.ts';
import type {SourcesEvent} from '../questions/sources.ts';

/** What went wrong in the engine: an AppError, or the report of a bug. */
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

/** From a screen to the engine. `open` comes first, once: it is for the process that the screen has started. */
export type ToEngine =
	| {readonly type: 'open'; readonly request: OpenRequest}
	| Ask<Question>
	| {readonly type: 'cancel'; readonly id: number}
	| {readonly type: 'close'};

/** From the engine to a screen. `opened` or `failed` comes once; beats come before and after it, every two seconds. */
export type FromEngine =
	| {readonly type: 'beat'}
	/** What follows comes from the engine of another screen, which is process `host`. */
	| {readonly type: 'joined'; readonly host: number}
	/** `logFile`: where a crash is reported; null: nowhere. */
	| {readonly type: 'opened'; readonly logFile: string | null}
	| {readonly type: 'failed'; readonly trouble: Trouble}
	/** Others have it too: then it stays when this screen leaves. */
	| {readonly type: 'shared'; readonly isShared: boolean}
	| Answer<Question>
	| {readonly type: 'trouble'; readonly id: number; readonly trouble: Trouble}
	| {readonly type: 'event'; readonly event: SourcesEvent};

/** The status of a process that has ended since its screen is to be answered by another engine. */
export const elsewhereStatus = 75;

/** One end of the line between a screen and its engine. */
export type Port<Out, In> = {
	readonly post: (message: Out) => void;
	/** `spoilt`: what came is no message, and nothing that comes behind it is heard. Called once. */
	readonly onMessage: (handler: (message: In) => void, spoilt: () => void) => void;
};
