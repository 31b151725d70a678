import {AppError} from '../domain/app-error.ts';
import {identityOf, type Session} from '../domain/session.ts';
import {shownTitle} from '../domain/text/text.ts';
import {fullDetail} from './now/detail.ts';
import {streamFacts} from './now/facts.ts';
import {streamEntry} from './now/json.ts';
import {askCollections, askSeen, noted, notesOf, type StreamNotes} from './now/notes.ts';
import {streamSentence} from './now/sentences.ts';
import {byIdentity, steadySession} from './now/steady.ts';
import type {Scene} from './plan/scene.ts';
import {defineView} from './plan/view.ts';
import {personName, sentence} from './plan/words.ts';
import {seenFacts} from './streams/seen.ts';

type Stream = {readonly session: Session; readonly notes: StreamNotes};

/** What the activity does not tell: what happened until now. */
const soFar = ({notes: {seen}}: Stream, scene: Scene) =>
	(seen ? seenFacts(seen, scene, scene.glyphs.arrow) : [])
		.filter(([name]) => name !== 'why')
		.map(([name, words]) => [name, words.filter(Boolean)] as const);

/** One stream with all that is known of it. */
export const stream = defineView<Stream>({
	name: 'stream',
	title: 'Stream',
	summary: 'one stream: what is played, and what becomes of it',
	takes: {subject: {usage: 'SESSION_KEY', kind: 'session'}},
	pace: 'live',
	ask: async (asking, previous) => {
		const {activity, query, now} = asking;
		const {sessions} = await activity();
		const found = sessions.find(each => identityOf(each) === query.subject?.id);
		if (!found) throw new AppError('not-found', 'This stream has ended.', {hint: 'tautop now lists those that run.'});
		const session = steadySession(found, previous?.session);
		const known = previous?.session.ratingKey === session.ratingKey ? previous.notes.collections : null;
		const [seen, collections] = await Promise.all([
			askSeen(asking, [session]),
			known ? {[session.ratingKey]: known} : askCollections(asking, [session]),
		]);
		const before = {
			notes: new Map(previous ? [[identityOf(previous.session), previous.notes]] : []),
			sessions: byIdentity(previous ? [previous.session] : []),
		};
		return {session, notes: notesOf(noted([session], now, seen, collections, before), session)};
	},
	draw: (data, canvas) => ({
		rows: fullDetail(data.session, data.notes, canvas, soFar(data, canvas)).slice(0, canvas.height),
		note: '',
		keys: [identityOf(data.session)],
	}),
	says: (data, voice) => [
		streamSentence(data.session, data.notes, voice),
		...[...streamFacts(data.session, data.notes, voice, 'to').slice(1), ...soFar(data, voice)].map(([name, words]) =>
			sentence(`${name} ${words[0] ?? ''}`, ...words.slice(1)),
		),
	],
	json: ({session, notes}) => streamEntry(session, notes),
	table: ({session, notes}) => {
		const entry = streamEntry(session, notes);
		return {columns: Object.keys(entry), rows: [Object.values(entry)]};
	},
	enter: (_, {session}) => {
		const key = session.grandparentRatingKey || session.ratingKey;
		return key === ''
			? null
			: {view: 'title', subject: {id: key, name: shownTitle(session.grandparentTitle || session.fullTitle)}};
	},
	user: (_, {session}, {names}) =>
		session.userId === null ? null : {id: String(session.userId), name: personName(session.user, names)},
});
