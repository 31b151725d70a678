import type {Clock} from './feeds/poller.ts';

/** Draws for what changes often: at once after a rest, and then once for all that comes in one. */
export type Calm = {
	readonly redraw: () => void;
	/** A frame was drawn, whatever for: what has come until now is on the screen. */
	readonly drawn: () => void;
	readonly close: () => void;
};

/** Two frames of this kind are so many seconds apart; 0: each change has its own. */
export const createCalm = (seconds: number, clock: Pick<Clock, 'after'>, redraw: () => void): Calm => {
	let isResting = false;
	let isStale = false;
	let endRest = (): void => {};

	const calmly = (): void => {
		isStale = true;
		if (isResting) return;
		if (seconds > 0) {
			isResting = true;
			endRest = clock.after(seconds, () => {
				isResting = false;
				if (isStale) calmly();
			});
		}
		redraw();
	};

	return {
		redraw: calmly,
		drawn: () => {
			isStale = false;
		},
		close: () => endRest(),
	};
};
