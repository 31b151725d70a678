import {formatDecimal} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {identityOf, type Session, speedOf} from '../../domain/session.ts';
import type {SeenStream} from '../../domain/streams/seen-stream.ts';
import {howRow} from '../history/columns.ts';
import type {Scene} from '../plan/scene.ts';
import type {Asking} from '../plan/view.ts';
import {orUnseen} from '../streams/why.ts';
import type {SeenPlay} from './seen-plays.ts';

/** What tautop saw of the streams that run, by their session. */
export type SeenSessions = ReadonlyMap<string, SeenStream>;

/** Asked beside the plays: they stand without it. */
export const askSeenSessions = async (
	{sources, activity, signal}: Asking,
	isWanted: (session: Session) => boolean,
): Promise<SeenSessions> => {
	const wanted = (await orUnseen(activity()))?.sessions.filter(isWanted) ?? [];
	if (wanted.length === 0) return new Map();
	const seen = await orUnseen(sources.seenStreams({sessionKeys: wanted.map(identityOf)}, signal));
	return new Map((seen ?? []).map(stream => [stream.sessionKey, stream]));
};

/** A stream that runs as a row among plays: what only its end tells is not known yet. */
export const livePlay = (session: Session, seen: SeenStream | undefined): SeenPlay => ({
	rowId: null,
	referenceId: null,
	startedAt: seen?.firstSeen ?? null,
	lastStartedAt: seen?.firstSeen ?? null,
	stoppedAt: null,
	pausedSeconds: 0,
	playedSeconds: null,
	userId: session.userId,
	user: session.user,
	ratingKey: session.ratingKey,
	parentRatingKey: session.parentRatingKey,
	grandparentRatingKey: session.grandparentRatingKey,
	mediaType: session.mediaType,
	live: session.live,
	title: session.title,
	parentTitle: '',
	grandparentTitle: session.grandparentTitle,
	fullTitle: session.fullTitle,
	guid: '',
	seasonNumber: session.seasonNumber,
	episodeNumber: session.episodeNumber,
	transcodeDecision: session.transcodeDecision,
	platform: session.platform,
	player: session.player,
	product: session.product,
	location: session.location,
	percentComplete: session.progressPercent,
	library: session.libraryName || undefined,
	stalls: seen?.stalls ?? 0,
	stalledSeconds: seen?.stalledSeconds ?? 0,
	picture: {from: session.source.resolution, to: session.stream.resolution},
	session,
});

/** "transcode 1.1×": its way to play, and how fast it goes while it runs. */
export const howRowOf = ({transcodeDecision, session}: SeenPlay, {glyphs}: Scene): Row => {
	const speed = session && speedOf(session);
	const how = howRow(transcodeDecision);
	return speed === null ? how : [...how, {text: ` ${formatDecimal(speed)}${glyphs.times}`}];
};
