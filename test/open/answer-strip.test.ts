import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import {idlePeak} from '../../source/domain/streams/minute.ts';
import {stripAnswer} from '../../source/open/streams/answer-strip.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {fakePeaks, fullCoverage} from '../helpers/fake-plays.ts';
import {playSources} from '../helpers/play-sources.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const minute = Math.floor(noon / 60);

const record = {count: 7, at: noon - 86_400, before: null};

/** A store with plays an hour ago, and minutes that were seen since then. */
const evening = () => {
	const {store, clock} = tempStore();
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('plex', noon);
	const row = (rowId: number, ago: number, forMinutes: number, transcodeDecision: 'copy' | 'transcode') => ({
		...serverRow(rowId, noon - ago * 60, {stoppedAt: noon - (ago - forMinutes) * 60, userId: rowId}),
		transcodeDecision,
	});
	mirror.plays.save(serverId, [row(1, 200, 100, 'copy'), row(2, 120, 40, 'transcode')]);
	mirror.servers.markCompared(serverId, noon, 0);
	const seen = [2, 1, 0].map(ago => ({...idlePeak, minute: minute - ago, streams: ago, direct: ago}));
	store.saveSighting({streams: [], minutes: seen}, 0);
	const asked: unknown[] = [];
	const {strip} = stripAnswer({
		held: {current: () => store},
		sources: playSources(store, clock),
		peaks: async query => {
			asked.push(query.window);
			const answer = fakePeaks({categories: [], series: [], highest: null}, fullCoverage(noon));
			return {...answer, records: {usual: null, streams: record, transcodes: null}};
		},
	});
	return {store, strip, asked, clock, mirror, serverId, row};
};

test('three hours: what was seen, and history for the time before', async () => {
	const {strip} = evening();
	const {from, minutes} = await strip({at: null});
	expect([from, minutes.length]).toEqual([(minute - 179) * 60, 180]);
	const at = (ago: number) => minutes[179 - ago];
	expect(at(150)).toEqual({streams: 1, direct: 0, copied: 1, transcoded: 0, isSeen: false});
	expect(at(110)).toEqual({streams: 2, direct: 0, copied: 1, transcoded: 1, isSeen: false});
	expect(at(81)).toEqual({streams: 1, direct: 0, copied: 0, transcoded: 1, isSeen: false});
	expect(at(3)).toEqual({streams: 0, direct: 0, copied: 0, transcoded: 0, isSeen: false});
	expect([at(2)?.streams, at(1)?.streams, at(0)?.isSeen]).toEqual([2, 1, true]);
});

test('of a past moment the three hours before it', async () => {
	const {strip} = evening();
	const {from, minutes} = await strip({at: noon - 90 * 60});
	expect(from).toBe((minute - 90 - 179) * 60);
	expect(minutes.at(-1)).toMatchObject({streams: 1, transcoded: 1, isSeen: false});
});

test('nobody waits for the record, which is reckoned once for the same history', async () => {
	const {strip, asked, mirror, serverId, row} = evening();
	expect((await strip({at: null})).record).toBeNull();
	expect((await strip({at: null})).record).toEqual(record);
	expect(asked).toEqual([{days: 1}]);
	mirror.plays.save(serverId, [row(3, 30, 10, 'copy')]);
	await strip({at: null});
	expect(asked).toHaveLength(2);
});

test('without a database and without a history nothing is known, and nothing fails', async () => {
	const {strip} = stripAnswer({
		held: {current: () => null},
		sources: {
			mirrored: {
				current: () => {
					throw new AppError('store', 'The database cannot be opened.');
				},
			},
			history: null,
			trouble: () => null,
			now: () => noon,
		},
		peaks: () => Promise.reject(new AppError('waiting', 'Not yet.')),
	});
	const {minutes, record: none} = await strip({at: null});
	expect([minutes.every(one => one === null), none]).toEqual([true, null]);
});
