import {expect, test} from 'vitest';
import {answerRecap} from '../../source/open/plays/answer-recap.ts';
import {type ServerRow, serverRow} from '../helpers/fake-history.ts';
import {leafOf, listLeaves} from '../helpers/leaves.ts';
import {playSources} from '../helpers/play-sources.ts';
import {noon, openRaw, tempStore} from '../helpers/temp-store.ts';

const at = (text: string): number => Date.parse(text) / 1000;

const setScene = (rows: readonly ServerRow[], now: string, zone = 'UTC') => {
	const {store, file, clock} = tempStore();
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('plex', noon);
	mirror.plays.save(serverId, rows);
	mirror.servers.markCompared(serverId, noon, 0);
	clock.at = at(now);
	const sources = playSources(store, clock, zone);
	const ask = (year: number | null = null, where = {}) => answerRecap(sources, {year, where});
	return {mirror, serverId, ask, file};
};

const row = (rowId: number, start: string, more: Parameters<typeof serverRow>[2] = {}) =>
	serverRow(rowId, at(start), {userId: 1, user: 'marta', ...more});

test('a year of the server ends and begins at its own midnight, by the stop of a play', async () => {
	const {ask} = setScene(
		[
			row(1, '2024-06-01T12:00:00Z'),
			// In Prague the year 2026 begins at 23:00 UTC; a play takes half an hour.
			row(2, '2025-12-31T22:29:59Z'),
			row(3, '2025-12-31T22:30:00Z', {userId: 2, user: 'otto'}),
			row(4, '2026-01-15T10:00:00Z', {userId: 3, user: 'lena'}),
		],
		'2026-01-15T12:00:00Z',
		'Europe/Prague',
	);
	const answer = await ask();
	expect(answer).toMatchObject({
		year: 2026,
		from: '2026-01-01',
		to: '2026-01-15',
		isSoFar: true,
		now: {plays: 2, users: 2},
		newUsers: 1,
		before: {plays: 0},
		busiest: null,
		quiet: null,
		knownFrom: null,
		unwatched: null,
		months: [{month: '2026-01', plays: 1}],
	});
	expect(await ask(2025)).toMatchObject({isSoFar: false, now: {plays: 1}, before: null, newUsers: 0, knownFrom: null});
});

test('a year in which the records begin is known from then on; before it nothing is', async () => {
	const {ask} = setScene([row(1, '2025-03-04T12:00:00Z'), row(2, '2026-02-01T12:00:00Z')], '2026-03-01T12:00:00Z');
	expect(await ask(2025)).toMatchObject({knownFrom: at('2025-03-04T12:00:00Z'), before: null, newUsers: null});
	expect(await ask()).toMatchObject({knownFrom: null, before: null, newUsers: 0});
	await expect(ask(2024)).rejects.toMatchObject({
		code: 'not-found',
		message: 'Nothing is known of 2024: the records begin on 2025-03-04.',
	});
	await expect(ask(2027)).rejects.toMatchObject({code: 'usage'});
});

test('a history that begins in the first week holds the year', async () => {
	const {ask} = setScene([row(1, '2025-01-08T00:00:00Z'), row(2, '2026-02-01T12:00:00Z')], '2026-03-01T12:00:00Z');
	expect((await ask()).before).toMatchObject({plays: 1});
	const later = setScene([row(1, '2025-01-08T00:00:01Z'), row(2, '2026-02-01T12:00:00Z')], '2026-03-01T12:00:00Z');
	expect((await later.ask()).before).toBeNull();
});

test('without a play there is no year', async () => {
	const {ask} = setScene([], '2026-03-01T12:00:00Z');
	await expect(ask()).rejects.toMatchObject({code: 'not-found', message: 'No play is known yet.'});
});

