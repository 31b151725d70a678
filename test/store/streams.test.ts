import {expect, test} from 'vitest';
import type {Session} from '../../source/domain/session.ts';
import {idlePeak, type Minute} from '../../source/domain/streams/minute.ts';
import type {Sight} from '../../source/domain/streams/seen-stream.ts';
import type {Store} from '../../source/store/open.ts';
import {fakeFormat, fakeSession} from '../helpers/fake-sources.ts';
import {noon, openAt, openRaw, tempStore} from '../helpers/temp-store.ts';

const minute = Math.floor(noon / 60);

const sight = (at: number, given: Partial<Sight> = {}): Sight => ({
	at,
	isBuffering: false,
	speed: null,
	kbps: null,
	...given,
});

type Told = {session?: Partial<Session>; sights: readonly Sight[]; endedAt?: number | null};

const tell = (store: Store, ...told: readonly Told[]): void =>
	store.saveSighting(
		{
			streams: told.map(({session, sights, endedAt = null}) => ({
				session: fakeSession(session ?? {}),
				sights,
				endedAt,
			})),
			minutes: [],
		},
		0,
	);

const seen = (store: Store) => store.streams.seenBetween(noon - 86_400, noon + 86_400, 100);

test('a stream keeps what it was, at both ends', () => {
	const {store} = tempStore();
	const session = fakeSession({
		sessionKey: '45',
		userId: 1000,
		machineId: 'roku-1',
		transcodeDecision: 'transcode',
		transcodeHardware: true,
		qualityProfile: '4 Mbps 720p',
		videoDecision: 'transcode',
		audioDecision: 'transcode',
		subtitleDecision: 'burn',
		location: 'wan',
		relayed: true,
		source: fakeFormat({
			videoCodec: 'hevc',
			audioCodec: 'eac3',
			audioChannels: 6,
			subtitleCodec: 'pgs',
			subtitleLanguage: 'Czech',
		}),
		stream: fakeFormat({resolution: '720p', bitrateKbps: 4000, container: 'mpegts'}),
	});
	tell(store, {session, sights: [sight(noon, {speed: 1.4, kbps: 5000}), sight(noon + 5, {speed: 0.8, kbps: 4100})]});
	const {source, stream, machineId, location, relayed, qualityProfile, userId, ratingKey} = session;
	expect(seen(store)).toMatchObject([
		{
			...{source, stream, machineId, location, relayed, qualityProfile, userId, ratingKey},
			why: ['limit', 'subtitles', 'sound'],
			firstSeen: noon,
			lastSeen: noon + 5,
			endedAt: null,
			slowestSpeed: 0.8,
			highestKbps: 5000,
			transcodeHardware: true,
			rowId: null,
		},
	]);
});

test('it is written again and again, and stays one', () => {
	const {store} = tempStore();
	tell(store, {sights: [sight(noon)]});
	tell(store, {session: {transcodeDecision: 'transcode', audioDecision: 'transcode'}, sights: [sight(noon + 10)]});
	tell(store, {sights: [sight(noon + 20)], endedAt: noon + 25});
	expect(seen(store)).toMatchObject([{firstSeen: noon, lastSeen: noon + 20, endedAt: noon + 25, why: []}]);
});

test.each<[name: string, session: Partial<Session>, later: number, streams: number]>([
	['ten minutes unseen', {}, 600, 1],
	['longer unseen: Plex has begun anew', {}, 601, 2],
	['another user', {userId: 2}, 5, 2],
	['no user', {userId: null}, 5, 2],
	['another item', {ratingKey: '7'}, 5, 2],
	['no item', {ratingKey: ''}, 5, 2],
	['another player', {machineId: 'other'}, 5, 2],
	['another key', {sessionKey: '8'}, 5, 2],
])('which stream it is: %s', (_, session, later, streams) => {
	const {store} = tempStore();
	tell(store, {sights: [sight(noon)]});
	tell(store, {session, sights: [sight(noon + later)]});
	tell(store, {session, sights: [sight(noon + later + 1)]});
	expect(seen(store)).toHaveLength(streams);
});

test('two programs on one file tell of each stream and each second once', () => {
	const {store, file} = tempStore();
	const other = openAt(file);
	const stalls = (at: number) => sight(at, {isBuffering: at >= noon + 10 && at < noon + 30});
	for (let at = noon; at < noon + 60; at += 10) {
		tell(store, {sights: [stalls(at), stalls(at + 4)]});
		tell(other, {sights: [stalls(at + 2), stalls(at + 7)]});
	}
	tell(store, {sights: [stalls(noon + 64)], endedAt: noon + 66});
	tell(other, {sights: [stalls(noon + 62)], endedAt: noon + 67});
	expect(seen(store)).toMatchObject([{firstSeen: noon, lastSeen: noon + 64, stalls: 1, stalledSeconds: 20}]);
});

test('streams of before the first history are of it once it is there', () => {
	const {store, file} = tempStore();
	tell(store, {sights: [sight(noon)]});
	const {serverId} = store.mirror.servers.begin('tower', noon);
	tell(store, {sights: [sight(noon + 5)]});
	expect(openRaw(file).prepare('SELECT server_id FROM streams').all()).toEqual([{server_id: serverId}]);
});

const busy: Minute = {
	minute,
	streams: 3,
	direct: 2,
	copied: 0,
	transcoded: 1,
	kbps: 9000,
	lanKbps: 4000,
	wanKbps: null,
};

test('a minute has the most of everything, whoever tells of it', () => {
	const {store, file} = tempStore();
	const other = openAt(file);
	const say = (each: Store, told: Partial<Minute>) =>
		each.saveSighting({streams: [], minutes: [{...busy, ...told}]}, 0);
	say(store, {});
	say(other, {streams: 2, copied: 1, kbps: 9500, lanKbps: null, wanKbps: 5500});
	say(store, {...idlePeak});
	expect(store.minutes.between(minute, minute + 1)).toEqual([{...busy, copied: 1, kbps: 9500, wanKbps: 5500}]);
});

test('old minutes go by and by, the oldest first', () => {
	const {store} = tempStore();
	const all = Array.from({length: 300}, (_, index) => ({...idlePeak, minute: minute + index}));
	store.saveSighting({streams: [], minutes: all}, 0);
	const left = () => store.minutes.between(minute, minute + 300).map(each => each.minute - minute);
	store.saveSighting({streams: [], minutes: []}, minute + 200);
	expect(left()[0]).toBe(120);
	store.saveSighting({streams: [], minutes: []}, minute + 200);
	expect(left()[0]).toBe(200);
});

test('what fails half-way is not there at all', () => {
	const {store, file} = tempStore();
	openRaw(file).exec(`CREATE TRIGGER full BEFORE INSERT ON minutes BEGIN SELECT raise(ABORT, 'full'); END`);
	const sighting = {streams: [{session: fakeSession({}), sights: [sight(noon)], endedAt: null}], minutes: [busy]};
	expect(() => store.saveSighting(sighting, 0)).toThrow();
	expect(seen(store)).toEqual([]);
});
