import type {HistoryWindow, WindowRequest} from '../../tautulli/mirror-client.ts';
import type {SyncDeps} from './sync-deps.ts';

/** Counts what a sync asks and does, and leaves Tautulli time for others between two questions. */
export type SyncMeter = {
	readonly ask: (request: WindowRequest, signal: AbortSignal) => Promise<HistoryWindow>;
	readonly probe: (referenceIds: readonly number[], signal: AbortSignal) => Promise<HistoryWindow>;
	readonly count: (what: 'added' | 'changed' | 'removed' | 'replaced', by: number) => void;
	/** Mirrored rows whose number has another play now. */
	readonly replaced: () => number;
	/** Tells of a single row that lacks something; of many rows the first ones only. */
	readonly odd: (sentence: string) => void;
	readonly warn: (sentence: string) => void;
	readonly totals: () => {
		readonly requests: number;
		readonly serverMs: number;
		readonly pausedMs: number;
		readonly added: number;
		readonly changed: number;
		readonly removed: number;
		readonly warnings: readonly string[];
	};
};

/** A question that took a second is followed by this share of a second of rest, and no rest is longer than the most. */
const restShare = 0.1;
const mostRestMs = 500;

/** More than these would be read by nobody. */
const mostTold = 50;

export const createMeter = ({tautulli, clock, pause, odd}: SyncDeps): SyncMeter => {
	const counts = {added: 0, changed: 0, removed: 0};
	let replaced = 0;
	const warnings = new Set<string>();
	const told = new Set<string>();
	let [requests, serverMs, pausedMs, restUntil] = [0, 0, 0, 0];

	let last: Promise<unknown> = Promise.resolve();

	const tell = (sentence: string): void => {
		if (told.has(sentence)) return;
		if (told.size >= mostTold) {
			warnings.add(
				`More than ${mostTold} rows of Tautulli's history lack something; they count as Tautulli counts them.`,
			);
			return;
		}
		told.add(sentence);
		odd(sentence);
	};

	/** One at a time: what is asked while another question is under way waits for its end, and rests after it. */
	const measured = (question: () => Promise<HistoryWindow>, signal: AbortSignal): Promise<HistoryWindow> => {
		const answer = last.then(() => ask(question, signal));
		last = answer.catch(() => undefined);
		return answer;
	};

	/** What we did with the last answer since its last byte came was rest for the server already. */
	const rest = async (signal: AbortSignal): Promise<void> => {
		const left = restUntil - clock();
		if (left <= 0) return;
		pausedMs += left;
		await pause(left, signal);
	};

	const ask = async (question: () => Promise<HistoryWindow>, signal: AbortSignal): Promise<HistoryWindow> => {
		signal.throwIfAborted();
		await rest(signal);
		requests += 1;
		const before = clock();
		const answer = await question();
		restUntil = before + answer.ms + Math.min(answer.ms * restShare, mostRestMs);
		serverMs += answer.ms;
		for (const sentence of answer.odd) tell(sentence);
		return answer;
	};

	return {
		ask: (request, signal) => measured(() => tautulli.getHistoryWindow(request, signal), signal),
		probe: (referenceIds, signal) => measured(() => tautulli.probeHistory(referenceIds, signal), signal),
		count: (what, by) => {
			if (what === 'replaced') replaced += by;
			else counts[what] += by;
		},
		replaced: () => replaced,
		odd: tell,
		warn: sentence => void warnings.add(sentence),
		totals: () => ({requests, serverMs, pausedMs, ...counts, warnings: [...warnings]}),
	};
};
