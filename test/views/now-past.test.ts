import {expect, test} from 'vitest';
import type {SeenStream} from '../../source/domain/streams/seen-stream.ts';
import type {SeenQuery} from '../../source/questions/queries.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {now} from '../../source/views/now/index.ts';
import {fullCoverage} from '../helpers/fake-plays.ts';
import {fakeNow, fakePlay, fakeSeen} from '../helpers/fake-sources.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

const at = fakeNow - 3600;
const query = queryFor(now, {window: {days: 0, at}});
const plays = [
	fakePlay({rowId: 7, transcodeDecision: 'transcode', mediaType: 'episode', grandparentTitle: 'Harbour Lights'}),
	fakePlay({rowId: 9, user: 'jon', userId: 2, pausedSeconds: 0, transcodeDecision: 'direct play'}),
];

const told = (answer: {readonly plays: typeof plays; readonly begins: number | null}) =>
	tell(now, {moment: async () => ({...answer, coverage: fullCoverage(fakeNow)}), seenStreams: async () => []}, query);

test('a moment of the past tells who watched, until when, and opens the play', async () => {
	const answer = await told({plays, begins: 0});
	const scene = fakeScene({query});
	expect(answer.says(scene)).toEqual([
		'20:04: 2 streams, 1 transcode.',
		'marta watched The Long Winter, transcode, on Living room, until 20:44.',
		'jon watched The Long Winter, direct play, on Living room, until 20:44.',
	]);
	const {rows, note, keys} = answer.draw(fakeCanvas({query, height: 6, form: 'page'}));
	expect(note).toBe('20:04');
	expect(keys).toEqual(['7', '9']);
	expect(textOf(rows)[0]).toContain('20:44');
	expect(answer.enter('9', scene)).toEqual({view: 'play', subject: {id: '9', name: 'The Long Winter'}});
	expect(answer.json(scene)).toMatchObject({at, sessions: [{state: null}, {state: 'playing'}]});
});

test('nobody was there, or nobody knows: a history does not go back for ever', async () => {
	const nobody = await told({plays: [], begins: at - 1});
	expect(nobody.says(fakeScene({query}))).toEqual(['20:04: Nobody was watching.']);
	expect(nobody.json(fakeScene({query}))).toMatchObject({stream_count: 0});
	const before = await told({plays: [], begins: at + 86_400});
	expect(before.says(fakeScene({query}))).toEqual([
		'20:04: Who was watching is not known: the history begins on 23 Nov 20:04.',
	]);
	expect(before.json(fakeScene({query}))).toMatchObject({stream_count: null, sessions: []});
	const {rows} = before.draw(fakeCanvas({query, height: 6}));
	expect(textOf(rows).join(' ')).toContain('Who was watching is not known');
});

/** What tautop saw: of the play 7, and of streams without a play. */
const seeing = (running: readonly SeenStream[], of = [fakeSeen({rowId: 7})]): Partial<Sources> => ({
	moment: async () => ({plays, begins: 0, coverage: fullCoverage(fakeNow)}),
	seenStreams: async asked => ('rowIds' in asked ? of : running),
});

const none = {
	bandwidth_kbps: null,
	transcode_speed: null,
	stream_video_codec: null,
	stream_resolution: null,
	stream_kbps: null,
	stream_container: null,
	stream_audio_codec: null,
};

test('what tautop saw of a stream stands beside it; null where it did not; the sum is that of the minute', async () => {
	const answer = await tell(now, seeing([]), query);
	const json = answer.json(fakeScene({query}));
	expect(json).toMatchObject({
		bandwidth_kbps: {total: null, lan: null, wan: null},
		sessions: [
			{
				row_id: 7,
				running: false,
				bandwidth_kbps: 6200,
				transcode_speed: 0.8,
				stream_video_codec: 'h264',
				stream_resolution: '720p',
				stream_kbps: 4000,
				stream_container: 'mpegts',
				stream_audio_codec: 'aac',
			},
			{row_id: 9, running: false, ...none},
		],
	});
	const rows = textOf(answer.draw(fakeCanvas({query, height: 6, form: 'page'})).rows);
	expect(rows[0]).toContain('transcode 0.8×');
	expect(rows[0]).toContain(' 6.2 ');
	expect(answer.line(fakeCanvas({query})).note).toBe('21.4 Mb/s');
});

test('a stream that ran then and still runs is told once, as running', async () => {
	const runs = {
		endedAt: null,
		rowId: null,
		firstSeen: at - 60,
		lastSeen: fakeNow - 5,
		transcodeDecision: 'copy',
	} as const;
	const running = [
		fakeSeen({...runs, sessionKey: '9', user: 'ida', fullTitle: 'Saltwater'}),
		fakeSeen({...runs, user: 'ended', endedAt: at + 60}),
		fakeSeen({...runs, user: 'has its play', rowId: 7}),
		fakeSeen({...runs, user: 'began later', firstSeen: at + 1}),
		fakeSeen({...runs, user: 'lost', lastSeen: fakeNow - 61}),
	];
	const answer = await tell(now, seeing(running), query);
	const scene = fakeScene({query});
	const [, , last] = answer.table(scene).rows;
	expect(answer.json(scene)).toMatchObject({
		stream_count: 3,
		sessions: [
			{row_id: 7},
			{row_id: 9},
			{session_key: '9', user: 'ida', started: at - 60, stopped: null, running: true},
		],
	});
	expect(last?.slice(0, 3)).toEqual(['9', null, 'ida']);
	expect(answer.says(scene)[0]).toBe('20:04: 3 streams, 1 transcode.');
	expect(answer.says(scene).filter(text => text.startsWith('ida'))).toEqual([expect.stringContaining('still running')]);
	const {rows, keys} = answer.draw(fakeCanvas({query, height: 6, form: 'page'}));
	expect(textOf(rows).find(row => row.includes('ida'))).toMatch(/ runs$/);
	expect(keys).toContain('running 9');
	expect(answer.enter('running 9', scene)).toEqual({view: 'stream', subject: {id: '9', name: 'Saltwater'}});
	expect(answer.enter('9', scene)).toMatchObject({view: 'play', subject: {id: '9'}});
});

test('of a moment of days ago nothing still runs, so nobody is asked', async () => {
	const asked: SeenQuery[] = [];
	const days = queryFor(now, {window: {days: 0, at: fakeNow - 2 * 86_400 - 1}});
	const given = {
		...seeing([]),
		seenStreams: async (query: SeenQuery) => {
			asked.push(query);
			return [];
		},
	};
	await tell(now, given, days);
	expect(asked).toEqual([{rowIds: [7, 9]}]);
});
