import type {NarrowingKind} from '../../domain/plays/narrowing.ts';
import type {PlayCount} from '../../domain/plays/plays.ts';
import {identityOf, type Session} from '../../domain/session.ts';
import type {Json} from '../../export/json.ts';
import {playTitle} from '../history/columns.ts';
import {listView} from '../plan/list-view.ts';
import type {Subject} from '../plan/query.ts';
import type {Scene} from '../plan/scene.ts';
import type {View} from '../plan/view.ts';
import {amountWords, personName, sentence, windowWords} from '../plan/words.ts';
import {livePlay} from './live-plays.ts';
import {keyValue} from './named-view.ts';
import {oneColumns} from './one-columns.ts';
import {type AskFacts, askOne, type Fact, type One, type Part} from './one-data.ts';
import {emptyRows, pageRows, totalWords} from './one-page.ts';
import {dayName, partFact, playsOf, ways} from './one-rows.ts';
import type {SeenPlay} from './seen-plays.ts';

/** A view about one user or title, as it is written. */
export type OnePlan = {
	readonly name: string;
	readonly title: string;
	readonly summary: string;
	readonly subject: Subject;
	readonly kind: NarrowingKind;
	/** Its plays by names: a fact and a list in JSON each. */
	readonly parts: readonly Part[];
	/** Facts of its own, which stand behind those of the parts. */
	readonly facts?: AskFacts;
	/** True: its months are a curve where there is room. */
	readonly isCurve?: boolean;
};

/** Whether a stream that runs is of what the page is about. */
const isOf = (kind: NarrowingKind, id: string, session: Session): boolean =>
	kind === 'user'
		? String(session.userId) === id
		: [session.ratingKey, session.parentRatingKey, session.grandparentRatingKey].includes(id);

const isAsked =
	(kind: NarrowingKind, {query: {subject}}: Pick<Scene, 'query'>) =>
	(session: Session): boolean =>
		subject !== null && isOf(kind, subject.id, session);

/** The streams of what the page is about that run now, the narrowest page too: they say who watches now. */
const runningOf = (plan: OnePlan, scene: Scene): readonly Session[] =>
	scene.live?.sessions.filter(isAsked(plan.kind, scene)) ?? [];

const nowWords = (plan: OnePlan, scene: Scene): string =>
	runningOf(plan, scene).length === 0 ? '' : plan.kind === 'user' ? 'watching now' : 'watched now';

const factsOf = (plan: OnePlan, data: One, scene: Scene): readonly Fact[] =>
	[...plan.parts.map(part => partFact(part, data, scene)), ...(data.own?.facts(scene) ?? [])].filter(
		fact => fact !== null,
	);

/** A row of a part: its id where its name does not tell it. */
const rowJson = ({by}: Part, {key, name, plays}: PlayCount): {readonly [key: string]: Json} => {
	if (by === 'user') return {user_id: keyValue(key), name, plays};
	if (by === 'collection') return {rating_key: keyValue(key), name, plays};
	return {name: key === '' ? null : key, plays};
};

const partsJson = ({parts}: OnePlan, data: One): {readonly [key: string]: Json} =>
	Object.fromEntries(parts.map(part => [part.id, data.parts.get(part.id)?.map(row => rowJson(part, row)) ?? null]));

const beside = (plan: OnePlan, data: One, {query}: Scene): {readonly [key: string]: Json} => ({
	[plan.kind]: query.subject?.name ?? null,
	total_plays: data.total.plays,
	total_duration: data.total.playedSeconds,
	users: data.total.users,
	...Object.fromEntries(ways.map(([id, word]) => [word.replace(' ', '_'), playsOf(data, id)])),
	all_time: {total_plays: data.ever.plays, total_duration: data.ever.playedSeconds, since: data.ever.since},
	usual_day: dayName(data.usualDay),
	months: {categories: data.months.categories, plays: data.months.series[0]?.values ?? []},
	...partsJson(plan, data),
	...data.own?.json,
});

/** One user or title: totals, how, its months, on what or by whom, and its plays as a list. */
export const oneView = (plan: OnePlan): View => {
	const {name, title, summary, subject, kind} = plan;
	return listView<One, SeenPlay>({
		name,
		title,
		summary,
		takes: {window: 'any', narrowing: true, subject, rows: true, sorts: []},
		ask: asking => askOne(asking, kind, plan.parts, isAsked(kind, asking), plan.facts),
		coverage: ({decisions}) => decisions.coverage,
		rows: ({plays}) => plays,
		ahead: ({part, running}, scene) =>
			part.start > 0 || Object.keys(scene.query.where).length > 0
				? []
				: runningOf(plan, scene).map(session => livePlay(session, running.get(identityOf(session)))),
		part: ({part}) => part,
		key: ({rowId, session}) => (session ? `now ${identityOf(session)}` : String(rowId)),
		columns: oneColumns(kind),
		ranked: () => 'date',
		empty: (data, scene) => emptyRows(factsOf(plan, data, scene), data, scene),
		note: (data, _, scene) =>
			`${amountWords(data.total.plays, 'plays', scene.glyphs)}, ${windowWords(scene.query.window, scene)}`,
		above: (data, _, canvas) =>
			pageRows(data, {...plan, facts: factsOf(plan, data, canvas), now: nowWords(plan, canvas)}, canvas),
		enter: play =>
			play.session
				? {view: 'stream', subject: {id: identityOf(play.session), name: playTitle(play)}}
				: {view: 'play', subject: {id: String(play.rowId), name: playTitle(play)}},
		user: ({userId, user}, {names}) => (userId === null ? null : {id: String(userId), name: personName(user, names)}),
		lead: (data, _, scene) =>
			sentence(
				scene.query.subject?.name ?? title,
				...totalWords(data, nowWords(plan, scene), scene),
				...factsOf(plan, data, scene).map(({name: word, words}) => `${word} ${words.slice(0, 3).join(', ')}`),
			),
		speak: (play, {names}) => sentence(personName(play.user, names), playTitle(play)),
		beside: (data, scene) => beside(plan, data, scene),
		jsonName: 'plays',
	});
};
