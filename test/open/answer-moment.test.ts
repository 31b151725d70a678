import {expect, test} from 'vitest';
import {answerMoment} from '../../source/open/plays/answer-moment.ts';
import type {PlaySources} from '../../source/open/plays/answer-plays.ts';
import {createHeldColumns} from '../../source/open/plays/held-columns.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const setScene = () => {
	const {store} = tempStore();
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('plex', noon);
	const row = (rowId: number, startedAt: number, stoppedAt: number, more: object = {}) => ({
		...serverRow(rowId, startedAt, {stoppedAt, userId: rowId, user: `user ${rowId}`}),
		...more,
	});
	mirror.plays.save(serverId, [
		row(1, noon - 5 * 365 * 86_400, noon - 5 * 365 * 86_400 + 3600, {transcodeDecision: 'transcode'}),
		row(2, noon - 900, noon - 100, {network: 'wan'}),
		row(3, noon - 500, noon - 400),
		row(4, noon - 400, noon - 300, {network: 'wan'}),
	]);
	mirror.servers.markCompared(serverId, noon, 0);
	const sources: PlaySources = {
		mirrored: {current: () => store},
		history: {zone: () => ({name: 'UTC', trust: 'verified'}), grouping: true, isZoneAwaited: () => false},
		trouble: () => null,
		columns: createHeldColumns(
			() => noon,
			async () => undefined,
			{short: true},
		),
		now: () => noon,
	};
	const at = async (moment: number, where: Parameters<typeof answerMoment>[2] = {}) => {
		const {plays} = await answerMoment(sources, {from: moment, to: moment + 1}, where);
		return plays.map(({rowId}) => rowId);
	};
	return {sources, at};
};

test('who was watching: whoever had begun, and stopped later; five years ago as well', async () => {
	const {at} = setScene();
	expect(await at(noon - 401)).toEqual([2, 3]);
	expect(await at(noon - 400)).toEqual([2, 4]);
	expect(await at(noon - 100)).toEqual([]);
	expect(await at(noon - 5 * 365 * 86_400 + 3599)).toEqual([1]);
	expect(await at(noon - 5 * 365 * 86_400 + 3600)).toEqual([]);
});

test('narrowed by anything, as everything else is', async () => {
	const {at} = setScene();
	const wan = {network: [{id: 'wan', name: 'WAN'}]};
	expect(await at(noon - 401, wan)).toEqual([2]);
	expect(await at(noon - 400, {...wan, user: [{id: '4', name: 'user 4'}]})).toEqual([4]);
	expect(await at(noon - 400, {user: [{id: '3', name: 'user 3'}]})).toEqual([]);
	expect(await at(noon - 400, {hour: [{id: '11', name: '11:00'}]})).toEqual([2, 4]);
	expect(await at(noon - 400, {hour: [{id: '12', name: '12:00'}]})).toEqual([]);
});

test('the oldest play tells since when it is known who was watching', async () => {
	const {sources} = setScene();
	const {begins} = await answerMoment(sources, {from: noon, to: noon + 1}, {});
	expect(begins).toBe(noon - 5 * 365 * 86_400);
});
