import type {Session} from '../session.ts';
import type {Reason} from './why.ts';

/** What is kept of a stream as it was seen last. */
type Kept = Pick<
	Session,
	| 'sessionKey'
	| 'userId'
	| 'user'
	| 'ratingKey'
	| 'parentRatingKey'
	| 'grandparentRatingKey'
	| 'sectionId'
	| 'libraryName'
	| 'mediaType'
	| 'live'
	| 'fullTitle'
	| 'machineId'
	| 'player'
	| 'product'
	| 'platform'
	| 'location'
	| 'relayed'
	| 'qualityProfile'
	| 'source'
	| 'stream'
	| 'transcodeDecision'
	| 'transcodeHardware'
	| 'videoDecision'
	| 'audioDecision'
	| 'subtitleDecision'
>;

/** What a stream can be narrowed by. */
export type StreamIdentity = Pick<
	SeenStream,
	| 'userId'
	| 'ratingKey'
	| 'parentRatingKey'
	| 'grandparentRatingKey'
	| 'sectionId'
	| 'mediaType'
	| 'live'
	| 'fullTitle'
	| 'player'
	| 'product'
	| 'platform'
	| 'location'
	| 'transcodeDecision'
	| 'firstSeen'
	| 'lastSeen'
>;

/** A stream that tautop saw run. Times are Unix seconds. */
export type SeenStream = Kept &
	Watched & {
		readonly id: number;
		readonly firstSeen: number;
		/** When it was found to be gone; null: it runs, or nobody looked when it ended. */
		readonly endedAt: number | null;
		readonly why: readonly Reason[];
		/** The history row of the same play; null: there is none, or not yet. */
		readonly rowId: number | null;
	};

/** What adds up while a stream is watched. */
export type Watched = {
	readonly lastSeen: number;
	/** True: it buffered when it was seen last. */
	readonly isBuffering: boolean;
	/** How often it began to buffer, and for how long all in all. */
	readonly stalls: number;
	readonly stalledSeconds: number;
	/** Times real time; null: it was never transcoded, or always rested. */
	readonly slowestSpeed: number | null;
	readonly highestKbps: number | null;
};

/** A look at a running stream. */
export type Sight = {
	readonly at: number;
	readonly isBuffering: boolean;
	readonly speed: number | null;
	readonly kbps: number | null;
};

/** What happened in a longer silence nobody knows. */
const longestGapSeconds = 150;

const least = (one: number | null, two: number | null): number | null =>
	one === null || two === null ? (one ?? two) : Math.min(one, two);

const most = (one: number | null, two: number | null): number | null =>
	one === null || two === null ? (one ?? two) : Math.max(one, two);

const begun = ({at, isBuffering, speed, kbps}: Sight): Watched => ({
	lastSeen: at,
	isBuffering,
	stalls: isBuffering ? 1 : 0,
	stalledSeconds: 0,
	slowestSpeed: speed,
	highestKbps: kbps,
});

/** From one look to the next it is what it was at the first of them. */
const next = (known: Watched, {at, isBuffering, speed, kbps}: Sight): Watched => {
	const seconds = at - known.lastSeen;
	const isStalled = known.isBuffering && seconds <= longestGapSeconds;
	return {
		lastSeen: at,
		isBuffering,
		stalls: known.stalls + (isBuffering && !known.isBuffering ? 1 : 0),
		stalledSeconds: known.stalledSeconds + (isStalled ? seconds : 0),
		slowestSpeed: least(known.slowestSpeed, speed),
		highestKbps: most(known.highestKbps, kbps),
	};
};

/**
 * Adds what was seen since. Looks at a time that is known already add nothing, so that two programs may tell of the same
 * stream: each second is counted once. Null: there was no look at all.
 */
export const watchedSince = (known: Watched | null, sights: readonly Sight[]): Watched | null =>
	sights.reduce<Watched | null>((so, sight) => {
		if (so === null) return begun(sight);
		return sight.at > so.lastSeen ? next(so, sight) : so;
	}, known);
