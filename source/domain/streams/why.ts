import type {Session} from '../session.ts';

/** Why a stream is transcoded, in the order in which it is told: the first that holds is counted. */
export const reasons = ['limit', 'subtitles', 'codec', 'sound', 'container'] as const;

export type Reason = (typeof reasons)[number];

/** What the reasons are read from. */
export type WhyFacts = Pick<
	Session,
	'transcodeDecision' | 'qualityProfile' | 'videoDecision' | 'audioDecision' | 'subtitleDecision'
> & {readonly source: {readonly bitrateKbps: number | null}; readonly stream: {readonly bitrateKbps: number | null}};

/** Somebody chose less than the file has, and less is sent. */
const isLimited = ({qualityProfile, source, stream}: WhyFacts): boolean =>
	qualityProfile !== '' &&
	qualityProfile.toLowerCase() !== 'original' &&
	source.bitrateKbps !== null &&
	stream.bitrateKbps !== null &&
	stream.bitrateKbps < source.bitrateKbps;

/**
 * A reading of the facts, since Plex gives no reason. The picture is the reason only where neither a limit nor subtitles explain
 * that it is transcoded, and the container where nothing else does. What is not transcoded has no reason.
 */
export const reasonsOf = (facts: WhyFacts): readonly Reason[] => {
	if (facts.transcodeDecision !== 'transcode') return [];
	const limit = isLimited(facts);
	const subtitles = facts.subtitleDecision === 'burn';
	const codec = facts.videoDecision === 'transcode' && !limit && !subtitles;
	const sound = facts.audioDecision === 'transcode';
	const holds = {limit, subtitles, codec, sound, container: !(limit || subtitles || codec || sound)};
	return reasons.filter(reason => holds[reason]);
};

/** Reasons, the first one first, and how many streams have just these. */
export type ReasonCount = {readonly why: readonly Reason[]; readonly streams: number};

/** How many transcoded streams were seen, and how many of them for which first reason. */
export type WhyCounts = {
	readonly seen: number;
	readonly reasons: Readonly<Record<Reason, number>>;
	/** Unix seconds when the first stream was seen: nothing is known of those before; null: none ever was. */
	readonly since: number | null;
};
