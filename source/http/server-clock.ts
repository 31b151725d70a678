/** What the `Date` of a server's answers says of its clock. */
export type ServerClock = {
	/** `ms`: milliseconds between the question and its head of an answer. */
	readonly heardDate: (date: string, ms: number) => void;
	/** How many seconds the server's clock is ahead of this machine's, negative where it is behind; null: not known. */
	readonly aheadSeconds: () => number | null;
};

/** A slow answer does not tell when in that time its date was written. */
const slowMs = 2000;

/** What is read from one answer to the next differs by this, and a clock that others count by should not jump about. */
const jitterSeconds = 2;

/** `wall`: this machine's clock, in Unix milliseconds. */
export const createServerClock = (wall: () => number = Date.now): ServerClock => {
	let ahead: number | null = null;
	return {
		heardDate: (date, ms) => {
			const said = Date.parse(date);
			if (Number.isNaN(said) || ms > slowMs) return;
			// The header has whole seconds, cut; it was written somewhere between the question and now.
			const seconds = Math.round((said + 500 - (wall() - ms / 2)) / 1000);
			if (ahead === null || Math.abs(seconds - ahead) > jitterSeconds) ahead = seconds;
		},
		aheadSeconds: () => ahead,
	};
};
