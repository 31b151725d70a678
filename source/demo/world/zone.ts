const secondsPerDay = 86_400;

/** Clock and calendar of a time zone. Days are numbered from 1970-01-01; times are Unix seconds. */
export type Zone = {
	readonly name: string;
	readonly dayOf: (at: number) => number;
	/** 0 to 23. */
	readonly hourOf: (at: number) => number;
	/** Seconds to add to UTC. */
	readonly offsetAt: (at: number) => number;
};

const offsetOf = (format: Intl.DateTimeFormat, at: number): number => {
	const name = format.formatToParts(at * 1000).find(part => part.type === 'timeZoneName')?.value ?? '';
	const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
	if (!match) return 0;
	const [, sign, hours, minutes, seconds = '0'] = match;
	const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
	return sign === '-' ? -size : size;
};

/**
 * A time zone whose offsets are looked up once a day: asking `Intl` for each of many thousands of plays would take
 * longer than making them. A day on which the clock changes is searched for the second of the change.
 */
export const createZone = (name: string): Zone => {
	const format = new Intl.DateTimeFormat('en-US', {timeZone: name, timeZoneName: 'longOffset'});
	const offsets = new Map<number, number>();
	const changes = new Map<number, number>();
	const offsetOfDay = (day: number): number => {
		const known = offsets.get(day);
		if (known !== undefined) return known;
		const offset = offsetOf(format, day * secondsPerDay);
		offsets.set(day, offset);
		return offset;
	};
	const changeWithin = (day: number): number => {
		const known = changes.get(day);
		if (known !== undefined) return known;
		const before = offsetOfDay(day);
		let [low, high] = [day * secondsPerDay, (day + 1) * secondsPerDay];
		while (high - low > 1) {
			const middle = Math.floor((low + high) / 2);
			if (offsetOf(format, middle) === before) low = middle;
			else high = middle;
		}
		changes.set(day, high);
		return high;
	};
	const offsetAt = (at: number): number => {
		const day = Math.floor(at / secondsPerDay);
		const [before, after] = [offsetOfDay(day), offsetOfDay(day + 1)];
		if (before === after) return before;
		return at < changeWithin(day) ? before : after;
	};
	return {
		name,
		offsetAt,
		dayOf: at => Math.floor((at + offsetAt(at)) / secondsPerDay),
		hourOf: at => Math.floor((((at + offsetAt(at)) % secondsPerDay) + secondsPerDay) / 3600) % 24,
	};
};

const dates = new Map<number, string>();

/** `YYYY-MM-DD` of a numbered day. */
export const dateText = (day: number): string => {
	const known = dates.get(day);
	if (known !== undefined) return known;
	const text = new Date(day * secondsPerDay * 1000).toISOString().slice(0, 10);
	dates.set(day, text);
	return text;
};

/** 0 is Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;
