import type {Clock} from '../../source/ui/feeds/poller.ts';

/** Lets every promise that is ready run to its end. */
export const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** A clock that moves only when told, in Unix seconds. */
export type FakeClock = Clock & {
	readonly pass: (seconds: number) => Promise<void>;
	/** Timers that are set. */
	readonly pending: () => number;
};

export const fakeClock = (start: number, chance = 1): FakeClock => {
	let now = start;
	const timers = new Set<{at: number; run: () => void}>();
	const next = (until: number) => [...timers].filter(timer => timer.at <= until).sort((one, two) => one.at - two.at)[0];
	return {
		now: () => now,
		random: () => chance,
		after: (seconds, run) => {
			const timer = {at: now + seconds, run};
			timers.add(timer);
			return () => timers.delete(timer);
		},
		pending: () => timers.size,
		pass: async seconds => {
			const until = now + seconds;
			await settled();
			for (let timer = next(until); timer; timer = next(until)) {
				timers.delete(timer);
				now = timer.at;
				timer.run();
				await settled();
			}
			now = until;
		},
	};
};
