import {secondsPerDay} from '../../domain/period.ts';
import type {Narrowing} from '../../domain/plays/narrowing.ts';
import {dayStart, dayText} from '../../domain/zone.ts';
import {dayNumber} from '../../stats/plays/time-axis.ts';
import {historyReach} from '../history/history.ts';
import type {HeldColumns} from './held-columns.ts';
import {type Asked, none, type Reckoned, reckoned, sweepWithin} from './known-peaks.ts';

const farFuture = 2_147_483_647;

/** What they came to, and what that depends on. */
type Older = {readonly name: string; readonly older: Promise<Reckoned>};

/**
 * Plays of long ago stay as they are while each new one changes the year that is asked for again and again: what they came to is kept,
 * by what narrowed them. It belongs to the columns that it was read from.
 */
const kept = new WeakMap<HeldColumns, Map<string, Older>>();

const mostKept = 8;

const keptOlder = (
	columns: HeldColumns,
	where: string,
	name: string,
	reckon: () => Promise<Reckoned>,
): Promise<Reckoned> => {
	const held = kept.get(columns) ?? new Map<string, Older>();
	kept.set(columns, held);
	const known = held.get(where);
	if (known?.name === name) return known.older;
	const older = reckon();
	if (held.size >= mostKept) held.clear();
	held.set(where, {name, older});
	older.catch(() => held.delete(where));
	return older;
};

/** The first of the month in which a day was so many days ago: it stays the same for a month. */
export const cutBefore = (day: number, days: number): number => dayNumber(`${dayText(day - days).slice(0, 8)}01`);

/** What a title is called, and what is in a collection, changes without the plays. */
const isSteady = ({title, collection, text}: Narrowing): boolean => !title && !collection && text === undefined;

/** The cut moves once a month. */
const keptSeconds = 31 * secondsPerDay;

/** What the days before a cut came to; of everything, a program that begins has it from the one before. */
export const olderThan = async (asked: Asked, cutDay: number): Promise<Reckoned> => {
	const {sources, found, where, keep} = asked;
	const {mirror, state, zone} = found;
	const to = dayStart(zone.name, cutDay);
	const oldest = mirror.plays.oldestStart(state.serverId);
	if (oldest === null || oldest >= to) return none;
	const reach = state.complete ? oldest : historyReach(mirror, state, zone.name);
	const name = JSON.stringify([
		state.serverId,
		zone.name,
		cutDay,
		oldest,
		reach,
		state.comparedAt,
		state.plays - mirror.plays.countIn(state.serverId, {from: to, to: farFuture}),
	]);
	const reckon = async (): Promise<Reckoned> => {
		const swept = await sweepWithin(asked, {from: Number.NEGATIVE_INFINITY, to}, Number.POSITIVE_INFINITY);
		return reckoned(none, swept, day => day < cutDay);
	};
	if (!isSteady(where)) return reckon();
	const isAll = Object.keys(where).length === 0;
	const reckonOnce = (): Promise<Reckoned> => {
		if (!isAll) return reckon();
		// It may be from long ago: also what the number of plays does not show must not have changed.
		const of = JSON.stringify([name, mirror.plays.sumOfStops(state.serverId, to)]);
		return keep({name: 'peaks', of, until: () => sources.now() + keptSeconds}, reckon);
	};
	return keptOlder(sources.columns, JSON.stringify(where), name, reckonOnce);
};
