import type {Choice, Narrowing, NarrowingKind} from '../../domain/plays/narrowing.ts';
import type {Activity, Session} from '../../domain/session.ts';

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

/** True for a stream that a narrowing wants. */
export const isWanted = (session: Session, where: Narrowing): boolean => {
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
export const activityOf = (sessions: readonly Session[]): Activity => {
	const count = (decision: string): number =>
		sessions.filter(({transcodeDecision}) => transcodeDecision === decision).length;
	const isKnown = sessions.length === 0 || sessions.some(({bandwidthKbps}) => bandwidthKbps !== null);
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
