import {expect, test} from 'vitest';
import {unicodeGlyphs as glyphs} from '../../../source/canvas/glyphs.ts';
import type {Session} from '../../../source/domain/session.ts';
import {nowPlayingModel, plexAway} from '../../../source/ui/panes/now-playing/model.ts';
import {ordered} from '../../../source/ui/panes/now-playing/order.ts';
import {endsWords, howWords, isSlow, personName, titleWords} from '../../../source/ui/panes/now-playing/words.ts';
import {fakeNow, fakePlay, fakeSession} from '../../helpers/fake-sources.ts';
import {fakeFrame, textOf} from '../frame.ts';
import {busy, calm, quiet} from '../world.ts';

test('trouble first: buffering, slow transcodes, direct stream, direct play, paused', () => {
	expect(ordered(busy.sessions).map(({user}) => user)).toEqual([
		'lena',
		'marta',
		'otto',
		'vera',
		'nina',
		'ida',
		'jon',
		'paul',
		'workshop',
	]);
});

test.each<[string, Partial<Session>, number, string]>([
	['a film', {fullTitle: 'The Lost Expedition'}, 24, 'The Lost Expedition'],
	['a film that gives way', {fullTitle: 'The Lost Expedition'}, 12, 'The Lost Ex…'],
	[
		'an episode',
		{mediaType: 'episode', grandparentTitle: 'Harbour Lights', seasonNumber: 2, episodeNumber: 5},
		24,
		'Harbour Lights  S02E05',
	],
	[
		'a show gives way, its episode does not',
		{mediaType: 'episode', grandparentTitle: 'Harbour Lights', seasonNumber: 2, episodeNumber: 5},
		16,
		'Harbour…  S02E05',
	],
	[
		'an episode without numbers',
		{mediaType: 'episode', seasonNumber: null, fullTitle: 'Harbour Lights - Pilot'},
		40,
		'Harbour Lights - Pilot',
	],
	['wide letters', {fullTitle: '千と千尋の神隠し'}, 9, '千と千尋…'],
])('title: %s', (_, given, width, words) => {
	expect(titleWords(fakeSession(given), width, glyphs)).toBe(words);
});

test.each<[Partial<Session>, string, boolean]>([
	[{transcodeDecision: 'direct play'}, 'direct play', false],
	[{transcodeDecision: 'copy'}, 'direct stream', false],
	[{transcodeDecision: ''}, 'not known', false],
	[{transcodeDecision: 'transcode', transcodeSpeed: 0.7}, 'transcode 0.7×', true],
	[{transcodeDecision: 'transcode', transcodeSpeed: 0.7, transcodeThrottled: true}, 'transcode 0.7×', false],
	[{transcodeDecision: 'transcode', transcodeSpeed: 14.2}, 'transcode 14×', false],
	[{transcodeDecision: 'transcode', transcodeSpeed: null}, 'transcode', false],
])('how: %j', (given, words, slow) => {
	expect([howWords(fakeSession(given), glyphs), isSlow(fakeSession(given))]).toEqual([words, slow]);
});

test.each<[Partial<Session>, string]>([
	[{state: 'paused'}, 'paused'],
	[{live: true}, 'live'],
	[{durationMs: null}, '–'],
	[{durationMs: 0, viewOffsetMs: 0}, '–'],
	[{durationMs: 3_600_000, viewOffsetMs: 1_800_000}, '21:34'],
])('ends: %j', (given, words) => {
	expect(endsWords(fakeSession(given), fakeFrame())).toBe(words);
});

test.each([
	['full', 'Jon of the hill', 'Jon of the hill'],
	['initials', 'Jon of the hill', 'J.O.T.H.'],
	['initials', '千尋', '千.'],
	['none', 'Jon', 'someone'],
] as const)('names %s', (names, user, words) => {
	expect(personName(user, names)).toBe(words);
});

test('the cursor follows its key', () => {
	const frame = fakeFrame({selection: {key: 'jon', index: 0}});
	expect(textOf(nowPlayingModel({activity: calm, lastPlay: null}, frame).rows)[1]).toMatch(/^› ▶ jon/);
});

test('a row too few says what is hidden', () => {
	const rows = textOf(nowPlayingModel({activity: busy, lastPlay: null}, fakeFrame()).rows);
	expect(rows).toHaveLength(6);
	expect(rows[5]).toBe('  4 more ↓  4 direct play                                   last one ends 23:20');
});

test('nobody watching says since when, as far as it is known', () => {
	const lastPlay = fakePlay({user: 'nina', fullTitle: 'Anatomy of a Storm', stoppedAt: fakeNow - 8580});
	expect(textOf(nowPlayingModel({activity: quiet, lastPlay}, fakeFrame()).rows)[1]).toBe(
		'    Nobody is watching. Quiet since 18:41 (nina, Anatomy of a Storm).',
	);
	expect(
		textOf(nowPlayingModel({activity: quiet, lastPlay: {...lastPlay, stoppedAt: null}}, fakeFrame()).rows)[1],
	).toBe('    Nobody is watching. Quiet (nina, Anatomy of a Storm).');
	expect(textOf(nowPlayingModel({activity: quiet, lastPlay: null}, fakeFrame()).rows)[1]).toBe(
		'    Nobody is watching.',
	);
});

test('only Plex away replaces the streams: any other trouble leaves them, as old', () => {
	const trouble = (server: 'plex' | 'tautulli') => ({
		error: {code: 'unreachable', message: 'Gone.', hint: null, server, retryAfterSeconds: null} as const,
		since: fakeNow - 360,
		retryAt: fakeNow + 14,
	});
	const data = {activity: calm, lastPlay: null};
	expect(plexAway(data, trouble('tautulli'), fakeFrame())).toBeNull();
	expect(textOf(plexAway(data, trouble('plex'), fakeFrame()) ?? [])).toEqual([
		'',
		'    Who is watching is not known: Tautulli answers, Plex does not.',
		'    At 20:58:  3 streams, 1 transcode (marta, jon, workshop)',
		'    r  ask again now     d  details',
	]);
});

test('long names leave room for the others, and many become a number', () => {
	const trouble = {
		error: {code: 'unreachable', message: 'Gone.', hint: null, server: 'plex', retryAfterSeconds: null} as const,
		since: fakeNow - 360,
		retryAt: null,
	};
	const sessions = Array.from({length: 10}, (_, index) =>
		fakeSession({sessionKey: String(index), user: index === 0 ? 'otto with a name that has no end' : `user ${index}`}),
	);
	const rows = textOf(plexAway({activity: {...calm, sessions}, lastPlay: null}, trouble, fakeFrame()) ?? []);
	expect(rows[2]).toBe('    At 20:58:  3 streams, 1 transcode (otto with a…, user 1, user 2, user 3,');
	expect(rows[3]).toBe('    user 4, user 5, user 6, user 7, 2 more)');
});
