import type {Session, StreamFormat} from '../domain/session.ts';
import type {Minute, Peak} from '../domain/streams/minute.ts';
import type {Sight} from '../domain/streams/seen-stream.ts';
import {qualityOf} from './tautulli/session-fields.ts';
import {fullTitleOf, topOf} from './world/item.ts';
import type {Plan} from './world/plan.ts';
import {type StreamFacts, sessionIdOf, streamFacts} from './world/stream.ts';
import type {World} from './world/world.ts';

/** A stream as a dashboard that was open all the time would have seen it. */
export type SeenPlay = {
	readonly session: Session;
	readonly sights: readonly Sight[];
	/** Unix seconds; null: it runs. */
	readonly endedAt: number | null;
};

const secondsPerDay = 86_400;

const sentOf = ({item: {source}, decision}: Plan, facts: StreamFacts): StreamFormat => ({
	videoCodec: facts.videoDecision === 'transcode' ? 'h264' : (source?.videoCodec ?? ''),
	resolution: facts.resolution?.label ?? '',
	bitrateKbps: facts.bitrateKbps,
	container: decision === 'direct play' ? (source?.container ?? '') : 'mp4',
	audioCodec: facts.audioDecision === 'transcode' ? 'aac' : (source?.audioCodec ?? ''),
	audioChannels: facts.audioDecision === 'transcode' ? 2 : (source?.audioChannels ?? null),
	...subtitlesOf(facts),
});

const subtitlesOf = ({subtitleDecision}: StreamFacts): Pick<StreamFormat, 'subtitleCodec' | 'subtitleLanguage'> =>
	subtitleDecision === ''
		? {subtitleCodec: '', subtitleLanguage: ''}
		: {subtitleCodec: 'srt', subtitleLanguage: 'English'};

const sessionOf = (plan: Plan, facts: StreamFacts, libraryName: string): Session => {
	const {item, user, player, decision} = plan;
	const {source, parent} = item;
	return {
		sessionKey: String(plan.sessionKey),
		sessionId: sessionIdOf(plan),
		userId: user.userId,
		user: user.friendlyName,
		ratingKey: String(item.key),
		parentRatingKey: parent === null ? '' : String(parent.key),
		grandparentRatingKey: parent === null ? '' : String(topOf(item).key),
		sectionId: String(item.sectionId),
		libraryName,
		mediaType: item.type,
		live: false,
		title: item.title,
		grandparentTitle: parent === null ? '' : topOf(item).title,
		fullTitle: fullTitleOf(item),
		seasonNumber: item.type === 'episode' ? (parent?.index ?? null) : null,
		episodeNumber: item.type === 'episode' ? item.index : null,
		year: item.year,
		state: facts.state,
		progressPercent: null,
		viewOffsetMs: null,
		durationMs: item.durationSeconds * 1000,
		transcodeDecision: decision,
		transcodeSpeed: facts.speed,
		transcodeThrottled: facts.throttled,
		transcodeHardware: facts.hardware,
		bandwidthKbps: facts.bandwidthKbps,
		location: user.location,
		relayed: false,
		machineId: player.machineId,
		player: player.name,
		product: player.product,
		platform: player.platform,
		qualityProfile: qualityOf(facts),
		source: {
			videoCodec: source?.videoCodec ?? '',
			resolution: source?.resolution?.label ?? '',
			bitrateKbps: source?.bitrateKbps ?? null,
			container: source?.container ?? '',
			audioCodec: source?.audioCodec ?? '',
			audioChannels: source?.audioChannels ?? null,
			...subtitlesOf(facts),
		},
		stream: sentOf(plan, facts),
		videoDecision: facts.videoDecision,
		audioDecision: facts.audioDecision,
		subtitleDecision: facts.subtitleDecision,
	};
};

/** A transcode that is too slow stalls some of the times that it could have. */
const stallsOf = (facts: StreamFacts, from: number, to: number): number[] =>
	facts.speed !== null && facts.speed < 1 ? [0.2, 0.5, 0.8].map(share => Math.floor(from + (to - from) * share)) : [];

const sightsOf = (facts: StreamFacts, from: number, to: number): readonly Sight[] => {
	const speed = facts.throttled ? null : facts.speed;
	const look = (at: number, isBuffering: boolean): Sight => ({at, isBuffering, speed, kbps: facts.bandwidthKbps});
	const stalls = stallsOf(facts, from, to).flatMap(at => [look(at, true), look(at + 12, false)]);
	return [look(from, false), ...stalls, look(to, false)];
};

type Stretch = {readonly plan: Plan; readonly until: number; readonly isOver: boolean};

/** What ran after a moment, in the order of its end. */
const stretches = (world: World, from: number, now: number): readonly Stretch[] => [
	...world.history.since(from).map(({plan, stoppedAt}) => ({plan, until: stoppedAt, isOver: true})),
	...world.sessions().map(plan => ({plan, until: now, isOver: false})),
];

/** The streams of the last days, in the order of their end. */
export const seenPlays = (world: World, now: number, days: number): readonly SeenPlay[] => {
	const names = new Map(world.libraries.map(({sectionId, name}) => [sectionId, name]));
	return stretches(world, now - days * secondsPerDay, now)
		.filter(({plan, until}) => until - plan.startedAt > 60)
		.map(({plan, until, isOver}) => {
			const facts = streamFacts(plan, plan.startedAt + 30);
			return {
				session: sessionOf(plan, facts, names.get(plan.item.sectionId) ?? ''),
				sights: sightsOf(facts, plan.startedAt + 2, until - 1),
				endedAt: isOver ? until : null,
			};
		});
};

const nobody: Peak = {streams: 0, direct: 0, copied: 0, transcoded: 0, kbps: 0, lanKbps: 0, wanKbps: 0};

const minuteOf = (at: number): number => Math.floor(at / 60);

const peakWith = (peak: Peak, plan: Plan, kbps: number): Peak => ({
	streams: peak.streams + 1,
	direct: peak.direct + (plan.decision === 'direct play' ? 1 : 0),
	copied: peak.copied + (plan.decision === 'copy' ? 1 : 0),
	transcoded: peak.transcoded + (plan.decision === 'transcode' ? 1 : 0),
	kbps: (peak.kbps ?? 0) + kbps,
	lanKbps: (peak.lanKbps ?? 0) + (plan.user.location === 'lan' ? kbps : 0),
	wanKbps: (peak.wanKbps ?? 0) + (plan.user.location === 'wan' ? kbps : 0),
});

/** The minutes of the last days, each as it was in its middle. */
export const seenMinutes = (world: World, now: number, days: number): readonly Minute[] => {
	const first = minuteOf(now) - days * 1440;
	const peaks: Peak[] = Array.from({length: minuteOf(now) - first}, () => nobody);
	for (const {plan, until} of stretches(world, first * 60, now)) {
		const kbps = streamFacts(plan, plan.startedAt + 30).bandwidthKbps;
		const from = Math.max(first, minuteOf(plan.startedAt + 29));
		for (let minute = from; minute * 60 + 30 < until; minute++) {
			const peak = peaks[minute - first];
			if (peak) peaks[minute - first] = peakWith(peak, plan, kbps);
		}
	}
	return peaks.map((peak, index) => ({...peak, minute: first + index}));
};
