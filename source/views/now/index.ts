import {formatMoment, formatWhen} from '../../canvas/clock.ts';
import type {Session} from '../../domain/session.ts';
import {identityOf} from '../../domain/session.ts';
import {shownTitle} from '../../domain/text/text.ts';
import type {DataTable} from '../../export/data-table.ts';
import type {Scene, Voice} from '../plan/scene.ts';
import {defineView} from '../plan/view.ts';
import {personName, sentence} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';
import {askNow, type NowData} from './data.ts';
import {drawNow, nowLine, plexAway} from './model.ts';
import {ordered} from './order.ts';
import {pastJson, pastSentence, pastTable, playWith, runningWith} from './past.ts';
import {countSentence, streamSentence} from './sentences.ts';
import {streamHeadings} from './stream-row.ts';

/** What programs read of a stream: the names of Tautulli's API. */
const entryOf = (session: Session) => ({
	session_key: session.sessionKey,
	user: session.user,
	full_title: session.fullTitle,
	media_type: session.mediaType,
	rating_key: keyValue(session.ratingKey),
	state: session.state,
	progress_percent: session.progressPercent,
	transcode_decision: session.transcodeDecision,
	bandwidth_kbps: session.bandwidthKbps,
	player: session.player,
});

const columns = [
	'session_key',
	'user',
	'full_title',
	'media_type',
	'rating_key',
	'state',
	'progress_percent',
	'transcode_decision',
	'bandwidth_kbps',
	'player',
] as const;

const table = ({activity}: NowData): DataTable => ({
	columns,
	rows: activity.sessions.map(session => {
		const entry = entryOf(session);
		return columns.map(name => entry[name]);
	}),
});

const lastWords = ({lastPlay}: NowData, {now, zone, names}: Voice): readonly string[] => {
	if (!lastPlay) return [];
	const {stoppedAt} = lastPlay;
	const since = stoppedAt === null ? 'Quiet' : `Quiet since ${formatWhen(stoppedAt, now, zone)}`;
	return [sentence(since, personName(lastPlay.user, names), shownTitle(lastPlay.fullTitle))];
};

const sessionOf = ({activity}: NowData, key: string): Session | undefined =>
	activity.sessions.find(session => identityOf(session) === key);

/** A past moment is told by its own clock: when streams ended is not when they would end now. */
const atMoment = <Of extends Scene>({past}: NowData, scene: Of): Of => (past ? {...scene, now: past.at} : scene);

/** Who, what, how, until when. An unreachable Plex is a failure, never "nobody". */
export const now = defineView<NowData>({
	name: 'now',
	title: 'Now playing',
	short: 'Now',
	summary: 'who is watching',
	help: 'Of a moment that is over, speed and rate are the slowest and the highest that tautop saw of the stream.',
	takes: {past: true, narrowing: true},
	pace: 'live',
	more: 'history',
	ask: askNow,
	draw: (data, canvas) => {
		const then = atMoment(data, canvas);
		const drawing = drawNow(data, then);
		return data.past ? {...drawing, note: formatMoment(data.past.at, canvas.now, canvas.zone)} : drawing;
	},
	line: nowLine,
	headings: streamHeadings,
	troubled: plexAway,
	says: (data, scene) => {
		const {activity, past} = data;
		const voice = atMoment(data, scene);
		const verb = past ? 'watched' : 'watches';
		const streams = ordered(activity.sessions).map(session => streamSentence(session, voice, verb));
		if (past) return [pastSentence(past, scene), ...streams];
		return [countSentence(activity, voice), ...(activity.streamCount === 0 ? lastWords(data, voice) : streams)];
	},
	coverage: ({past}) => past?.coverage ?? null,
	json: ({activity, past}) =>
		past
			? pastJson(past)
			: {
					stream_count: activity.streamCount,
					bandwidth_kbps: {...activity.bandwidthKbps},
					sessions: activity.sessions.map(entryOf),
				},
	table: data => (data.past ? pastTable(data.past) : table(data)),
	enter: (key, data) => {
		const play = data.past && playWith(data.past, key);
		if (play) return {view: 'play', subject: {id: key, name: shownTitle(play.fullTitle, play.title)}};
		const running = data.past && runningWith(data.past, key);
		if (running) return {view: 'stream', subject: {id: running.sessionKey, name: shownTitle(running.fullTitle)}};
		const session = sessionOf(data, key);
		return session ? {view: 'stream', subject: {id: key, name: shownTitle(session.fullTitle, session.title)}} : null;
	},
	user: (key, data, {names}) => {
		const session = sessionOf(data, key);
		if (!session || session.userId === null) return null;
		return {id: String(session.userId), name: personName(session.user, names)};
	},
});
