import {type Needs, needsOf} from './decide.ts';
import type {Resolution} from './item.ts';
import {isPausedAt, type Plan} from './plan.ts';
import {hashOf} from './random.ts';
import {resolutions} from './sources.ts';

/** What of a stream follows from its plan and needs no place in it. */
export type StreamFacts = {
	readonly state: 'playing' | 'paused' | 'buffering';
	readonly videoDecision: string;
	readonly audioDecision: string;
	/** `burn` where they are put into the picture. */
	readonly subtitleDecision: string;
	/** What the viewer chose; null: the original. */
	readonly limitKbps: number | null;
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

/** A transcode has a reason, whatever was decided elsewhere. */
const needsOfPlan = ({decision, player, item}: Plan): Needs => {
	const needs = needsOf(player, item);
	const {limit, burns, codec, sound} = needs;
	return decision === 'transcode' && !(limit || burns || codec || sound) ? {...needs, codec: true} : needs;
};

/** The most that anybody is sent of a picture that must be made anew. */
const mostKbps = 12_000;

const sentKbps = ({player, item}: Plan, {limit}: Needs): number => {
	const source = item.source?.bitrateKbps ?? 0;
	return Math.min(source, mostKbps, limit ? (player.limitKbps ?? mostKbps) : mostKbps);
};

/** What a transcoder would send this player. */
export const sentResolution = (plan: Plan): Resolution | null => {
	const resolution = plan.item.source?.resolution ?? null;
	const needs = needsOfPlan(plan);
	const recodes = needs.limit || needs.burns || needs.codec;
	if (plan.decision !== 'transcode' || resolution === null || !recodes || resolution.height <= 720) return resolution;
	return sentKbps(plan, needs) <= 5000 ? resolutions.half : resolutions.full;
};

/** About one transcode in ten is slower than its player needs. */
const speedOf = (plan: Plan, at: number): number => {
	const base = fractionOf(plan, 'speed');
	const wobble = (hashOf(plan.startedAt, Math.floor(at / 60)) % 11) / 100;
	return Math.round((base < 0.1 ? 0.6 + base * 2 + wobble : 1.2 + base * 3 + wobble) * 10) / 10;
};

const stateOf = (plan: Plan, at: number, speed: number | null): StreamFacts['state'] => {
	if (isPausedAt(plan, at)) return 'paused';
	const seconds = at - plan.startedAt;
	if (seconds < 4) return 'buffering';
	const [every, lasts] = speed !== null && speed < 1 ? [75, 12] : [2400, 6];
	return (seconds + hashOf(plan.startedAt)) % every < lasts ? 'buffering' : 'playing';
};

/** The facts of a stream at a moment. */
export const streamFacts = (plan: Plan, at: number): StreamFacts => {
	const source = plan.item.source;
	const isVideo = source?.resolution !== null;
	const isTranscode = plan.decision === 'transcode';
	const needs = needsOfPlan(plan);
	const recodes = needs.limit || needs.burns || needs.codec;
	const speed = isTranscode ? speedOf(plan, at) : null;
	const sourceKbps = source?.bitrateKbps ?? 0;
	const bitrateKbps = isTranscode && isVideo && recodes ? sentKbps(plan, needs) : isVideo ? sourceKbps : 256;
	return {
		state: stateOf(plan, at, speed),
		videoDecision: isVideo ? (isTranscode && !recodes ? 'copy' : plan.decision) : '',
		audioDecision: isTranscode && isVideo && !needs.sound && !needs.limit ? 'copy' : plan.decision,
		subtitleDecision: isTranscode && needs.burns ? 'burn' : '',
		limitKbps: isTranscode && needs.limit ? plan.player.limitKbps : null,
		speed,
		throttled: speed !== null && speed > 3.6,
		hardware: isTranscode && recodes && fractionOf(plan, 'hardware') < 0.8,
		resolution: sentResolution(plan),
		bitrateKbps,
		bandwidthKbps: Math.round(bitrateKbps * (1.03 + fractionOf(plan, 'band') * 0.1)),
	};
};

/** The id that terminating a stream needs: 16 hexadecimal digits. */
export const sessionIdOf = (plan: Plan): string =>
	[hashOf('session', plan.startedAt, plan.user.userId), hashOf(plan.sessionKey, plan.item.key)]
		.map(part => part.toString(16).padStart(8, '0'))
		.join('');
