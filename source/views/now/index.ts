import {formatMoment, formatWhen} from '../../canvas/clock.ts';
import type {Session} from '../../domain/session.ts';
import {identityOf} from '../../domain/session.ts';
import {shownTitle} from '../../domain/text/text.ts';
import type {Scene, Voice} from '../plan/scene.ts';
import {defineView} from '../plan/view.ts';
import {personName, sentence} from '../plan/words.ts';
import {streamHeadings} from './columns.ts';
import {askNow, type NowData} from './data.ts';
import {nowJson, nowTable} from './json.ts';
import {drawNow, nowLine} from './model.ts';
import {notesOf} from './notes.ts';
import {ordered} from './order.ts';
import {pastJson, pastSentence, pastTable, playWith, runningWith} from './past.ts';
import {plexAway} from './plex-away.ts';
import {countSentence, streamSentence} from './sentences.ts';
import {zoneOf} from './words.ts';

const lastWords = ({lastPlay}: NowData, voice: Voice): readonly string[] => {
	if (!lastPlay) return [];
	const {stoppedAt} = lastPlay;
	const since = stoppedAt === null ? 'Quiet' : `Quiet since ${formatWhen(stoppedAt, voice.now, zoneOf(voice))}`;
	return [sentence(since, personName(lastPlay.user, voice.names), shownTitle(lastPlay.fullTitle))];
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
		const streams = ordered(activity.sessions).map(session =>
			streamSentence(session, notesOf(data.notes, session), voice, verb),
		);
		if (past) return [pastSentence(past, scene), ...streams];
		return [countSentence(activity, voice), ...(activity.streamCount === 0 ? lastWords(data, voice) : streams)];
	},
	coverage: ({past}) => past?.coverage ?? null,
	json: (data, scene) => (data.past ? pastJson(data.past) : nowJson(data, scene)),
	table: data => (data.past ? pastTable(data.past) : nowTable(data)),
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
