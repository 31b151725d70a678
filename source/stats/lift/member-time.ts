import {secondsPerDay} from '../../domain/period.ts';
import type {LiftMember, Stretch} from './input.ts';

/** New titles are watched at their release, whatever is promoted. */
const newSeconds = 28 * secondsPerDay;

/** While a title counts: not while it is new, and only as a member. */
export const countingTime = ({addedAt, firstSeen, lastSeen}: LiftMember): Stretch => ({
	from: Math.max(
		addedAt === null ? Number.NEGATIVE_INFINITY : addedAt + newSeconds,
		firstSeen ?? Number.NEGATIVE_INFINITY,
	),
	to: lastSeen ?? Number.POSITIVE_INFINITY,
});

/** While the collection held a title. */
export const heldTime = ({firstSeen, lastSeen}: LiftMember): Stretch => ({
	from: firstSeen ?? Number.NEGATIVE_INFINITY,
	to: lastSeen ?? Number.POSITIVE_INFINITY,
});

/** The part of a stretch that lies in another one; null: none does. */
export const overlap = (one: Stretch, two: Stretch): Stretch | null => {
	const [from, to] = [Math.max(one.from, two.from), Math.min(one.to, two.to)];
	return from < to ? {from, to} : null;
};
