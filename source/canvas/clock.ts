/** The zone to show times in: an IANA name, or null for this machine's. */
export type Zone = string | null;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** One formatter a zone: making one costs more than all that it formats. */
const formatterOf = (zone: string): Intl.DateTimeFormat => {
	const known = formatters.get(zone);
	if (known) return known;
	const made = new Intl.DateTimeFormat('en-GB', {
		timeZone: zone,
		hourCycle: 'h23',
		weekday: 'short',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
	});
	formatters.set(zone, made);
	return made;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

type Parts = {weekday: string; year: string; month: string; day: string; hour: string; minute: string};

/** The seconds that a calendar has; a server may send a time far outside of it. */
const farthest = 8_640_000_000_000;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** By the clock of this machine, which needs no formatter: making the first one would hold up the first frame. */
const partsHere = (date: Date): Parts => ({
	weekday: weekdays[date.getDay()] ?? '',
	year: String(date.getFullYear()),
	month: months[date.getMonth()] ?? '',
	day: String(date.getDate()),
	hour: twoDigits(date.getHours()),
	minute: twoDigits(date.getMinutes()),
});

const partsIn = (date: Date, zone: string): Parts => {
	const parts: Parts = {weekday: '', year: '', month: '', day: '', hour: '', minute: ''};
	for (const {type, value} of formatterOf(zone).formatToParts(date)) {
		if (type === 'month') parts.month = months[Number(value) - 1] ?? '';
		else if (type === 'day') parts.day = String(Number(value));
		else if (type === 'weekday' || type === 'year' || type === 'hour' || type === 'minute') {
			parts[type] = value;
		}
	}
	return parts;
};

/** What was told of the times on a screen, and more of them: a name of a zone and a minute. */
const known = new Map<string, Parts>();
const mostKnown = 2000;

const partsOf = (at: number, zone: Zone): Parts => {
	const date = new Date(Math.max(-farthest, Math.min(farthest, at)) * 1000);
	if (zone === null) return partsHere(date);
	const minute = `${Math.floor(date.getTime() / 60_000)} ${zone}`;
	const before = known.get(minute);
	if (before) return before;
	const parts = partsIn(date, zone);
	if (known.size >= mostKnown) known.clear();
	known.set(minute, parts);
	return parts;
};

/** Unix seconds as "21:04". */
export const formatClock = (at: number, zone: Zone): string => {
	const {hour, minute} = partsOf(at, zone);
	return `${hour}:${minute}`;
};

/** Unix seconds as "12 Nov". */
export const formatDay = (at: number, zone: Zone): string => {
	const {day, month} = partsOf(at, zone);
	return `${day} ${month}`;
};

/** Unix seconds as "12 Nov 21:40". */
export const formatDayClock = (at: number, zone: Zone): string => `${formatDay(at, zone)} ${formatClock(at, zone)}`;

/** Unix seconds as "Sun 22 Nov". */
export const formatWeekday = (at: number, zone: Zone): string => `${partsOf(at, zone).weekday} ${formatDay(at, zone)}`;

/** Unix seconds as "Mar 2021". */
export const formatMonth = (at: number, zone: Zone): string => {
	const {month, year} = partsOf(at, zone);
	return `${month} ${year}`;
};

/** True where a date needs no year: it is less than a year ago. */
const isNear = (at: number, now: number): boolean => Math.abs(now - at) < 300 * 86_400;

/** The shortest that is not ambiguous: "20:52" today, "12 Nov 20:52" this year or less than a year ago, else "12 Nov 2025". */
export const formatWhen = (at: number, now: number, zone: Zone): string => {
	const then = partsOf(at, zone);
	const today = partsOf(now, zone);
	const sameDay = then.day === today.day && then.month === today.month && then.year === today.year;
	if (sameDay) return `${then.hour}:${then.minute}`;
	return isNear(at, now)
		? `${then.day} ${then.month} ${then.hour}:${then.minute}`
		: `${then.day} ${then.month} ${then.year}`;
};

/** A moment with its clock, whenever it was: "21:40" today, "12 Nov 21:40", "12 Nov 2021 21:40". */
export const formatMoment = (at: number, now: number, zone: Zone): string => {
	const when = formatWhen(at, now, zone);
	return when.includes(':') ? when : `${when} ${formatClock(at, zone)}`;
};

/** A start among many: "Sat 21 Nov 21:02", and with its year where that is not plain: "12 Nov 2021 21:40". */
export const formatStart = (at: number, now: number, zone: Zone): string =>
	isNear(at, now)
		? `${formatWeekday(at, zone)} ${formatClock(at, zone)}`
		: `${formatDay(at, zone)} ${partsOf(at, zone).year} ${formatClock(at, zone)}`;

const lately = 6 * 86_400;

/** A start among the newest: "Sat 22:40" in the last days, then as `formatWhen`. */
export const formatLately = (at: number, now: number, zone: Zone): string =>
	at <= now && now - at < lately ? `${partsOf(at, zone).weekday} ${formatClock(at, zone)}` : formatWhen(at, now, zone);

/** A category of a date graph, "2026-11-12", as "12 Nov"; anything else stays as it is. */
export const formatCategory = (category: string): string => {
	const [, , month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(category) ?? [];
	const name = months[Number(month) - 1];
	return name === undefined ? category : `${Number(day)} ${name}`;
};

/** The same as "Nov 2026", for axes of years. */
export const formatCategoryMonth = (category: string): string => {
	const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(category) ?? [];
	const name = months[Number(month) - 1];
	return name === undefined ? category : `${name} ${year}`;
};