test('every number is what SQL makes of the same plays', async () => {
	const titles = [
		{ratingKey: '11', mediaType: 'movie'},
		{
			ratingKey: '711',
			parentRatingKey: '71',
			grandparentRatingKey: '7',
			mediaType: 'episode',
			grandparentTitle: 'Show',
		},
		{ratingKey: '12', mediaType: 'movie'},
	];
	const rows = Array.from({length: 700}, (_, index) => {
		const start = at('2024-12-01T00:00:00Z') + index * 90_061;
		const user = index < 450 ? index % 3 : index % 4;
		return serverRow(index + 1, start, {
			userId: user,
			user: `user ${user}`,
			transcodeDecision: index % 3 === 0 ? 'transcode' : 'direct play',
			...titles[index % 7 < 4 ? 0 : index % 7 < 6 ? 1 : 2],
		});
	});
	const {ask, file, mirror, serverId} = setScene(rows, '2026-12-31T12:00:00Z');
	listLeaves(mirror, serverId, [
		leafOf({ratingKey: '11', guid: 'a', size: 5}),
		leafOf({ratingKey: '13', guid: 'b', size: 70}),
	]);
	const answer = await ask();
	const raw = openRaw(file);
	const one = (sql: string) => raw.prepare<[], {readonly n: number; readonly of: string}>(sql).get();
	const year = (of: number) => `stopped_at >= unixepoch('${of}-01-01') AND stopped_at < unixepoch('${of + 1}-01-01')`;
	for (const [played, of] of [
		[answer.now, 2026],
		[answer.before, 2025],
	] as const) {
		expect(played).toMatchObject(
			one(`SELECT count(*) AS plays, sum(stopped_at - started_at - paused_seconds) AS playedSeconds,
				count(DISTINCT user_id) AS users, sum(transcode_decision = 'transcode') AS transcodes, count(*) AS decided
				FROM plays WHERE ${year(of)}`) ?? {},
		);
		expect(played?.most?.count).toBe(1);
	}
	expect(answer.newUsers).toBe(
		one(`SELECT count(*) AS n FROM (SELECT min(started_at) AS first FROM plays GROUP BY user_id)
			WHERE first >= unixepoch('2026-01-01')`)?.n,
	);
	expect(answer.newUsers).toBe(1);
	expect(answer.months).toHaveLength(12);
	expect(answer.months.filter(({plays}) => plays > 0)).toEqual(
		raw
			.prepare(
				`SELECT strftime('%Y-%m', started_at, 'unixepoch') AS month, count(*) AS plays FROM plays
				WHERE ${year(2026)} AND started_at >= unixepoch('2026-01-01') GROUP BY 1 ORDER BY 1`,
			)
			.all(),
	);
	const most = (format: string, order: string) =>
		Number(
			one(`SELECT strftime('${format}', started_at, 'unixepoch') AS of, count(*) AS n FROM plays WHERE ${year(2026)}
				GROUP BY 1 ORDER BY n DESC, ${order} LIMIT 1`)?.of,
		);
	expect(answer.busiest).toEqual({day: most('%w', '(of + 6) % 7'), hour: most('%H', 'of')});
	const top = (where: string, key: string) =>
		one(`SELECT CAST(${key} AS TEXT) AS ratingKey, count(*) AS plays FROM plays
			WHERE ${year(2026)} AND ${where} GROUP BY 1 ORDER BY plays DESC LIMIT 1`);
	expect(answer.film).toMatchObject(top("media_type = 'movie'", 'rating_key') ?? {});
	expect(answer.show).toMatchObject(top("media_type = 'episode'", 'grandparent_rating_key') ?? {});
	expect(answer.unwatched).toEqual({titles: 1, size: 70, unsized: 0});
	const ofUser = await ask(null, {user: [{id: '1', name: 'user 1'}]});
	expect(ofUser).toMatchObject({unwatched: null, now: {users: 1}});
	expect(ofUser.now.plays).toBe(one(`SELECT count(*) AS n FROM plays WHERE ${year(2026)} AND user_id = 1`)?.n);
	const films = await ask(null, {mediaType: [{id: 'movie', name: 'movie'}]});
	expect([films.film?.ratingKey, films.show]).toEqual(['11', null]);
});
