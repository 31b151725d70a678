import {AppError} from './app-error.ts';

/** Where the time of the program comes from. */
export type Clock = {
	/** Unix seconds, whole. */
	readonly now: () => number;
	/** Unix seconds of the machine: for what its timers must agree with. */
	readonly machineNow: () => number;
	/** How long so many seconds of this clock last, for a timer. */
	readonly milliseconds: (seconds: number) => number;
	/** True: the clock of no server is compared with it. */
	readonly isOurs: boolean;
	/** What gives another process the same clock, as the value of `TAUTOP_CLOCK`; null: it has it anyway. */
	readonly handedOn: string | null;
};

const machineNow = (): number => Math.floor(Date.now() / 1000);

/** The machine's clock. */
const machineClock: Clock = {
	now: machineNow,
	machineNow,
	milliseconds: seconds => seconds * 1000,
	isOurs: false,
	handedOn: null,
};

const wrong = (): AppError =>
	new AppError('config', 'TAUTOP_CLOCK cannot be read.', {
		hint: 'It is START,SPEED: Unix seconds or a date, and how many seconds pass in one, such as 2026-11-01T00:00:00Z,3600.',
	});

/** A day in less than a tenth of a second. */
const fastest = 1_000_000;

const secondsOf = (text: string): number => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1000);

/**
 * The clock that `TAUTOP_CLOCK` describes, for trials on servers of this machine: `START,SPEED`, and after another comma the
 * Unix time at which it was START, where that was not now. Without a text the machine's. Throws `config` for what is none.
 */
export const clockOf = (text: string | undefined): Clock => {
	if (text === undefined || text === '') return machineClock;
	const [start = '', speed = '', since = String(Date.now() / 1000), ...others] = text
		.split(',')
		.map(part => part.trim());
	const [startedAt, times, sinceAt] = [secondsOf(start), Number(speed), secondsOf(since)];
	if (others.length > 0 || ![startedAt, times, sinceAt].every(Number.isFinite)) throw wrong();
	if (times <= 0 || times > fastest) throw wrong();
	return {
		now: () => Math.floor(startedAt + (Date.now() / 1000 - sinceAt) * times),
		machineNow,
		milliseconds: seconds => (seconds * 1000) / times,
		isOurs: true,
		handedOn: [startedAt, times, sinceAt].join(','),
	};
};
