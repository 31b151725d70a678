import {z} from 'zod';
import {type Days, secondsPerDay} from '../domain/period.ts';
import type {UserStats} from '../domain/user.ts';
import type {Call} from './call.ts';
import {requireWindow} from './days.ts';
import {readTable} from './table.ts';
import {readWindows} from './windows.ts';
import {num, numOrNull, shownName, text} from './wire.ts';
import {userWords} from './words.ts';

const wire = z.object({
	user_id: num,
	friendly_name: text,
	username: text,
	plays: numOrNull,
	duration: numOrNull,
	last_seen: numOrNull,
});

type Row = z.output<typeof wire>;

/**
 * `last_seen` is the start of a user's newest play, windows count by the end of a play, and clocks differ: whoever was
 * seen up to two days before the window is asked too.
 */
const slackSeconds = 2 * secondsPerDay;

const allTime = (row: Row): UserStats => ({
	userId: row.user_id,
	friendlyName: shownName(row.friendly_name, row.username),
	plays: row.plays ?? 0,
	playedSeconds: row.duration ?? 0,
});

const byPlays = (one: UserStats, two: UserStats): number =>
	two.plays - one.plays ||
	two.playedSeconds - one.playedSeconds ||
	one.friendlyName.localeCompare(two.friendlyName, 'en') ||
	one.userId - two.userId;

const inWindow = async (call: Call, row: Row, days: Days, signal: AbortSignal): Promise<UserStats> => {
	const [window] = await readWindows(call, 'get_user_watch_time_stats', {user_id: row.user_id}, [days], {signal});
	return {...allTime(row), plays: window?.plays ?? 0, playedSeconds: window?.playedSeconds ?? 0};
};

/** Asks for all; the transport's queue lets two through at a time. After the first failure the others are not asked any more. */
const allInWindow = async (
	call: Call,
	rows: readonly Row[],
	days: Days,
	signal?: AbortSignal,
): Promise<UserStats[]> => {
	const rest = new AbortController();
	const either = signal ? AbortSignal.any([signal, rest.signal]) : rest.signal;
	try {
		return await Promise.all(rows.map(row => inWindow(call, row, days, either)));
	} catch (error) {
		rest.abort();
		throw error;
	}
};

/**
 * Plays and seconds of all users, which no single command tells: the table of users has them for all time, and one
 * question per user has them for a window. Only those whose newest play may fall into the window are asked; users without
 * plays are left out. `now` in Unix seconds.
 */
export const getUserStats = async (
	call: Call,
	days: Days,
	now: () => number,
	signal?: AbortSignal,
): Promise<UserStats[]> => {
	requireWindow(days);
	const rows = await readTable(call, 'get_users_table', wire, userWords, {grouping: call.grouping}, {signal});
	const since = days === 0 ? 0 : now() - days * secondsPerDay - slackSeconds;
	const candidates = rows.filter(row => (row.plays ?? 0) > 0 && (row.last_seen === null || row.last_seen >= since));
	const stats = days === 0 ? candidates.map(allTime) : await allInWindow(call, candidates, days, signal);
	return stats.filter(({plays}) => plays > 0).toSorted(byPlays);
};
