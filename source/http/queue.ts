import type {Lane} from './contract.ts';

/** Runs work when there is room for it, first come, first served within what the lanes allow. */
export type Queue = <T>(lane: Lane | undefined, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

type Waiting = {readonly lane: Lane | undefined; readonly start: () => void};

/** At most `maxParallel` at once, and one at once in each lane. Work whose signal is aborted while it waits never starts. */
export const createQueue = (maxParallel: number): Queue => {
	const waiting: Waiting[] = [];
	const busyLanes = new Set<Lane>();
	let running = 0;

	const startNext = (): void => {
		if (running >= maxParallel) return;
		const index = waiting.findIndex(({lane}) => lane === undefined || !busyLanes.has(lane));
		const [next] = index < 0 ? [] : waiting.splice(index, 1);
		if (!next) return;
		running++;
		if (next.lane) busyLanes.add(next.lane);
		next.start();
	};

	const finish = (lane: Lane | undefined): void => {
		running--;
		if (lane) busyLanes.delete(lane);
		startNext();
	};

	const waitForTurn = (lane: Lane | undefined, signal: AbortSignal): Promise<void> =>
		new Promise((resolve, reject) => {
			const leave = (): void => {
				waiting.splice(waiting.indexOf(entry), 1);
				reject(signal.reason);
			};
			const entry: Waiting = {
				lane,
				start: () => {
					signal.removeEventListener('abort', leave);
					resolve();
				},
			};
			waiting.push(entry);
			signal.addEventListener('abort', leave, {once: true});
			startNext();
		});

	return async (lane, signal, work) => {
		signal.throwIfAborted();
		await waitForTurn(lane, signal);
		try {
			return await work();
		} finally {
			finish(lane);
		}
	};
};
