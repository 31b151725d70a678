import {AppError} from '../../domain/app-error.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {handful} from '../../domain/plays/handful.ts';
import type {Narrowing} from '../../domain/plays/narrowing.ts';
import type {PlayCounts, PlaysQuery} from '../../domain/plays/plays.ts';
import type {RecapAnswer, RecapQuery, TitleOfYear} from '../../domain/plays/recap.ts';
import type {IdleSum} from '../../domain/plays/unwatched.ts';
import {dayText, localDay, zoneSpans} from '../../domain/zone.ts';
import {conditionsOf} from '../../stats/plays/narrow.ts';
import {type Stretch, stretchOf} from '../../stats/plays/time-axis.ts';
import {busiestOf, countNewUsers, yearDates} from '../../stats/recap.ts';
import {quietOf, weekCounts, weekOf, weekSeconds} from '../../stats/week.ts';
import {playedWithin} from './answer-changes.ts';
import {type Answering, answering, coverageOf, type PlaySources, playsWithin} from './answer-plays.ts';
import {answerUnwatched} from './answer-unwatched.ts';
import {playFacts} from './facts.ts';

/** A year whose first plays are of its second week is known all the same: nobody may have watched. */
const graceSeconds = 7 * secondsPerDay;

const future = (year: number, thisYear: number): AppError =>
	new AppError('usage', `${year} has not begun yet.`, {hint: `This year is ${thisYear} on the server.`});

const unknown = (year: number, records: string | null): AppError =>
	records === null
		? new AppError('not-found', 'No play is known yet.', {hint: 'The year is told once something was played.'})
		: new AppError('not-found', `Nothing is known of ${year}: the records begin on ${records}.`, {
				hint: 'Tautulli knows no play before that.',
			});

/** Of a kind of media, where the question is about that too. */
const titleOfYear = async (
	count: (query: Pick<PlaysQuery, 'by' | 'where' | 'limit'>) => Promise<PlayCounts>,
	where: Narrowing,
	type: 'movie' | 'episode',
	words: readonly string[],
): Promise<TitleOfYear | null> => {
	if (where.mediaType && !where.mediaType.some(({id}) => words.includes(id))) return null;
	const {rows} = await count({by: 'title', where: {...where, mediaType: [{id: type, name: type}]}, limit: 2});
	const best = rows.find(({key}) => key !== '');
	return best ? {ratingKey: best.key, name: best.name, plays: best.plays} : null;
};

/** Films that nobody has ever played: of the home as it is, so neither of a part of it nor of a year that is over. */
const neverPlayed = async (sources: PlaySources, where: Narrowing): Promise<IdleSum | null> => {
	if (Object.keys(where).length > 0) return null;
	try {
		const query = {level: 'films', since: null, withIdle: false, where, limit: 0} as const;
		return (await answerUnwatched(sources, query)).sums.never;
	} catch (error) {
		if (error instanceof AppError && error.code === 'waiting') return null;
		throw error;
	}
};

const newUsersOf = async (
	sources: PlaySources,
	{mirror, state, zone}: Answering,
	where: Narrowing,
	stretch: Stretch,
): Promise<number> => {
	const {serverId} = state;
	const {columns, starts} = await sources.columns.read(mirror, serverId, Number.NEGATIVE_INFINITY, zone.name);
	const users = [...mirror.names.users(serverId)].flatMap(([id, {known}]) => (known ? [id] : []));
	const conditions = conditionsOf(where, columns, starts, playFacts(mirror, serverId), false);
	return countNewUsers(columns, stretch, conditions, new Set(users));
};

/** A year in numbers, against the same days of the year before. */
export const answerRecap = async (sources: PlaySources, {year: asked, where}: RecapQuery): Promise<RecapAnswer> => {
	const found = answering(sources);
	const {mirror, state, zone} = found;
	const now = sources.now();
	const today = dayText(localDay(zone.name, now));
	const thisYear = Number(today.slice(0, 4));
	const year = asked ?? thisYear;
	if (year > thisYear) throw future(year, thisYear);
	const dates = yearDates(year, today);
	const [stretch, before] = [dates.now, dates.before].map(window => stretchOf(window, '', zone.name, now, null));
	if (!stretch || !before) throw new Error('A year has no days.');
	const coverage = coverageOf(found, stretch, now);
	const everything = coverageOf(found, {from: Number.NEGATIVE_INFINITY, to: stretch.to}, now);
	const records = everything.knownFrom ?? mirror.plays.oldestStart(state.serverId);
	if (records === null || records >= stretch.to) {
		throw unknown(year, records === null ? null : dayText(localDay(zone.name, records)));
	}

	const since = Number.NEGATIVE_INFINITY;
	const count = (query: Pick<PlaysQuery, 'by' | 'where' | 'limit'>): Promise<PlayCounts> =>
		playsWithin(sources, {split: 'nothing', window: dates.now, measure: 'plays', ...query}, stretch, since);
	const played = await playedWithin(sources, where, stretch, since);
	const months = await count({by: 'month', where});
	const calendar = await count({by: 'calendar', where});
	const {from, to} = calendar.span;
	const week = weekOf(
		weekCounts(calendar.rows, ({plays}) => plays),
		weekSeconds(from, to, zoneSpans(zone.name, from, to)),
	);
	const plays = new Map(months.rows.map(row => [row.key, row.plays]));
	const isEnough = played.plays >= handful;
	return {
		year,
		from: dates.now.from,
		to: dates.now.to,
		isSoFar: dates.isSoFar,
		now: played,
		before: records > before.from + graceSeconds ? null : await playedWithin(sources, where, before, since),
		newUsers: records < stretch.from ? await newUsersOf(sources, found, where, stretch) : null,
		months: (months.axis ?? []).map(month => ({month, plays: plays.get(month) ?? 0})),
		busiest: isEnough ? busiestOf(week) : null,
		quiet: isEnough ? quietOf(week) : null,
		film: await titleOfYear(count, where, 'movie', ['movie']),
		show: await titleOfYear(count, where, 'episode', ['episode', 'show']),
		unwatched: dates.isSoFar ? await neverPlayed(sources, where) : null,
		knownFrom: records > stretch.from ? records : null,
		coverage,
	};
};
