const microsecondsPerSecond = 1_000_000;

/** Unix seconds as the table `collection_analytics` keeps them: UTC text `YYYY-MM-DD HH:MM:SS.ffffff`. */
export const timeText = (seconds: number): string => {
	const microseconds = Math.round(seconds * microsecondsPerSecond);
	const whole = Math.floor(microseconds / microsecondsPerSecond);
	const fraction = String(microseconds - whole * microsecondsPerSecond).padStart(6, '0');
	const [day, clock] = new Date(whole * 1000).toISOString().split(/[T.]/);
	return `${day} ${clock}.${fraction}`;
};

const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?)?\s*(?:Z|([+-])(\d\d):?(\d\d))?$/;

/** The reverse, for any precision that other writers use; null for what is no time. A zone is heeded, else it is UTC. */
export const timeSeconds = (text: unknown): number | null => {
	const match = typeof text === 'string' ? pattern.exec(text) : null;
	if (!match) return null;
	const number = (index: number): number => Number(match[index] ?? 0);
	const whole = Date.UTC(number(1), number(2) - 1, number(3), number(4), number(5), number(6)) / 1000;
	const offset = (number(9) * 60 + number(10)) * (match[8] === '-' ? -60 : 60);
	return whole + Number(`0${match[7] ?? ''}`) - offset;
};
