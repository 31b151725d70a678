import {expect, test} from 'vitest';
import type {ChangesQuery} from '../../source/domain/plays/changes.ts';
import {changeGroups} from '../../source/domain/plays/changes.ts';
import {answerChanges} from '../../source/open/plays/answer-changes.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {playSources} from '../helpers/play-sources.ts';
import {noon, openRaw, tempStore} from '../helpers/temp-store.ts';

const day = 86_400;

/** A play that stopped at a second; five minutes of it are paused. */
const stopped = (rowId: number, at: number, more: Parameters<typeof serverRow>[2] = {}) =>
	serverRow(rowId, at - 3600, {stoppedAt: at, pausedSeconds: 300, userId: 1, user: 'marta', ...more});

const setScene = (rows: ReadonlyArray<ReturnType<typeof serverRow>>, zone = 'UTC') => {
	const {store, file, clock} = tempStore();
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('plex', noon);
	for (const section of ['1', '2']) {
		mirror.plays.save(
			serverId,
			rows.filter(({sectionId}) => sectionId === section),
			section,
		);
	}
	mirror.servers.markCompared(serverId, noon, 0);
	const sources = playSources(store, clock, zone);
	const ask = (given: Partial<ChangesQuery> = {}) =>
		answerChanges(sources, {window: {days: 7}, where: {}, groups: changeGroups, ...given});
	return {ask, file, clock};
};

test('a play that stopped as the window begins is in it; one second before, in the one before', async () => {
	const start = noon - 7 * day;
	const {ask} = setScene([
		stopped(1, start),
		stopped(2, start - 1),
		stopped(3, start - 7 * day),
		stopped(4, start - 7 * day - 1),
		stopped(5, noon),
	]);
	const {now, before, spans, recordsFrom} = await ask();
	expect([now.plays, before.plays]).toEqual([2, 2]);
	expect(spans).toEqual({now: {from: start, to: null}, before: {from: start - 7 * day, to: start}});
	expect([now.playedSeconds, before.playedSeconds]).toEqual([6600, 6600]);
	expect(recordsFrom).toBeNull();
});

test('dates are whole days of the server, with the days before them', async () => {
	// In Prague the clocks went forward on 2026-03-29: the 28th began at 23:00 UTC, the 30th at 22:00.
	const at = (text: string): number => Date.parse(text) / 1000;
	const {ask, clock} = setScene(
		[
			stopped(1, at('2026-03-29T22:00:00Z')),
			stopped(2, at('2026-03-29T21:59:59Z')),
			stopped(3, at('2026-03-27T23:00:00Z')),
			stopped(4, at('2026-03-27T22:59:59Z')),
			stopped(5, at('2026-03-31T22:00:00Z')),
		],
		'Europe/Prague',
	);
	clock.at = at('2026-04-02T12:00:00Z');
	const {now, before, spans} = await ask({window: {from: '2026-03-30', to: '2026-03-31'}});
	expect([now.plays, before.plays]).toEqual([1, 2]);
	expect(spans.before).toEqual({from: at('2026-03-27T23:00:00Z'), to: at('2026-03-29T22:00:00Z')});
	expect(spans.now.to).toBe(at('2026-03-31T22:00:00Z'));
});

test('all time has nothing before it; records that begin in the window before are told', async () => {
	const {ask} = setScene([stopped(1, noon - 8 * day)]);
	await expect(ask({window: {days: 0}})).rejects.toMatchObject({code: 'usage'});
	expect((await ask()).recordsFrom).toBe(noon - 8 * day - 3600);
});

test('every number is what SQL makes of the same plays', async () => {
	const rows = Array.from({length: 400}, (_, index) =>
		stopped(index + 1, noon - index * 5000, {
			referenceId: index % 5 === 1 ? index : index + 1,
			userId: index % 3,
			user: `user ${index % 3}`,
			transcodeDecision: (['direct play', 'copy', 'transcode', ''] as const)[index % 4] ?? '',
			platform: index % 2 === 0 ? 'Roku' : 'tvOS',
			ratingKey: String(1000 + (index % 6)),
		}),
	);
	const {ask, file} = setScene(rows);
	const answer = await ask();
	const sql = (column: string, from: number, to: number) =>
		openRaw(file)
			.prepare<[number, number], {key: string; plays: number; seconds: number; users: number}>(
				`WITH wanted AS (SELECT *, min(row_id) OVER (PARTITION BY reference_id) AS first FROM plays
				WHERE stopped_at >= ? AND stopped_at < ?)
				SELECT CAST(lead.${column} AS TEXT) AS key, count(DISTINCT wanted.reference_id) AS plays,
				sum(wanted.stopped_at - wanted.started_at - wanted.paused_seconds) AS seconds,
				count(DISTINCT wanted.user_id) AS users FROM wanted JOIN plays AS lead ON lead.row_id = wanted.first GROUP BY 1 ORDER BY 1`,
			)
			.all(from, to);
	const spans = [
		['now', noon - 7 * day, noon + day],
		['before', noon - 14 * day, noon - 7 * day],
	] as const;
	const columns = {library: 'section_id', user: 'user_id', title: 'rating_key', platform: 'platform'} as const;
	for (const [when, from, to] of spans) {
		for (const group of changeGroups) {
			const mine = answer.names
				.filter(each => each.group === group && each[when].plays > 0)
				.map(each => ({
					key: each.key,
					plays: each[when].plays,
					seconds: each[when].playedSeconds,
					users: each[when].users,
				}))
				.sort((one, two) => (one.key < two.key ? -1 : 1));
			expect([when, group, mine]).toEqual([when, group, sql(columns[group], from, to)]);
		}
		const decisions = new Map(sql('transcode_decision', from, to).map(row => [row.key, row.plays]));
		const playsOf = (decision: string): number => decisions.get(decision) ?? 0;
		expect(answer[when]).toMatchObject({
			plays: [...decisions.values()].reduce((sum, plays) => sum + plays, 0),
			transcodes: playsOf('transcode'),
			decided: playsOf('transcode') + playsOf('copy') + playsOf('direct play'),
			most: {count: 1},
		});
	}
});
