import * as z from 'zod';
import {AppError} from '../domain/app-error.ts';
import {goodAnswers} from '../domain/odd-answer.ts';
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
	plays: num,
	duration: numOrNull,
	last_seen: numOrNull,
});

type Row = z.output<typeof wire>;

/**
 * `last_seen` is the start of a user's newest play, windows count by the end of a play, and clocks differ: whoever was
 * seen up to two days before the window is asked too.
 */
const slackSeconds = 2 * secondsPerDay;

const nameOf = (row: Row): string => shownName(row.friendly_name, row.username);

const statsOf = (row: Row, plays: number, playedSeconds: number): UserStats => ({
	userId: row.user_id,
	friendlyName: nameOf(row),
	plays,
	playedSeconds,
});

/** As the table has it; a user whose time it leaves out is told, since no time is not 0. */
const allTime = ({transport, odd}: Call, row: Row): UserStats[] => {
	if (row.duration !== null) return [statsOf(row, row.plays, row.duration)];
	odd(`${transport.where} sent no time for a user (get_users_table), left out: ${nameOf(row)}.`);
	return [];
};

const byPlays = (one: UserStats, two: UserStats): number =>
	two.plays - one.plays ||
	two.playedSeconds - one.playedSeconds ||
	one.friendlyName.localeCompare(two.friendlyName, 'en') ||
	one.userId - two.userId;

const inWindow = async (call: Call, row: Row, days: Days, signal: AbortSignal): Promise<UserStats> => {
	const [window] = await readWindows(call, 'get_user_watch_time_stats', {user_id: row.user_id}, [days], {signal});
	if (!window) throw new AppError('bad-answer', `Tautulli sent no window for the user ${nameOf(row)}.`);
	return statsOf(row, window.plays, window.playedSeconds);
};

/**
 * Asks for all; the transport's queue lets two through at a time. After the first failure the others are not asked any more,
 * but an answer that cannot be read costs its user alone.
 */
const allInWindow = async (
	call: Call,
	rows: readonly Row[],
	days: Days,
	signal?: AbortSignal,
): Promise<UserStats[]> => {
	const rest = new AbortController();
	const either = signal ? AbortSignal.any([signal, rest.signal]) : rest.signal;
	try {
		const asked = rows.map(row => ({name: nameOf(row), answer: inWindow(call, row, days, either)}));
		return await goodAnswers(asked, call.odd);
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
	const candidates = rows.filter(row => row.plays > 0 && (row.last_seen === null || row.last_seen >= since));
	const stats =
		days === 0 ? candidates.flatMap(row => allTime(call, row)) : await allInWindow(call, candidates, days, signal);
	return stats.filter(({plays}) => plays > 0).toSorted(byPlays);
};
