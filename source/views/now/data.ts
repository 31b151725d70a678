import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {Play} from '../../domain/plays/play.ts';
import {type Activity, identityOf, type Session} from '../../domain/session.ts';
import type {SeenStream} from '../../domain/streams/seen-stream.ts';
import type {StripAnswer} from '../../domain/streams/strip.ts';
import type {Asking} from '../plan/view.ts';
import {orUnseen} from '../streams/why.ts';
import {activityOf, isWanted} from './narrowed.ts';
import {askCollections, askSeen, type Notes, noted} from './notes.ts';
import {type Past, sessionsAt} from './past.ts';
import {askPastSeen} from './past-seen.ts';
import {askStarts, type Starts} from './starts.ts';
import {byIdentity, steadySession} from './steady.ts';

/** What ended last. */
export type Ended = Pick<Play, 'user' | 'fullTitle' | 'stoppedAt'>;

/** Who is watching, or was at a past moment; where nobody is, what ended last (null: not known). */
export type NowData = {
	readonly activity: Activity;
	readonly notes: Notes;
	/** The last three hours; null: not asked for, or nobody can tell. */
	readonly strip: StripAnswer | null;
	/** When what runs began, for the strip. */
	readonly starts: Starts;
	/** What the notes and the strip were asked for: while that stays, they stay too. */
	readonly asked: string;
	readonly lastPlay: Ended | null;
	readonly past: Past | null;
};

const orNull = (error: unknown): null => {
	if (isCancelled(error) || !(error instanceof AppError)) throw error;
	return null;
};

/** Tautulli keeps no row of a stream that was short, but we have seen it. */
const lastSeen = async ({sources, signal}: Asking): Promise<Ended | null> => {
	const seen = await sources.seenStreams({window: {days: 1}, where: {}}, signal).catch(orNull);
	const [first, ...others] = seen ?? [];
	if (!first) return null;
	const last = others.reduce((one, two) => (two.lastSeen > one.lastSeen ? two : one), first);
	return {user: last.user, fullTitle: last.fullTitle, stoppedAt: Math.floor(last.endedAt ?? last.lastSeen)};
};

const lastEnded = async (asking: Asking, previous: NowData | null): Promise<Ended | null> => {
	// While it stays quiet the last play stays the same: it is asked once, not with every refresh.
	if (previous?.lastPlay && previous.activity.streamCount === 0) return previous.lastPlay;
	const {sources, signal} = asking;
	const [play, seen] = await Promise.all([sources.lastPlay(null, signal).catch(orNull), lastSeen(asking)]);
	return seen !== null && (seen.stoppedAt ?? 0) > (play?.stoppedAt ?? 0) ? seen : play;
};

const isNarrowed = ({query}: Asking): boolean => Object.keys(query.where).length > 0;

/** Of some streams alone there is no strip, and a report has none: it would bring the history up to date first. */
const askStrip = async (asking: Asking, at: number | null): Promise<StripAnswer | null> =>
	isNarrowed(asking) || asking.form === 'report' ? null : await orUnseen(asking.sources.strip({at}, asking.signal));

/** Minute by minute, and when a stream begins, ends or changes: what is asked beside the activity is asked as often. */
const askedFor = ({query, now}: Asking, sessions: readonly Session[]): string =>
	JSON.stringify([
		Math.floor(now / 60),
		query.where,
		sessions.map(one => [identityOf(one), one.ratingKey, one.state]).toSorted(),
	]);

type Beside = Pick<NowData, 'notes' | 'strip' | 'starts'>;

const seenBefore = ({notes}: NowData): ReadonlyMap<string, SeenStream> =>
	new Map([...notes.values()].flatMap(({seen}) => (seen ? [[seen.sessionKey, seen] as const] : [])));

/** What titles are in stays as it is while they run: asked once for each. */
const collectionsBefore = ({activity, notes}: NowData): Readonly<Record<string, readonly string[]>> =>
	Object.fromEntries(
		activity.sessions.map(session => [session.ratingKey, notes.get(identityOf(session))?.collections ?? []]),
	);

const askBeside = async (
	asking: Asking,
	sessions: readonly Session[],
	asked: string,
	previous: NowData | null,
): Promise<Beside> => {
	const before = {notes: previous?.notes ?? new Map(), sessions: byIdentity(previous?.activity.sessions ?? [])};
	const known = previous ? collectionsBefore(previous) : {};
	if (previous?.asked === asked) {
		return {
			notes: noted(sessions, asking.now, seenBefore(previous), known, before),
			strip: previous.strip,
			starts: previous.starts,
		};
	}
	const [seen, more, strip] = await Promise.all([
		askSeen(asking, sessions),
		askCollections(
			asking,
			sessions.filter(({ratingKey}) => !Object.hasOwn(known, ratingKey)),
		),
		askStrip(asking, null),
	]);
	const starts = await askStarts(asking, sessions, strip, seen, previous?.starts ?? new Map());
	return {notes: noted(sessions, asking.now, seen, {...known, ...more}, before), strip, starts};
};

const ratesOf = (strip: StripAnswer | null): Activity['bandwidthKbps'] => ({
	total: strip?.rates?.kbps ?? null,
	lan: strip?.rates?.lanKbps ?? null,
	wan: strip?.rates?.wanKbps ?? null,
});

const askPast = async (asking: Asking, at: number, previous: NowData | null): Promise<NowData> => {
	const {sources, query, signal} = asking;
	const asked = JSON.stringify([Math.floor(asking.now / 60), query.where, at]);
	if (previous?.asked === asked) return previous;
	const moment = await sources.moment({at, where: query.where}, signal);
	const past = {...moment, at, seen: await askPastSeen(asking, at, moment.plays)};
	const sessions = sessionsAt(past);
	const [collections, strip] = await Promise.all([askCollections(asking, sessions), askStrip(asking, at)]);
	return {
		// The highest rates of streams are of different moments: they have no sum. Those of the minute were seen together.
		activity: {...activityOf(sessions), bandwidthKbps: ratesOf(strip)},
		notes: noted(sessions, at, new Map(), collections, {notes: new Map(), sessions: new Map()}),
		strip,
		starts: new Map(),
		asked,
		lastPlay: null,
		past,
	};
};

export const askNow = async (asking: Asking, last: NowData | null): Promise<NowData> => {
	const {query} = asking;
	const {window, where} = query;
	const at = 'days' in window ? (window.at ?? null) : null;
	if (at !== null) return askPast(asking, at, last);
	const previous = last?.past ? null : last;
	const all = await asking.activity();
	const narrowed = isNarrowed(asking) ? activityOf(all.sessions.filter(session => isWanted(session, where))) : all;
	const before = byIdentity(previous?.activity.sessions ?? []);
	const sessions = narrowed.sessions.map(session => steadySession(session, before.get(identityOf(session))));
	const asked = askedFor(asking, sessions);
	return {
		activity: {...narrowed, sessions},
		...(await askBeside(asking, sessions, asked, previous)),
		asked,
		lastPlay: all.streamCount === 0 ? await lastEnded(asking, previous) : null,
		past: null,
	};
};
