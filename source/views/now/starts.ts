import type {Session} from '../../domain/session.ts';
import type {SeenStream} from '../../domain/streams/seen-stream.ts';
import type {StripAnswer} from '../../domain/streams/strip.ts';
import type {Asking} from '../plan/view.ts';
import {orUnseen} from '../streams/why.ts';

/** When running streams began (Unix seconds), by `startName`; null: nobody knows. One that was not asked about is missing. */
export type Starts = ReadonlyMap<string, number | null>;

/** A key goes on with the next episode, which begins anew. */
const startName = ({sessionKey, ratingKey}: Session): string => `${sessionKey} ${ratingKey}`;

export const startOf = (starts: Starts, session: Session): number | null => starts.get(startName(session)) ?? null;

/** When it was seen to begin: somebody looked a minute before. */
const seenToBegin = (seen: SeenStream | undefined, session: Session, strip: StripAnswer): number | null => {
	if (!seen || seen.ratingKey !== session.ratingKey) return null;
	const before = strip.minutes[Math.floor((seen.firstSeen - strip.from) / 60) - 1];
	return before?.isSeen ? seen.firstSeen : null;
};

/**
 * When what runs began, as far as the strip needs it: for the minutes that history alone tells of. Tautulli is asked of streams that
 * nobody saw begin, once for each; where it does not answer it is asked with the next minute.
 */
export const askStarts = async (
	{sources, signal}: Pick<Asking, 'sources' | 'signal'>,
	sessions: readonly Session[],
	strip: StripAnswer | null,
	seen: ReadonlyMap<string, SeenStream>,
	before: Starts,
): Promise<Starts> => {
	if (!strip?.minutes.some(minute => minute && !minute.isSeen)) return before;
	const known = new Map<string, number | null>();
	for (const session of sessions) {
		const name = startName(session);
		const start = before.get(name) ?? seenToBegin(seen.get(session.sessionKey), session, strip);
		if (start !== null || before.has(name)) known.set(name, start);
	}
	const unknown = sessions.filter(session => session.sessionKey !== '' && !known.has(startName(session)));
	const ratingKeys = [...new Set(unknown.map(({ratingKey}) => ratingKey))].filter(Boolean);
	if (ratingKeys.length === 0) return known;
	const answer = await orUnseen(sources.streamStarts({ratingKeys}, signal));
	if (answer) for (const session of unknown) known.set(startName(session), answer[session.sessionKey] ?? null);
	return known;
};
