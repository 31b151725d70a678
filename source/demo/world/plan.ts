import type {TranscodeDecision} from '../../domain/media.ts';
import type {Item} from './item.ts';
import type {DemoUser, Player} from './people.ts';

/** One playback as the world has decided it: past, running or still to come. Times are Unix seconds. */
export type Plan = {
	/** A number that no other stream has while this one runs. */
	readonly sessionKey: number;
	readonly user: DemoUser;
	readonly player: Player;
	readonly item: Item;
	readonly startedAt: number;
	readonly stoppedAt: number;
	/** Where in the item it begins. */
	readonly fromSeconds: number;
	/** One pause at most; both 0: none. */
	readonly pausedFrom: number;
	readonly pausedTo: number;
	readonly decision: Exclude<TranscodeDecision, ''>;
};

/** Seconds of pause up to a moment. */
export const pausedSecondsAt = (plan: Plan, at: number): number =>
	Math.max(0, Math.min(at, plan.pausedTo) - plan.pausedFrom);

/** Where in the item it is at a moment, never past its end. */
export const offsetSecondsAt = (plan: Plan, at: number): number =>
	Math.min(plan.item.durationSeconds, plan.fromSeconds + (at - plan.startedAt) - pausedSecondsAt(plan, at));

/** True at a moment within the pause. */
export const isPausedAt = (plan: Plan, at: number): boolean => at >= plan.pausedFrom && at < plan.pausedTo;
