import {expect, test} from 'vitest';
import {answerWeeks} from '../../source/open/plays/answer-weeks.ts';
import {createHeldColumns} from '../../source/open/plays/held-columns.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const day = 86_400;

test('a play is in the one week of the calendar in which it stopped', async () => {
	const {store} = tempStore();
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('plex', noon);
	const midnight = noon - (noon % day);
	const members = [{ratingKey: '11', type: 'movie', title: 'Heist', guid: 'g'}];
	mirror.members.save({collectionKey: '900', level: 0, changedAt: null, members}, noon);
	// Today, the first second of this week, the last one of the week before, and three weeks ago.
	const stops = [noon - 60, midnight - 6 * day, midnight - 6 * day - 1, noon - 21 * day];
	mirror.plays.save(
		serverId,
		stops.map((stoppedAt, index) => ({...serverRow(index + 1, stoppedAt - 900, {ratingKey: '11'}), stoppedAt})),
	);
	mirror.servers.markCompared(serverId, noon, 0);
	const answer = await answerWeeks(
		{
			mirrored: {current: () => store},
			history: {zone: () => ({name: 'UTC', trust: 'presumed'}), grouping: true, isZoneAwaited: () => false},
			trouble: () => null,
			columns: createHeldColumns(
				() => noon,
				async () => undefined,
				{short: true},
			),
			now: () => noon,
		},
		{weeks: 3, where: {}, fresh: false},
		async () => undefined,
	);
	const text = (at: number): string => new Date(at * 1000).toISOString().slice(0, 10);
	expect(answer.weeks.at(-1)).toEqual({from: text(midnight - 6 * day), to: text(midnight)});
	expect(answer.rows).toEqual([{ratingKey: '900', plays: [0, 1, 2]}]);
});
