import {identityOf, type Session} from '../../domain/session.ts';
import type {SeenStream} from '../../domain/streams/seen-stream.ts';
import type {Asking} from '../plan/view.ts';
import {orUnseen} from '../streams/why.ts';
import {endsAt, steadyEnd} from './steady.ts';

/** What is known of a stream beside what Tautulli says of this moment. */
export type StreamNotes = {
	/** Unix seconds; null: nobody can tell, or it is paused. */
	readonly endsAt: number | null;
	/** Since when it buffers, Unix seconds; null: it does not, or nobody saw it begin. */
	readonly bufferingSince: number | null;
	/** What tautop saw of it so far; null: nothing. */
	readonly seen: SeenStream | null;
	/** The collections that its title is in; null: not asked yet. */
	readonly collections: readonly string[] | null;
};

/** By the identities of the streams. */
export type Notes = ReadonlyMap<string, StreamNotes>;

/** Where nothing is known. */
const noNotes: StreamNotes = {endsAt: null, bufferingSince: null, seen: null, collections: null};

export const notesOf = (notes: Notes, session: Session): StreamNotes => notes.get(identityOf(session)) ?? noNotes;

/** What was seen of running streams, by their keys. */
export const askSeen = async (
	{sources, signal}: Pick<Asking, 'sources' | 'signal'>,
	sessions: readonly Session[],
): Promise<ReadonlyMap<string, SeenStream>> => {
	const sessionKeys = sessions.map(({sessionKey}) => sessionKey).filter(Boolean);
	const seen = sessionKeys.length === 0 ? [] : await orUnseen(sources.seenStreams({sessionKeys}, signal));
	return new Map((seen ?? []).map(stream => [stream.sessionKey, stream]));
};

/** The collections of titles, by their keys. */
export const askCollections = async (
	{sources, signal}: Pick<Asking, 'sources' | 'signal'>,
	sessions: readonly Session[],
): Promise<Readonly<Record<string, readonly string[]>>> => {
	const ratingKeys = [...new Set(sessions.map(({ratingKey}) => ratingKey))].filter(Boolean);
	return ratingKeys.length === 0 ? {} : ((await orUnseen(sources.memberships({ratingKeys}, signal))) ?? {});
};

const bufferingSince = ({state}: Session, now: number, before: StreamNotes | undefined, was: string | undefined) => {
	if (state !== 'buffering' || was === undefined) return null;
	return was === 'buffering' ? (before?.bufferingSince ?? null) : now;
};

/** Notes on running streams: `before` are those of the answer before, so that nothing flickers. */
export const noted = (
	sessions: readonly Session[],
	now: number,
	seen: ReadonlyMap<string, SeenStream>,
	collections: Readonly<Record<string, readonly string[]>>,
	before: {readonly notes: Notes; readonly sessions: ReadonlyMap<string, Session>},
): Notes =>
	new Map(
		sessions.map(session => {
			const key = identityOf(session);
			const [was, known] = [before.sessions.get(key), before.notes.get(key)];
			const isSame = was?.ratingKey === session.ratingKey;
			return [
				key,
				{
					endsAt: steadyEnd(endsAt(session, now), isSame ? (known?.endsAt ?? null) : null),
					bufferingSince: bufferingSince(session, now, known, was?.state),
					seen: seen.get(session.sessionKey) ?? null,
					collections: collections[session.ratingKey] ?? [],
				},
			] as const;
		}),
	);
