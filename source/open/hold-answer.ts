/** An answer that is asked for again and again, and hardly ever changes. */
export type HeldAnswer<Answer> = {
	/** The last one while it holds, else a new one. */
	readonly answer: (signal?: AbortSignal) => Promise<Answer>;
	/** It may have changed. */
	readonly forget: () => void;
};

/** A little less than three minutes, which whoever asks every 30 seconds meets. */
const holdsMs = 170_000;

/** `isGood`: such an answer holds, as long as `mayHold`. `clock`: milliseconds that only go forward. */
export const holdAnswer = <Answer>(
	ask: (signal?: AbortSignal) => Promise<Answer>,
	{
		isGood,
		mayHold,
		clock,
	}: {
		readonly isGood: (answer: Answer) => boolean;
		readonly mayHold: () => boolean;
		readonly clock: () => number;
	},
): HeldAnswer<Answer> => {
	let held: {readonly answer: Answer; readonly at: number} | null = null;
	return {
		answer: async signal => {
			if (held && mayHold() && clock() - held.at < holdsMs) return held.answer;
			held = null;
			const answer = await ask(signal);
			if (isGood(answer)) held = {answer, at: clock()};
			return answer;
		},
		forget: () => {
			held = null;
		},
	};
};
