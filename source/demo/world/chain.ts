import type {Plan} from './plan.ts';
import {between, createRandom, pickOne, type Random} from './random.ts';
import {addBeginning, addSitting, type Chain, type ChainParts, type Unfinished} from './sitting.ts';
import {chanceOf} from './slots.ts';

const secondsPerDay = 86_400;

/** Each stream starts its day at an hour of its own, so that no moment of the day is one where all of them stop. */
const dayStart = (slot: number, day: number): number => day * secondsPerDay + ((slot * 5 + 4) % 24) * 3600;

const drawNew = (random: Random, chain: Pick<Chain, 'parts' | 'viewers'>, at: number): Unfinished => {
	const user = pickOne(random, chain.viewers);
	return {user, player: pickOne(random, user.players), item: chain.parts.picks.next(random, user, at), fromSeconds: 0};
};

/** What this stream leaves for another day: begun on `day`, finished up to nine days later, or never. */
const postponed = (
	chain: Pick<Chain, 'parts' | 'viewers' | 'slot'>,
	day: number,
): (Unfinished & {readonly days: number}) | null => {
	const random = createRandom(chain.parts.seed, 'postponed', chain.slot, day);
	if (random() < 0.4) return null;
	const what = drawNew(random, chain, dayStart(chain.slot, day));
	const days = between(random, 1, 9);
	const fromSeconds = Math.floor(what.item.durationSeconds * (0.2 + random() * 0.4));
	return what.item.type === 'track' ? null : {...what, fromSeconds, days};
};

const resumedToday = (chain: Chain, day: number): Unfinished[] =>
	[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(days => {
		const what = postponed(chain, day - days);
		return what !== null && what.days === days ? [what] : [];
	});

/**
 * The plays of one stream on one day, one after another. A day knows nothing of the day before but what the seed says,
 * so any day can be made alone and is always the same.
 */
export const makeChain = (parts: ChainParts, slot: number, day: number): readonly Plan[] => {
	const chain: Chain = {
		parts,
		random: createRandom(parts.seed, 'chain', slot, day),
		slot,
		viewers: parts.people.filter(user => user.slot === slot && user.isActive),
		endAt: dayStart(slot, day + 1) - 20,
		plans: [],
		unfinished: [],
	};
	const {random} = chain;
	const begun = postponed(chain, day);
	const resumes = resumedToday(chain, day);
	let at = dayStart(slot, day) + between(random, 0, 40);
	let beginning = begun;
	while (at < chain.endAt) {
		if (random() >= chanceOf(slot, at, parts.zone)) {
			at += between(random, 1200, 3000);
			continue;
		}
		const resumed = random() < 0.4 ? (resumes.pop() ?? chain.unfinished.shift()) : undefined;
		const starts = beginning !== null && resumed === undefined && random() < 0.3;
		const stoppedAt =
			starts && beginning !== null
				? addBeginning(chain, beginning, at)
				: addSitting(chain, resumed ?? drawNew(random, chain, at), at);
		if (starts) beginning = null;
		at = (stoppedAt ?? at + 300) + between(random, 20, slot < 2 ? 45 : 900);
	}
	return chain.plans;
};
