import {higher, type Minute, minuteOf, type Peak} from '../../domain/streams/minute.ts';

/** Minutes that are not written yet, and the one that runs. */
export type PendingMinutes = {
	readonly note: (at: number, peak: Peak) => void;
	/** True: something is not written that no later look will write with it, or it is a minute's first. */
	readonly isDue: () => boolean;
	/** What differs from what was written. */
	readonly unwritten: () => readonly Minute[];
	/** All of it is written. */
	readonly written: () => void;
};

const isSame = (one: Peak, two: Peak): boolean =>
	one.streams === two.streams &&
	one.direct === two.direct &&
	one.copied === two.copied &&
	one.transcoded === two.transcoded &&
	one.kbps === two.kbps &&
	one.lanKbps === two.lanKbps &&
	one.wanKbps === two.wanKbps;

/** While nothing can be written, no more than a day of them is held. */
const most = 1440;

export const createPendingMinutes = (): PendingMinutes => {
	const changed = new Map<number, Peak>();
	let running: Minute | null = null;

	return {
		note: (at, peak) => {
			const minute = minuteOf(at);
			const known = running?.minute === minute ? running : changed.get(minute);
			const highest = known ? higher(known, peak) : peak;
			if (known && isSame(known, highest)) return;
			running = {...highest, minute};
			changed.set(minute, running);
			const [oldest] = changed.keys();
			if (changed.size > most && oldest !== undefined) changed.delete(oldest);
		},
		isDue: () => [...changed.keys()].some(minute => minute !== running?.minute),
		unwritten: () => [...changed].map(([minute, peak]) => ({...peak, minute})),
		written: () => changed.clear(),
	};
};
