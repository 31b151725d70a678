import type {Resolution} from './item.ts';
import {isPausedAt, type Plan} from './plan.ts';
import {hashOf} from './random.ts';
import {resolutions} from './sources.ts';

/** What of a stream follows from its plan and needs no place in it. */
export type StreamFacts = {
	readonly state: 'playing' | 'paused' | 'buffering';
	readonly videoDecision: string;
	readonly audioDecision: string;
	/** Times real time; null when nothing is transcoded. */
	readonly speed: number | null;
	readonly throttled: boolean;
	readonly hardware: boolean;
	/** The picture that is sent; null for music. */
	readonly resolution: Resolution | null;
	readonly bitrateKbps: number;
	readonly bandwidthKbps: number;
};

const fractionOf = (plan: Plan, what: string): number =>
	hashOf(what, plan.startedAt, plan.user.userId, plan.item.key) / 4_294_967_296;

/** What a transcoder would send this player. */
export const sentResolution = (plan: Plan): Resolution | null => {
	const resolution = plan.item.source?.resolution ?? null;
	if (plan.decision !== 'transcode' || resolution === null) return resolution;
	if (resolution.height <= 720) return resolution;
	return (plan.startedAt + plan.item.key) % 2 === 0 ? resolutions.half : resolutions.full;
};

/** About one transcode in six is slower than its player needs. */
const speedOf = (plan: Plan, at: number): number => {
	const base = fractionOf(plan, 'speed');
	const wobble = (hashOf(plan.startedAt, Math.floor(at / 10)) % 11) / 100;
	return Math.round((base < 0.17 ? 0.6 + base + wobble : 1.1 + base * 3 + wobble) * 10) / 10;
};

const stateOf = (plan: Plan, at: number, speed: number | null): StreamFacts['state'] => {
	if (isPausedAt(plan, at)) return 'paused';
	const seconds = at - plan.startedAt;
	if (seconds < 4) return 'buffering';
	const [every, lasts] = speed !== null && speed < 1 ? [75, 12] : [1200, 6];
	return (seconds + hashOf(plan.startedAt)) % every < lasts ? 'buffering' : 'playing';
};

/** The facts of a stream at a moment. */
export const streamFacts = (plan: Plan, at: number): StreamFacts => {
	const source = plan.item.source;
	const isVideo = source?.resolution !== null;
	const isTranscode = plan.decision === 'transcode';
	const resolution = sentResolution(plan);
	const speed = isTranscode ? speedOf(plan, at) : null;
	const sourceKbps = source?.bitrateKbps ?? 0;
	const shrunk = isVideo ? Math.min(sourceKbps, resolution === resolutions.full ? 8000 : 4000) : 256;
	const bitrateKbps = isTranscode ? shrunk : sourceKbps;
	const audioOnly = isTranscode && fractionOf(plan, 'audio') < 0.25;
	return {
		state: stateOf(plan, at, speed),
		videoDecision: isVideo ? (audioOnly ? 'copy' : plan.decision) : '',
		audioDecision: plan.decision,
		speed,
		throttled: speed !== null && speed > 3,
		hardware: isTranscode && fractionOf(plan, 'hardware') < 0.6,
		resolution,
		bitrateKbps,
		bandwidthKbps: Math.round(bitrateKbps * (1.05 + fractionOf(plan, 'band') * 0.3)),
	};
};

/** The id that terminating a stream needs: 16 hexadecimal digits. */
export const sessionIdOf = (plan: Plan): string =>
	[hashOf('session', plan.startedAt, plan.user.userId), hashOf(plan.sessionKey, plan.item.key)]
		.map(part => part.toString(16).padStart(8, '0'))
		.join('');
