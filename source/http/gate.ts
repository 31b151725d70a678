import {AppError} from '../domain/app-error.ts';

/** What the gate tells questions apart by: the command or path, and that with all that was asked of it. */
export type Topic = {readonly kind: string; readonly key: string};

/**
 * What a failure says of its server. doubtful: it may be only this question, such as a 502 or a slow answer. away: nobody
 * can be answered now. refused: nobody will be, until the user has done something about it.
 */
export type Standing = 'doubtful' | 'away' | 'refused';

/** Leave to ask, which is given back by `leave`. */
export type Entry = {
	/** True: it finds out how the server is, and the others wait for that. */
	readonly isTrial: boolean;
	/** False: it failed lately. */
	readonly mayRetry: boolean;
	readonly leave: () => void;
};

/** One pause for a server, whoever asks. */
export type Gate = {
	/**
	 * While the server is away it throws the error of that, with the seconds left. When the pause is over one question goes
	 * through, and the others wait for how it went.
	 */
	readonly enter: (topic: Topic, signal: AbortSignal) => Promise<Entry>;
	/** A question was answered, well or not: the server is there. */
	readonly answered: (topic: Topic) => void;
	/** A question failed. Gives its error back, with the seconds until it is asked again. */
	readonly failed: (topic: Topic, standing: Standing, error: AppError) => AppError;
	/** True while something failed and nothing has gone well since. */
	readonly isDoubted: () => boolean;
	/** The user asks: ends every pause now. */
	readonly reopen: () => void;
};

/** They keep an outage at 12 requests in its first five minutes, the first tries included. */
const pauseSeconds = [5, 15, 30, 60, 90];
const longestPauseSeconds = 3600;

/** A few questions of one kind can fail for one reason of their own, such as broken items; more are the server's. */
const mostOfOneKind = 5;
const mostPaused = 500;

/** `until` in milliseconds of the clock. */
type Pause = {readonly error: AppError; readonly until: number; readonly count: number};

const waitFor = (ended: Promise<void>, signal: AbortSignal): Promise<void> =>
	new Promise((resolve, reject) => {
		const leave = (): void => reject(signal.reason);
		signal.addEventListener('abort', leave, {once: true});
		void ended.then(() => {
			signal.removeEventListener('abort', leave);
			resolve();
		});
	});

/** Open to begin with. `clock`: milliseconds that only go forward. */
export const createGate = (clock: () => number): Gate => {
	let outage: Pause | null = null;
	let trial: PromiseWithResolvers<void> | null = null;
	/** Questions that failed when they were last asked, and when each of them is asked again. */
	const paused = new Map<string, Pause>();
	/** Those that failed newly since something went well: key to kind. */
	const doubts = new Map<string, string>();

	const pauseAfter = (before: Pause | null, error: AppError): Pause => {
		const count = (before?.count ?? 0) + 1;
		const usual = pauseSeconds[Math.min(count, pauseSeconds.length) - 1] ?? 0;
		const seconds = Math.max(usual, Math.min(error.retryAfterSeconds ?? 0, longestPauseSeconds));
		return {error, until: clock() + seconds * 1000, count};
	};

	const told = ({error, until}: Pause): AppError =>
		new AppError(error.code, error.message, {
			server: error.server,
			hint: error.hint,
			cause: error.cause,
			retryAfterSeconds: until === Number.POSITIVE_INFINITY ? undefined : Math.ceil((until - clock()) / 1000),
		});

	const rest = (key: string, pause: Pause): Pause => {
		const [oldest] = paused.keys();
		if (paused.size >= mostPaused && oldest !== undefined) paused.delete(oldest);
		paused.set(key, pause);
		return pause;
	};

	/** One question may fail for its own reasons; several in a row, and nothing that went well, are the server's. */
	const isEvident = ({kind, key}: Topic): boolean => {
		// What failed before, while others were answered, says nothing new.
		if (!paused.has(key)) doubts.set(key, kind);
		return new Set(doubts.values()).size > 1 || doubts.size >= mostOfOneKind;
	};

	const enter = async ({key}: Topic, signal: AbortSignal): Promise<Entry> => {
		for (;;) {
			signal.throwIfAborted();
			const own = paused.get(key);
			const shut = [outage, own].find(pause => pause && clock() < pause.until);
			if (shut) throw told(shut);
			if (!outage) return {isTrial: false, mayRetry: own === undefined, leave: () => undefined};
			if (trial) {
				await waitFor(trial.promise, signal);
				continue;
			}
			const mine = Promise.withResolvers<void>();
			trial = mine;
			return {
				isTrial: true,
				mayRetry: false,
				leave: () => {
					trial = null;
					mine.resolve();
				},
			};
		}
	};

	const failed = (topic: Topic, standing: Standing, error: AppError): AppError => {
		if (standing === 'refused') {
			outage = {error, until: Number.POSITIVE_INFINITY, count: 0};
			return error;
		}
		// It was on its way when the pause began.
		if (outage && clock() < outage.until) return told(outage);
		if (standing === 'away') {
			outage = pauseAfter(outage, error);
			return told(outage);
		}
		const isOutage = isEvident(topic) || outage !== null;
		const before = paused.get(topic.key) ?? null;
		if (!isOutage) return told(rest(topic.key, pauseAfter(before, error)));
		outage = pauseAfter(outage, error);
		// Another question goes first next time: it may be only this one that fails.
		rest(topic.key, {error, until: outage.until + 1000, count: (before?.count ?? 0) + 1});
		return told(outage);
	};

	return {
		enter,
		failed,
		answered: ({key}) => {
			paused.delete(key);
			doubts.clear();
			// Some of Plex's answers need no token.
			if (outage?.until !== Number.POSITIVE_INFINITY) outage = null;
		},
		isDoubted: () => outage !== null || doubts.size > 0,
		reopen: () => {
			paused.clear();
			doubts.clear();
			if (outage) outage = {...outage, until: clock(), count: 0};
		},
	};
};
