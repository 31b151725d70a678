import {expect, test} from 'vitest';
import type {Activity, Session} from '../../../source/domain/session.ts';
import {streamChanges} from '../../../source/ui/reader/streams.ts';
import {spoken} from '../../../source/ui/reader/voice.ts';
import {askNow} from '../../../source/views/now/data.ts';
import {notesOf} from '../../../source/views/now/notes.ts';
import {countSentence, streamSentence} from '../../../source/views/now/sentences.ts';
import {fakeSession, fakeSources} from '../../helpers/fake-sources.ts';
import {fakeScene} from '../../views/scene.ts';
import {busy, calm, quiet} from '../world.ts';

const voice = fakeScene({glyphs: spoken});

test.each<[Activity, string]>([
	[quiet, 'Nobody is watching.'],
	[calm, '3 streams, 1 transcode, 21.4 megabits a second, 6.2 of them to the outside.'],
	[busy, '9 streams, 4 transcodes, 61.7 megabits a second, 38.9 of them to the outside.'],
])('how many, and what it costs', (activity, words) => {
	expect(countSentence(activity, voice)).toBe(words);
});

test('a stream as a sentence', async () => {
	const {notes} = await askNow(
		{
			sources: fakeSources().sources,
			query: voice.query,
			own: voice.own,
			form: 'page',
			activity: async () => calm,
			signal: new AbortController().signal,
			now: voice.now,
		},
		null,
	);
	expect(calm.sessions.map(session => streamSentence(session, notesOf(notes, session), voice))).toEqual([
		'marta watches The Lost Expedition, transcode at 4.1 times its speed, limit 6 Mb/s, on Roku, ends 22:11.',
		'jon watches Harbour Lights, season 2 episode 5, direct play, on Living room, ends 21:13.',
		'workshop watches Quiet Rivers, season 1 episode 1, direct play, on Living room, paused.',
	]);
});

const activity = (...sessions: Session[]): Activity => ({...calm, streamCount: sessions.length, sessions});
const marta = fakeSession({
	sessionKey: '1',
	fullTitle: 'The Lost Expedition',
	transcodeDecision: 'transcode',
	player: 'Roku',
});

test.each<[string, Activity, Activity, string[]]>([
	['nothing', activity(marta), activity({...marta, viewOffsetMs: 99, bandwidthKbps: 1}), []],
	['a start', activity(), activity(marta), ['marta started The Lost Expedition, transcode, Roku.']],
	['a stop', activity(marta), activity(), ['marta stopped The Lost Expedition.']],
	['a pause', activity(marta), activity({...marta, state: 'paused'}), ['marta is paused.']],
	['its end', activity({...marta, state: 'paused'}), activity(marta), ['marta goes on.']],
	['buffering', activity(marta), activity({...marta, state: 'buffering'}), ['marta is buffering.']],
	['a slow transcode', activity(marta), activity({...marta, transcodeSpeed: 0.7}), ['marta is too slow.']],
	[
		'another title in the same session',
		activity(marta),
		activity({...marta, fullTitle: 'Saltwater'}),
		['marta watches Saltwater now.'],
	],
	[
		'another way to send it',
		activity(marta),
		activity({...marta, transcodeDecision: 'copy'}),
		['marta gets direct stream now.'],
	],
	[
		'one goes, one comes',
		activity(marta),
		activity(fakeSession({sessionKey: '2', user: 'jon', fullTitle: 'Saltwater', player: ''})),
		['marta stopped The Lost Expedition.', 'jon started Saltwater, direct play.'],
	],
])('what has changed: %s', (_, before, after, lines) => {
	expect(streamChanges(before, after, voice)).toEqual(lines);
});

test('names as the configuration has them', () => {
	expect(streamChanges(activity(), activity(marta), fakeScene({names: 'none'}))).toEqual([
		'someone started The Lost Expedition, transcode, Roku.',
	]);
});
