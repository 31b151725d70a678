/** Less is lost between the seconds of a header and the time that an answer takes. */
const leastSeconds = 5;

/**
 * The clock that plays are counted by: that of the server, in Unix seconds, where its difference to this machine's is
 * known; else this machine's. `ahead`: seconds, negative where the server is behind.
 */
export const serverNow =
	(now: () => number, ahead: () => number | null): (() => number) =>
	() => {
		const seconds = ahead() ?? 0;
		return Math.abs(seconds) < leastSeconds ? now() : now() + seconds;
	};
