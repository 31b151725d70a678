import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {Choice, Narrowing, NarrowingKind} from '../../domain/plays/narrowing.ts';
import type {Play} from '../../domain/plays/play.ts';
import type {Activity, Session} from '../../domain/session.ts';
import type {Asking} from '../plan/view.ts';
import {type Past, sessionsAt} from './past.ts';
import {askPastSeen} from './past-seen.ts';

/** What ended last. */
export type Ended = Pick<Play, 'user' | 'fullTitle' | 'stoppedAt'>;

/** Who is watching, or was at a past moment; where nobody is, what ended last (null: not known). */
export type NowData = {readonly activity: Activity; readonly lastPlay: Ended | null; readonly past: Past | null};

/** What is not known of a stream, or says nothing of it: whose members it is of, and when it began. */
type Unknown = 'collection' | 'weekday' | 'hour';

/** What a stream has that a narrowing may ask for. */
const idsOf: Readonly<Record<Exclude<NarrowingKind, Unknown>, (session: Session) => readonly string[]>> = {
	user: ({userId}) => [String(userId)],
	library: ({sectionId}) => [sectionId],
	mediaType: ({mediaType, live}) => [live ? 'live' : mediaType],
	decision: ({transcodeDecision}) => [transcodeDecision],
	platform: ({platform}) => [platform],
	player: ({player}) => [player],
	product: ({product}) => [product],
	network: ({location}) => [location],
	title: ({ratingKey, parentRatingKey, grandparentRatingKey}) => [ratingKey, parentRatingKey, grandparentRatingKey],
};

const isWanted = (session: Session, where: Narrowing): boolean => {
	const {text, ...kinds} = where;
	const words = `${session.user} ${session.fullTitle} ${session.platform} ${session.player}`.toLowerCase();
	if (text !== undefined && !words.includes(text.toLowerCase())) return false;
	return Object.entries(idsOf).every(([kind, ids]) => {
		const choices: readonly Choice[] | undefined = Object.entries(kinds).find(([name]) => name === kind)?.[1];
		return !choices || choices.some(({id}) => ids(session).includes(id));
	});
};

const sum = (sessions: readonly Session[], of: (session: Session) => boolean): number | null =>
	sessions.reduce<number | null>(
		(all, session) => (of(session) ? (all ?? 0) + (session.bandwidthKbps ?? 0) : all),
		null,
	);

/** The activity of these streams alone. */
const activityOf = (sessions: readonly Session[]): Activity => {
	const count = (decision: string): number =>
		sessions.filter(({transcodeDecision}) => transcodeDecision === decision).length;
	const isKnown = sessions.some(({bandwidthKbps}) => bandwidthKbps !== null);
	const rate = (of: (session: Session) => boolean): number | null => (isKnown ? (sum(sessions, of) ?? 0) : null);
	return {
		streamCount: sessions.length,
		directPlayCount: count('direct play'),
		directStreamCount: count('copy'),
		transcodeCount: count('transcode'),
		bandwidthKbps: {
			total: rate(() => true),
			lan: rate(({location}) => location === 'lan'),
			wan: rate(({location}) => location === 'wan'),
		},
		sessions,
	};
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

export const askNow = async (asking: Asking, previous: NowData | null): Promise<NowData> => {
	const {sources, query, signal} = asking;
	const {window, where} = query;
	const at = 'days' in window ? (window.at ?? null) : null;
	const isNarrowed = Object.keys(where).length > 0;
	if (at !== null) {
		const moment = await sources.moment({at, where}, signal);
		const past = {...moment, at, seen: await askPastSeen(asking, at, moment.plays)};
		// The highest rates of streams are of different moments: they have no sum.
		const activity = {...activityOf(sessionsAt(past)), bandwidthKbps: {total: null, lan: null, wan: null}};
		return {activity, lastPlay: null, past};
	}
	const all = await asking.activity();
	const activity = isNarrowed ? activityOf(all.sessions.filter(session => isWanted(session, where))) : all;
	return {activity, lastPlay: all.streamCount === 0 ? await lastEnded(asking, previous) : null, past: null};
};
