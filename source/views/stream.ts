import {AppError} from '../domain/app-error.ts';
import {identityOf, type Session} from '../domain/session.ts';
import type {SeenStream} from '../domain/streams/seen-stream.ts';
import {factRows, fullDetail, streamFacts} from './now/detail.ts';
import {streamSentence} from './now/sentences.ts';
import type {Scene} from './plan/scene.ts';
import {defineView} from './plan/view.ts';
import {personName, sentence} from './plan/words.ts';
import {keyValue} from './plays/named-view.ts';
import {seenFacts, seenRecord, sentRecord} from './streams/seen.ts';
import {orUnseen} from './streams/why.ts';

/** `seen`: what tautop saw of it so far; null: nothing. */
type Stream = {readonly session: Session; readonly seen: SeenStream | null};

/** What the activity does not tell: what happened until now. */
const soFar = ({seen}: Stream, scene: Scene) =>
	(seen ? seenFacts(seen, scene, scene.glyphs.arrow) : [])
		.filter(([name]) => name !== 'why')
		.map(([name, words]) => [name, words.filter(Boolean)] as const);

const facts = ({session, seen}: Stream) => ({
	session_key: session.sessionKey,
	user: session.user,
	full_title: session.fullTitle,
	media_type: session.mediaType,
	rating_key: keyValue(session.ratingKey),
	library: session.libraryName,
	live: session.live,
	state: session.state,
	progress_percent: session.progressPercent,
	view_offset_ms: session.viewOffsetMs,
	duration_ms: session.durationMs,
	transcode_decision: session.transcodeDecision,
	transcode_speed: session.transcodeSpeed,
	throttled: session.transcodeThrottled,
	source_video_codec: session.source.videoCodec,
	source_resolution: session.source.resolution,
	source_kbps: session.source.bitrateKbps,
	stream_video_codec: session.stream.videoCodec,
	stream_resolution: session.stream.resolution,
	stream_kbps: session.stream.bitrateKbps,
	player: session.player,
	product: session.product,
	platform: session.platform,
	network: session.location,
	bandwidth_kbps: session.bandwidthKbps,
	...sentRecord(session),
	source_audio_codec: session.source.audioCodec,
	stream_audio_codec: session.stream.audioCodec,
	...seenRecord(seen),
});

/** One stream with all that is known of it. */
export const stream = defineView<Stream>({
	name: 'stream',
	title: 'Stream',
	summary: 'one stream: what is played, and what becomes of it',
	takes: {subject: {usage: 'SESSION_KEY', kind: 'session'}},
	pace: 'live',
	ask: async ({activity, sources, query, signal}) => {
		const {sessions} = await activity();
		const session = sessions.find(each => identityOf(each) === query.subject?.id);
		if (session) {
			const seen = await orUnseen(sources.seenStreams({sessionKeys: [identityOf(session)]}, signal));
			return {session, seen: seen?.[0] ?? null};
		}
		throw new AppError('not-found', 'This stream has ended.', {hint: 'tautop now lists those that run.'});
	},
	draw: (data, canvas) => ({
		rows: [...fullDetail(data.session, canvas), ...factRows(soFar(data, canvas), canvas)].slice(0, canvas.height),
		note: '',
		keys: [identityOf(data.session)],
	}),
	says: (data, voice) => [
		streamSentence(data.session, voice),
		...[...streamFacts(data.session, voice, 'to').slice(1), ...soFar(data, voice)].map(([name, words]) =>
			sentence(`${name} ${words[0] ?? ''}`, ...words.slice(1)),
		),
	],
	json: data => facts(data),
	table: data => ({columns: Object.keys(facts(data)), rows: [Object.values(facts(data))]}),
	enter: (_, {session}) => {
		const key = session.grandparentRatingKey || session.ratingKey;
		return key === '' ? null : {view: 'title', subject: {id: key, name: session.grandparentTitle || session.fullTitle}};
	},
	user: (_, {session}, {names}) =>
		session.userId === null ? null : {id: String(session.userId), name: personName(session.user, names)},
});
