import {AppError} from '../domain/app-error.ts';
import {identityOf, type Session} from '../domain/session.ts';
import {fullDetail} from './now/detail.ts';
import {streamSentence} from './now/sentences.ts';
import {defineView} from './view.ts';
import {personName} from './words.ts';

type Stream = {readonly session: Session};

const facts = ({session}: Stream) => ({
	session_key: session.sessionKey,
	user: session.user,
	full_title: session.fullTitle,
	state: session.state,
	progress_percent: session.progressPercent,
	transcode_decision: session.transcodeDecision,
	transcode_speed: session.transcodeSpeed,
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
	says: ({session}, voice) => [streamSentence(session, voice)],
	json: data => facts(data),
	table: data => ({columns: Object.keys(facts(data)), rows: [Object.values(facts(data))]}),
	enter: (_, {session}) => {
		const key = session.grandparentRatingKey || session.ratingKey;
		return key === '' ? null : {view: 'title', subject: {id: key, name: session.grandparentTitle || session.fullTitle}};
	},
	user: (_, {session}, {names}) =>
		session.userId === null ? null : {id: String(session.userId), name: personName(session.user, names)},
});
