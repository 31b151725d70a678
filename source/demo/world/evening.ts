import {createZone} from './zone.ts';

/** Where the house of the demo may stand: wherever it is, it is evening in one of them. */
const places = [
	'Europe/Prague',
	'America/New_York',
	'Asia/Tokyo',
	'Australia/Sydney',
	'America/Los_Angeles',
	'Asia/Dubai',
	'Asia/Bangkok',
	'America/Sao_Paulo',
	'Atlantic/Azores',
	'Pacific/Honolulu',
	'Pacific/Auckland',
] as const;

/** The middle of an evening, as a second of the day. */
const middle = 20.75 * 3600;

/** An evening reaches so far to both sides of its middle. */
const reachSeconds = 1.5 * 3600;

const secondsPerDay = 86_400;

const farFromEvening = (name: string, now: number): number => {
	const local = (((now + createZone(name).offsetAt(now)) % secondsPerDay) + secondsPerDay) % secondsPerDay;
	return Math.abs(local - middle);
};

/** A zone where it is evening at a moment (Unix seconds), so that there is something to see: this machine's own one if it is. */
export const eveningZone = (now: number, own: string): string => {
	if (farFromEvening(own, now) <= reachSeconds) return own;
	const [nearest = own] = places.toSorted((one, two) => farFromEvening(one, now) - farFromEvening(two, now));
	return nearest;
};
