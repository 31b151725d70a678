import type {EngineTrouble} from '../domain/engine-trouble.ts';
import type {Notice, NoticeWays} from '../domain/notices.ts';
import type {Progress, RunSummary} from '../domain/run.ts';
import type {AnswerOf, QueryOf, Question} from './questions.ts';

/** What a listener hears: a run going on, a run's end, or that stored data changed (by us or by another process). */
export type SourcesEvent =
	| {readonly type: 'progress'; readonly progress: Progress}
	| {readonly type: 'run-ended'; readonly summary: RunSummary}
	/** A run was due by the clock and did not begin: a sentence why. */
	| {readonly type: 'run-missed'; readonly reason: string}
	/** The mirror is being filled or brought up to date outside of a run; null: that has ended. */
	| {readonly type: 'syncing'; readonly progress: Progress | null}
	/** The server's zone was looked for: what is cut by its days and hours can be asked anew. */
	| {readonly type: 'zone'}
	/** One odd thing in an answer, which cost itself and no more: a sentence that names it, told once. */
	| {readonly type: 'odd'; readonly sentence: string}
	/** Something has happened with the streams: whoever shows them asks for them now. */
	| {readonly type: 'activity'}
	| {readonly type: 'stored'}
	/** A rule of the configuration tells something, now, to all who are there. */
	| {readonly type: 'notice'; readonly notice: Notice; readonly ways: NoticeWays}
	/** The process that answers has ended, or does not answer; null: it is there again. */
	| {readonly type: 'engine'; readonly trouble: EngineTrouble | null};

/**
 * Everything that views and commands ask: the questions and the orders, by name. Asynchronous, and every value survives JSON,
 * since the dashboard has it in another process. Failures are AppErrors; a failed request is never a zero. An aborted signal
 * ends the question with code `cancelled`.
 */
export type Sources = {
	readonly [Q in Question]: (query: QueryOf<Q>, signal?: AbortSignal) => Promise<AnswerOf<Q>>;
};

/** The engine of another process that answers. */
type OtherEngine = {
	/** Aborts when it has gone: nothing is answered any more. */
	readonly gone: AbortSignal;
	readonly pass: EnginePass;
};

/** With this a process of ours is let in by that engine again, without the configuration, for as long as the engine is there. */
export type EnginePass = {readonly socket: string; readonly ticket: string};

/** A Sources that is open: who listens, and how it ends. */
export type OpenSources = {
	readonly sources: Sources;
	/** Returns the function that ends the listening. */
	readonly listen: (listener: (event: SourcesEvent) => void) => () => void;
	/** Ends runs, requests and the database; never throws. */
	readonly close: () => Promise<void>;
	/** Absent: this process answers itself, or keeps who does. */
	readonly engine?: OtherEngine;
};
