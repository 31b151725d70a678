import {AppError, isCancelled} from '../../domain/app-error.ts';
import {type Reading, type Trouble, troubleOf} from './reading.ts';

/** Time and chance, injected. `now` is Unix seconds; `after` returns what calls the timer off. */
export type Clock = {
	readonly now: () => number;
	readonly after: (seconds: number, run: () => void) => () => void;
	/** From 0 up to 1. */
	readonly random: () => number;
};

/** Asks once. The data so far comes along, for what is known by comparing two answers. */
export type Load<Data> = (signal: AbortSignal, previous: Data | null) => Promise<Data>;

/** Asks again and again while somebody listens. */
export type Poller<Data> = {
	readonly reading: () => Reading<Data>;
	/** The first listener starts it, the last one stops it. Returns what ends the listening. */
	readonly listen: (listener: () => void) => () => void;
	/** Asks now: ends a wait, and a stop after a refused key. */
	readonly ask: () => void;
	/** Asks now, and once more behind an answer under way: what it is made of has changed, and it may be of before. */
	readonly renew: () => void;
	/** Asks now, and drops an answer under way: what it was asked about has changed. */
	readonly restart: () => void;
	/** Another question from now on; asked at once, an answer under way to the old one is dropped. */
	readonly retune: (load: Load<Data>) => void;
};

const longestPauseSeconds = 60;

/** Twice as long after every failure, a fifth of it left to chance so that many dashboards do not ask in step. */
const pauseAfter = (failures: number, everySeconds: number, random: number): number => {
	const doubled = Math.max(2, Math.min(everySeconds, 10)) * 2 ** Math.min(failures, 10);
	return Math.max(1, Math.round(Math.min(longestPauseSeconds, doubled) * (0.8 + random * 0.2)));
};

const asAppError = (error: unknown): AppError =>
	error instanceof AppError
		? error
		: new AppError('bad-answer', 'Something went wrong inside tautop while it asked.', {cause: error});

/**
 * A poller for one question, `everySeconds` apart (null: only when told to). It starts with the first listener. `calm` says how many
 * times as long an answer holds.
 */
export const createPoller = <Data>(
	load: Load<Data>,
	everySeconds: number | null,
	clock: Clock,
	calm: (data: Data) => number = () => 1,
): Poller<Data> => {
	const listeners = new Set<() => void>();
	let current: Reading<Data> = {state: 'waiting'};
	let question = load;
	/** False until the question has an answer: what is shown then answered another one. */
	let isAnswered = false;
	let failures = 0;
	let running: AbortController | null = null;
	/** The answer under way may be of before. */
	let isOutdated = false;
	let callOff: (() => void) | null = null;

	const publish = (next: Reading<Data>): void => {
		current = next;
		for (const listener of [...listeners]) listener();
	};

	const schedule = (seconds: number): void => {
		callOff?.();
		callOff = clock.after(seconds, ask);
	};

	const succeed = (data: Data): void => {
		failures = 0;
		isAnswered = true;
		if (everySeconds !== null) schedule(everySeconds * calm(data));
		publish({state: 'ready', data, at: clock.now(), trouble: null});
	};

	const fail = (error: AppError): void => {
		failures += 1;
		// A pause that is known is that of the whole server: nobody waits longer, so that all are back together.
		const wait =
			error.retryAfterSeconds ?? pauseAfter(failures - 1, everySeconds ?? longestPauseSeconds, clock.random());
		const stopped = error.code === 'unauthorized';
		if (!stopped) schedule(wait);
		const trouble: Trouble = {
			error: error.toJSON(),
			since: isAnswered ? sinceOf(current, clock.now()) : (troubleOf(current)?.since ?? clock.now()),
			retryAt: stopped ? null : clock.now() + wait,
		};
		publish(
			current.state === 'ready'
				? {state: 'ready', data: current.data, at: current.at, trouble}
				: {state: 'failed', trouble},
		);
	};

	const ask = (): void => {
		callOff?.();
		callOff = null;
		if (running || listeners.size === 0) return;
		isOutdated = false;
		const controller = new AbortController();
		running = controller;
		const previous = current.state === 'ready' ? current.data : null;
		const finish = (end: () => void): void => {
			if (running !== controller) return;
			running = null;
			end();
			if (isOutdated) ask();
		};
		// The question is a promise from the first step on, so that a throw before its first await is a failure like others.
		Promise.resolve()
			.then(() => question(controller.signal, previous))
			.then(
				data => finish(() => succeed(data)),
				error => finish(() => (isCancelled(error) ? schedule(1) : fail(asAppError(error)))),
			);
	};

	const drop = (): void => {
		running?.abort();
		running = null;
		isOutdated = false;
		callOff?.();
		callOff = null;
	};

	const restart = (): void => {
		drop();
		ask();
	};

	return {
		reading: () => current,
		ask,
		renew: () => {
			isOutdated = running !== null;
			ask();
		},
		restart,
		retune: next => {
			question = next;
			isAnswered = false;
			restart();
		},
		listen: listener => {
			listeners.add(listener);
			if (listeners.size === 1) ask();
			return () => {
				listeners.delete(listener);
				if (listeners.size === 0) drop();
			};
		},
	};
};

/** A trouble that goes on keeps its beginning; a new one began when the last good answer came. */
const sinceOf = (reading: Reading<unknown>, now: number): number => {
	if (reading.state === 'waiting') return now;
	return reading.trouble?.since ?? (reading.state === 'ready' ? reading.at : now);
};
