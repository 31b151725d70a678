import type {TransportRequest} from './contract.ts';

type Asked = Pick<TransportRequest, 'lane'>;

/** Requests on their way, which can be sent anew without their askers noticing. */
export type Underway = {
	readonly run: <T>(request: Asked, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
	/** Sends anew what has waited for a while; of those that may take their time (`lane`) only where `all` is true. */
	readonly restart: (all: boolean) => void;
};

/** What was sent a moment ago will be answered, or is as hopeless as a new one. */
const waitingMs = 1000;

export const createUnderway = (): Underway => {
	const sent = new Set<{readonly at: number; readonly isSlow: boolean; readonly controller: AbortController}>();

	const run: Underway['run'] = async (request, signal, work) => {
		for (;;) {
			const controller = new AbortController();
			const entry = {at: performance.now(), isSlow: request.lane !== undefined, controller};
			sent.add(entry);
			try {
				return await work(AbortSignal.any([signal, controller.signal]));
			} catch (error) {
				if (signal.aborted || !controller.signal.aborted) throw error;
			} finally {
				sent.delete(entry);
			}
		}
	};

	return {
		run,
		restart: all => {
			for (const {at, isSlow, controller} of [...sent]) {
				if (performance.now() - at >= waitingMs && (all || !isSlow)) controller.abort();
			}
		},
	};
};
