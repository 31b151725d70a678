import type {PlayedInAll} from '../../domain/plays/changes.ts';
import type {TitleOfYear} from '../../domain/plays/recap.ts';
import type {DataTable} from '../../export/data-table.ts';
import {liftJson} from '../lift/json.ts';
import {keyValue} from '../plays/named-view.ts';
import {whyJson} from '../streams/why.ts';
import type {Year} from './data.ts';

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const playedRecord = ({plays, playedSeconds, users, transcodes, decided, most}: PlayedInAll) => ({
	total_plays: plays,
	total_duration: playedSeconds,
	users,
	transcode: transcodes,
	plays_of_known_decision: decided,
	most_at_once: most && {count: most.count, at: most.at},
});

const titleRecord = (title: TitleOfYear | null) =>
	title && {rating_key: keyValue(title.ratingKey), title: title.name, total_plays: title.plays};

const homeRecord = ({collections, numbers, more, best}: NonNullable<Year['home']>) => ({
	collections,
	numbers,
	more,
	best: best && {collection: best.title, plex_library: best.libraryName, ...liftJson(best)},
});

/** The year as JSON has it. */
export const recapRecord = (data: Year) => ({
	year: data.year,
	from: data.from,
	to: data.to,
	so_far: data.isSoFar,
	...playedRecord(data.now),
	new_users: data.newUsers,
	before: data.before && playedRecord(data.before),
	months: data.months.map(({month, plays}) => ({month, total_plays: plays})),
	busiest: data.busiest && {weekday: dayNames[data.busiest.day] ?? '', hour: data.busiest.hour},
	quiet: data.quiet && {
		weekday: dayNames[data.quiet.weekday] ?? '',
		from_hour: data.quiet.from,
		to_hour: data.quiet.to,
	},
	film: titleRecord(data.film),
	show: titleRecord(data.show),
	most_played: data.titles.map(({key, name, plays}) => ({rating_key: keyValue(key), title: name, total_plays: plays})),
	most_by: data.users.map(({key, name, plays}) => ({user_id: keyValue(key), friendly_name: name, total_plays: plays})),
	why: whyJson(data.why),
	home: data.home && homeRecord(data.home),
	never_played_films: data.unwatched && {titles: data.unwatched.titles, size: data.unwatched.size},
	known_from: data.knownFrom,
});

/** The same as rows: what, its value, that of the year before. */
export const recapTable = ({now, before, newUsers, months, film, show, unwatched, home}: Year): DataTable => ({
	columns: ['what', 'value', 'before'],
	rows: [
		['total_plays', now.plays, before?.plays ?? null],
		['total_duration', now.playedSeconds, before?.playedSeconds ?? null],
		['users', now.users, before?.users ?? null],
		['new_users', newUsers, null],
		['transcode', now.transcodes, before?.transcodes ?? null],
		['plays_of_known_decision', now.decided, before?.decided ?? null],
		['most_at_once', now.most?.count ?? 0, before ? (before.most?.count ?? 0) : null],
		...months.map(({month, plays}) => [month, plays, null]),
		['film', film?.name ?? null, null],
		['show', show?.name ?? null, null],
		['on_home', home?.collections ?? null, null],
		['lift_numbers', home?.numbers ?? null, null],
		['lift_more', home?.more ?? null, null],
		['never_played_films', unwatched?.titles ?? null, null],
		['never_played_size', unwatched?.size ?? null, null],
	],
});
