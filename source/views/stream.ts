import {AppError} from '../domain/app-error.ts';
import {identityOf, type Session} from '../domain/session.ts';
import {fullDetail, streamFacts} from './now/detail.ts';
import {streamSentence} from './now/sentences.ts';
import {defineView} from './plan/view.ts';
import {personName, sentence} from './plan/words.ts';
import {keyValue} from './plays/named-view.ts';

type Stream = {readonly session: Session};

const facts = ({session}: Stream) => ({
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
	hardware: session.transcodeHardware,
	source_video_codec: session.source.videoCodec,
	source_resolution: session.source.resolution,
	source_kbps: session.source.bitrateKbps,
	stream_video_codec: session.stream.videoCodec,
	stream_resolution: session.stream.resolution,
	stream_kbps: session.stream.bitrateKbps,
	audio_decision: session.audioDecision,
	subtitle_decision: session.subtitleDecision,
	player: session.player,
	product: session.product,
	platform: session.platform,
	network: session.location,
	bandwidth_kbps: session.bandwidthKbps,
});

/** One stream with all that is known of it. */
export const stream = defineView<Stream>({
	name: 'stream',
	title: 'Stream',
	summary: 'one stream: what is played, and what becomes of it',
	takes: {subject: {usage: 'SESSION_KEY', kind: 'session'}},
	pace: 'live',
	ask: async ({activity, query}) => {
		const {sessions} = await activity();
		const session = sessions.find(each => identityOf(each) === query.subject?.id);
		if (session) return {session};
		throw new AppError('not-found', 'This stream has ended.', {hint: 'tautop now lists those that run.'});
	},
	draw: ({session}, canvas) => ({
		rows: fullDetail(session, canvas).slice(0, canvas.height),
		note: '',
		keys: [identityOf(session)],
	}),
	says: ({session}, voice) => [
		streamSentence(session, voice),
		...streamFacts(session, voice, 'to')
			.slice(1)
			.map(([name, words]) => sentence(`${name} ${words[0] ?? ''}`, ...words.slice(1))),
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
