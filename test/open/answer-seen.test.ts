import {expect, test} from 'vitest';
import type {Narrowing} from '../../source/domain/plays/narrowing.ts';
import type {Session} from '../../source/domain/session.ts';
import type {PlaySources} from '../../source/open/plays/answer-plays.ts';
import {createHeldColumns} from '../../source/open/plays/held-columns.ts';
import {seenAnswers} from '../../source/open/streams/answer-seen.ts';
import type {Store} from '../../source/store/open.ts';
import {fakeSession} from '../helpers/fake-sources.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const hour = 3600;

const sound: Partial<Session> = {transcodeDecision: 'transcode', audioDecision: 'transcode'};
const codec: Partial<Session> = {...sound, videoDecision: 'transcode'};

const see = (store: Store, sessionKey: string, from: number, given: Partial<Session>, ended = true): void =>
	store.saveSighting(
		{
			streams: [
				{
					session: fakeSession({sessionKey, ...given}),
					sights: [from, from + 600].map(at => ({at: noon + at, isBuffering: false, speed: 1, kbps: 1000})),
					endedAt: ended ? noon + from + 605 : null,
				},
			],
			minutes: [],
		},
		0,
	);

/** Four streams of two days, the last one running. */
const evening = () => {
	const {store} = tempStore();
	store.mirror.servers.begin('tower', noon);
	see(store, '1', -40 * hour, {...sound, userId: 1, fullTitle: 'Señor Harbour', sectionId: '1'});
	see(store, '2', -4 * hour, {...codec, userId: 2, player: 'Roku', location: 'wan', sectionId: '2'});
	see(store, '3', -2 * hour, {userId: 1, fullTitle: 'Harbour Lights'});
	see(store, '4', -hour, {...codec, userId: 2, live: true, mediaType: 'episode'});
	see(store, '5', -600, {...sound, userId: 1}, false);
	const sources: PlaySources = {
		mirrored: {current: () => store},
		history: {zone: () => ({name: 'UTC', trust: 'configured'}), grouping: true, isZoneAwaited: () => false},
		trouble: () => null,
		now: () => noon,
		columns: createHeldColumns(
			() => noon,
			async () => undefined,
			{short: false},
		),
	};
	return seenAnswers({need: () => store}, sources);
};

const choice = (id: string) => [{id, name: id}];

test.each<[name: string, days: number, where: Narrowing, seen: number, codecs: number]>([
	['everything that has ended', 0, {}, 3, 2],
	['a day', 1, {}, 2, 2],
	['a user', 0, {user: choice('1')}, 1, 0],
	['a library', 0, {library: choice('2')}, 1, 1],
	['live TV', 0, {mediaType: choice('live')}, 1, 1],
	['a network', 0, {network: choice('wan')}, 1, 1],
	['a player', 0, {player: choice('Roku')}, 1, 1],
	['a text, blind to accents', 0, {text: 'senor'}, 1, 0],
	['what was not transcoded', 0, {decision: choice('direct play')}, 0, 0],
	['an hour of the day', 0, {hour: choice('8')}, 1, 1],
])('why, of %s', async (_, days, where, seen, codecs) => {
	const answer = await evening().whyTranscoded({window: {days}, where});
	expect(answer).toMatchObject({seen, reasons: {codec: codecs}, since: noon - 40 * hour});
});

test('streams of a window, newest first and narrowed; those that run by their keys', async () => {
	const {seenStreams} = evening();
	const keys = async (query: Parameters<typeof seenStreams>[0]) =>
		(await seenStreams(query)).map(({sessionKey}) => sessionKey);
	expect(await keys({window: {days: 0}, where: {}})).toEqual(['5', '4', '3', '2', '1']);
	expect(await keys({window: {days: 1}, where: {user: choice('1')}})).toEqual(['5', '3']);
	expect(await keys({sessionKeys: ['5', '1']})).toEqual(['5']);
	expect(await keys({sessionKeys: ['4']})).toEqual([]);
	expect(await keys({rowIds: [1]})).toEqual([]);
});
