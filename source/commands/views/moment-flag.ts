import {AppError} from '../../domain/app-error.ts';
import {localMoment} from '../../domain/local-moment.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {dayStart, type ZoneName} from '../../domain/zone.ts';
import {dayNumber} from '../../stats/plays/time-axis.ts';
import {isDate} from './dates.ts';

/** What `--at` means, and what there is to say of it; '': nothing. */
export type MomentRead = {readonly at: number; readonly told: string};

const wrong = (): AppError =>
	new AppError('usage', '--at must be a time.', {
		hint: 'Write it as "2026-11-21 21:10" by the clock of the server, as 2026-11-21T20:10Z, with +01:00 or Europe/Prague behind it, or as Unix seconds.',
	});

const written = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?\s*(.*)$/i;

/** Seconds that `+01:00`, `-0330`, `+1` or `Z` is ahead of UTC; null: it is none of these. */
const offsetOf = (text: string): number | null => {
	if (/^(?:z|utc|gmt)$/i.test(text)) return 0;
	const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(text) ?? [];
	if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return null;
	return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
};

/** A zone by its name, in brackets or not. */
const zoneOf = (text: string): ZoneName => {
	const name = text.replace(/^\[(.*)\]$/, '$1');
	try {
		return new Intl.DateTimeFormat('en-US', {timeZone: name}).resolvedOptions().timeZone;
	} catch (cause) {
		throw new AppError('usage', `--at names an unknown time zone: ${name}.`, {
			hint: 'Write it as Europe/Prague, +01:00 or Z.',
			cause,
		});
	}
};

const utcOf = (at: number): string => `${new Date(at * 1000).toISOString().slice(0, 16)}Z`;

/** By a clock that may have been changed just then. */
const byClock = (date: string, clock: string, local: number, zone: ZoneName): MomentRead => {
	const found = localMoment(zone, local);
	const {at} = found;
	const name = `${date} ${clock}`;
	if (found.how === 'twice') {
		const second = `${utcOf(found.second)} is the second one`;
		return {at, told: `${name} came twice, since the clock of ${zone} went back: ${utcOf(at)} is taken, ${second}.`};
	}
	if (found.how === 'never') {
		return {at, told: `${name} never came, since the clock of ${zone} passed over it: ${utcOf(at)} is taken.`};
	}
	return {at, told: ''};
};

/** A moment as people write it: by a zone's clock unless it says another; a date alone is the end of that day. Throws `usage`. */
export const readMoment = (text: string, zone: ZoneName): MomentRead => {
	if (/^\d{9,11}$/.test(text)) return {at: Number(text), told: ''};
	const [, date = '', clock, place = ''] = written.exec(text.trim()) ?? [];
	if (!isDate(date)) throw wrong();
	const offset = offsetOf(place);
	const where = place === '' || offset !== null ? zone : zoneOf(place);
	if (clock === undefined) {
		const next = dayNumber(date) + 1;
		return {at: (offset === null ? dayStart(where, next) : next * secondsPerDay - offset) - 1, told: ''};
	}
	const local = Date.parse(`${date}T${clock}Z`) / 1000;
	if (Number.isNaN(local)) throw wrong();
	return offset === null ? byClock(date, clock, local, where) : {at: local - offset, told: ''};
};
