import {expect, test} from 'vitest';
import {answerHistory} from '../../source/open/plays/answer-history.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {playSources} from '../helpers/play-sources.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

test('a row that Tautulli joined tells of which rows; one alone needs no list', async () => {
	const {store} = tempStore();
	const {serverId} = store.mirror.servers.begin('plex', noon);
	const row = (rowId: number, referenceId: number) => ({...serverRow(rowId, noon - 9000 + rowId), referenceId});
	store.mirror.plays.save(serverId, [row(1, 1), row(2, 2), row(3, 2)]);
	store.mirror.servers.markCompared(serverId, noon, 0);
	const joinedOf = async (grouping: boolean) => {
		const {plays} = await answerHistory(
			{
				...playSources(store, {at: noon}),
				history: {zone: () => ({name: 'UTC', trust: 'verified'}), grouping, isZoneAwaited: () => false},
			},
			{window: {days: 0}, where: {}, sort: 'date', reverse: false, limit: 10, start: 0},
		);
		return plays.map(({joinedRows}) => joinedRows);
	};
	expect(await joinedOf(true)).toEqual([[2, 3], undefined]);
	expect(await joinedOf(false)).toEqual([undefined, undefined, undefined]);
});
