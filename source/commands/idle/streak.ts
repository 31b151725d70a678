/** What a look found; null: it is not known. */
export type Look = {readonly at: number; readonly isIdle: boolean | null};

/** Nobody knows what happened while nobody looked for so long: this machine slept, or its clock was set. */
const longestGapSeconds = 60;

/** Since when it is known that nobody plays; null: somebody does, or it is not known. Unix seconds. */
export type Streak = {readonly since: number | null; readonly last: number | null};

export const noStreak: Streak = {since: null, last: null};

/** The streak after one more look. */
export const streakAfter = ({since, last}: Streak, {at, isIdle}: Look): Streak => {
	if (isIdle !== true) return {since: null, last: at};
	const isGap = last !== null && (at < last || at - last > longestGapSeconds);
	return {since: since === null || isGap ? at : since, last: at};
};
