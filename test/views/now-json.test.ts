import {expect, test} from 'vitest';
import * as z from 'zod';
import {rowText} from '../../source/canvas/row.ts';
import type {Activity, Session} from '../../source/domain/session.ts';
import type {SeenStream} from '../../source/domain/streams/seen-stream.ts';
import {now} from '../../source/views/now/index.ts';
import type {Telling} from '../../source/views/plan/view.ts';
import {fakeNow, fakePlay, fakeSeen, fakeSession} from '../helpers/fake-sources.ts';
import {evening, nobody} from './evening.ts';
import {fakeCanvas, fakeScene, tell} from './scene.ts';

const text = z.string();
const number = z.number().nullable();

const entry = z.object({
	session_key: text,
	user: text,
	user_id: number,
	title: text,
	grandparent_title: text,
	full_title: text,
	season_number: number,
	episode_number: number,
	year: number,
	media_type: text,
	live: z.boolean(),
	state: text,
	progress_percent: number,
	view_offset_ms: number,
	duration_ms: number,
	transcode_decision: z.enum(['direct play', 'copy', 'transcode', '']),
	transcode_speed: number,
	throttled: z.boolean(),
	hardware: z.boolean(),
	bandwidth_kbps: number,
	network: text,
	relayed: z.boolean(),
	player: text,
	product: text,
	platform: text,
	library: text,
	quality_profile: text,
	source_video_codec: text,
	source_resolution: text,
	source_kbps: number,
	source_container: text,
	source_audio_codec: text,
	source_audio_channels: number,
	subtitle_language: text,
	stream_video_codec: text,
	stream_resolution: text,
	stream_kbps: number,
	stream_container: text,
	stream_audio_codec: text,
	stream_audio_channels: number,
	video_decision: text,
	audio_decision: text,
	subtitle_decision: text,
	first_seen: number,
	stalls: number,
	stalled_seconds: number,
	collections: text.nullable(),
});

type Entry = z.infer<typeof entry>;

const document = z.object({
	stream_count: z.number(),
	direct_play_count: z.number(),
	direct_stream_count: z.number(),
	transcode_count: z.number(),
	bandwidth_kbps: z.object({total: number, lan: number, wan: number}),
	last_play: z.object({user: text, full_title: text, stopped: number}).nullable(),
	sessions: z.array(entry),
});

/** The stream that a program can make of its entry; what no pane draws is anything. */
const sessionFrom = (told: Entry): Session =>
	fakeSession({
		sessionKey: told.session_key,
		ratingKey: told.session_key,
		user: told.user,
		userId: told.user_id,
		title: told.title,
		grandparentTitle: told.grandparent_title,
		fullTitle: told.full_title,
		seasonNumber: told.season_number,
		episodeNumber: told.episode_number,
		year: told.year,
		mediaType: told.media_type,
		live: told.live,
		state: told.state,
		progressPercent: told.progress_percent,
		viewOffsetMs: told.view_offset_ms,
		durationMs: told.duration_ms,
		transcodeDecision: told.transcode_decision,
		transcodeSpeed: told.transcode_speed,
		transcodeThrottled: told.throttled,
		transcodeHardware: told.hardware,
		bandwidthKbps: told.bandwidth_kbps,
		location: told.network,
		relayed: told.relayed,
		player: told.player,
		product: told.product,
		platform: told.platform,
		libraryName: told.library,
		qualityProfile: told.quality_profile,
		source: {
			videoCodec: told.source_video_codec,
			resolution: told.source_resolution,
			bitrateKbps: told.source_kbps,
			container: told.source_container,
			audioCodec: told.source_audio_codec,
			audioChannels: told.source_audio_channels,
			subtitleCodec: '',
			subtitleLanguage: told.subtitle_language,
		},
		stream: {
			videoCodec: told.stream_video_codec,
			resolution: told.stream_resolution,
			bitrateKbps: told.stream_kbps,
			container: told.stream_container,
			audioCodec: told.stream_audio_codec,
			audioChannels: told.stream_audio_channels,
			subtitleCodec: '',
			subtitleLanguage: '',
		},
		videoDecision: told.video_decision,
		audioDecision: told.audio_decision,
		subtitleDecision: told.subtitle_decision,
	});

const seenFrom = ({session_key, first_seen, stalls, stalled_seconds}: Entry): readonly SeenStream[] =>
	first_seen === null
		? []
		: [
				fakeSeen({
					sessionKey: session_key,
					firstSeen: first_seen,
					stalls: stalls ?? 0,
					stalledSeconds: stalled_seconds ?? 0,
				}),
			];

const ask = (
	activity: Activity,
	seen: readonly SeenStream[],
	collections: Readonly<Record<string, readonly string[]>>,
) =>
	tell(now, {
		activity: async () => activity,
		strip: async () => ({from: fakeNow, minutes: [], rates: null, record: null}),
		seenStreams: async () => seen,
		memberships: async () => collections,
		lastPlay: async () => null,
	});

const jsonOf = (told: Telling): z.infer<typeof document> =>
	document.parse(JSON.parse(JSON.stringify(told.json(fakeScene()))));

/** All that is drawn: every column, and every fact of every stream. */
const drawn = (told: Telling, width: number): string[] =>
	told.draw(fakeCanvas({width, height: 200, form: 'page'})).rows.map(rowText);

const again = (told: z.infer<typeof document>): Promise<Telling> =>
	ask(
		{
			streamCount: told.stream_count,
			directPlayCount: told.direct_play_count,
			directStreamCount: told.direct_stream_count,
			transcodeCount: told.transcode_count,
			bandwidthKbps: told.bandwidth_kbps,
			sessions: told.sessions.map(sessionFrom),
		},
		told.sessions.flatMap(seenFrom),
		Object.fromEntries(
			told.sessions.map(({session_key, collections}) => [session_key, collections?.split(', ').filter(Boolean) ?? []]),
		),
	);

test.each([60, 100, 130, 160, 280])('what %i cells draw, a program can draw from the JSON', async width => {
	const seen = fakeSeen({sessionKey: 'lena', endedAt: null, stalls: 3, stalledSeconds: 48});
	const relayed = evening.sessions.map(session => ({
		...session,
		relayed: session.user === 'ida',
		transcodeThrottled: session.user === 'vera',
		live: session.user === 'paul',
	}));
	const told = await ask({...evening, sessions: relayed}, [seen], {lena: ['Awards 2026', 'Hidden Gems']});
	const rows = drawn(told, width);
	expect(rows.length).toBeGreaterThan(9);
	expect(drawn(await again(jsonOf(told)), width)).toEqual(rows);
});

test('where nobody watches it says what ended last', async () => {
	const told = await tell(now, {
		activity: async () => nobody,
		seenStreams: async () => [],
		lastPlay: async () => fakePlay({}),
	});
	expect(jsonOf(told)).toMatchObject({stream_count: 0, last_play: {user: 'marta', full_title: 'The Long Winter'}});
});

test('it says in words why, how fast, and what the line can send', async () => {
	const told = await ask(evening, [], {});
	const {standing} = fakeScene();
	const json = told.json(fakeScene({standing: {...standing, uploadMbps: 40}}));
	expect(json).toMatchObject({upload_mbps: 40, unread_count: 0});
	expect(json).toHaveProperty('sessions.1.why_words', 'hevc to h264, limit 6 Mb/s');
	expect(json).toHaveProperty('sessions.1.speed', 1.1);
});
