/** Asks once for all who ask the same while the answer is on its way. */
export type Sharing<T> = (
	key: string | symbol,
	signal: AbortSignal | undefined,
	ask: (signal: AbortSignal) => Promise<T>,
) => Promise<T>;

type InFlight<T> = {readonly controller: AbortController; readonly answer: Promise<T>; askers: number};

/**
 * One asker's abort takes only that asker out (it hears its own signal's reason); the question itself is aborted when
 * the last one has gone, and an equal question after that starts anew.
 */
export const createSharing = <T>(): Sharing<T> => {
	const inFlight = new Map<string | symbol, InFlight<T>>();

	const begin = (key: string | symbol, ask: (signal: AbortSignal) => Promise<T>): InFlight<T> => {
		const controller = new AbortController();
		const entry: InFlight<T> = {controller, askers: 0, answer: ask(controller.signal)};
		inFlight.set(key, entry);
		const forget = (): void => {
			if (inFlight.get(key) === entry) inFlight.delete(key);
		};
		entry.answer.then(forget, forget);
		return entry;
	};

	return (key, signal, ask) => {
		if (signal?.aborted) return Promise.reject(signal.reason);
		const entry = inFlight.get(key) ?? begin(key, ask);
		entry.askers++;
		if (!signal) return entry.answer;
		return new Promise((resolve, reject) => {
			const leave = (): void => {
				entry.askers--;
				if (entry.askers === 0) {
					if (inFlight.get(key) === entry) inFlight.delete(key);
					entry.controller.abort();
				}
				reject(signal.reason);
			};
			signal.addEventListener('abort', leave, {once: true});
			const stay = (): void => signal.removeEventListener('abort', leave);
			entry.answer.then(resolve, reject).finally(stay);
		});
	};
};
