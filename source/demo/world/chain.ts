import type {Item} from './item.ts';
import type {DemoUser, Player} from './people.ts';
import type {Picks} from './picks.ts';
import type {Plan} from './plan.ts';
import {between, createRandom, pickOne, type Random} from './random.ts';
import {chanceOf, slotCount} from './slots.ts';
import type {Zone} from './zone.ts';

const secondsPerDay = 86_400;

/** What a chain of plays is made with. */
export type ChainParts = {
	readonly seed: number;
	readonly people: readonly DemoUser[];
	readonly picks: Picks;
	readonly zone: Zone;
};

/** Something begun and not finished: who, what, on which player, how far. */
type Unfinished = {
	readonly user: DemoUser;
	readonly player: Player;
	readonly item: Item;
	readonly fromSeconds: number;
};

type Chain = {
	readonly parts: ChainParts;
	readonly random: Random;
	readonly slot: number;
	readonly viewers: readonly DemoUser[];
	readonly endAt: number;
	readonly plans: Plan[];
	readonly unfinished: Unfinished[];
};

/** Each stream starts its day at an hour of its own, so that no moment of the day is one where all of them stop. */
const dayStart = (slot: number, day: number): number => day * secondsPerDay + ((slot * 5 + 4) % 24) * 3600;

const decisionOf = (random: Random, user: DemoUser, player: Player, item: Item): Plan['decision'] => {
	const height = item.source?.resolution?.height ?? 0;
	const burden = height > 1080 ? 0.35 : height === 0 ? -0.3 : 0;
	const chance = player.transcodes + burden + (user.location === 'wan' ? 0.12 : -0.1);
	const drawn = random();
	if (drawn < chance) return 'transcode';
	return drawn < chance + 0.16 ? 'copy' : 'direct play';
};

/** How much of what is left gets watched: mostly all; `stops` says that the rest may be watched another time. */
const drawEnd = (random: Random, item: Item): {readonly share: number; readonly stops: boolean} => {
	if (item.type === 'track') return {share: random() < 0.9 ? 1 : 0.3 + random() * 0.5, stops: false};
	const drawn = random();
	if (drawn < 0.16) return {share: 0.15 + random() * 0.5, stops: true};
	if (drawn < 0.24) return {share: 0.05 + random() * 0.6, stops: false};
	return {share: 0.9 + random() * 0.1, stops: false};
};

const drawPause = (random: Random, item: Item, startedAt: number, seconds: number): readonly [number, number] => {
	if (item.type === 'track' || random() > 0.3) return [0, 0];
	const from = startedAt + Math.floor(seconds * (0.1 + random() * 0.8));
	return [from, from + (random() < 0.8 ? between(random, 40, 600) : between(random, 600, 2700))];
};

/** The shortest play that Tautulli keeps, with room to spare. */
const shortest = (item: Item): number => (item.type === 'track' ? 20 : 150);

/** Adds one playback; returns when it stopped, or null where nothing fits before the end of the chain. */
const addPlay = (chain: Chain, what: Unfinished, startedAt: number): number | null => {
	const {random, plans, endAt, unfinished, slot} = chain;
	const {user, player, item, fromSeconds} = what;
	const {share, stops} = drawEnd(random, item);
	const left = item.durationSeconds - fromSeconds;
	const seconds = Math.max(shortest(item), Math.floor(left * share));
	const [pausedFrom, pausedTo] = drawPause(random, item, startedAt, seconds);
	const stoppedAt = Math.min(endAt, startedAt + seconds + pausedTo - pausedFrom);
	if (stoppedAt - startedAt < shortest(item) || (pausedTo > 0 && stoppedAt <= pausedTo)) return null;
	plans.push({
		sessionKey: plans.length * slotCount + slot + 1,
		user,
		player,
		item,
		startedAt,
		stoppedAt,
		fromSeconds,
		pausedFrom,
		pausedTo,
		decision: decisionOf(random, user, player, item),
	});
	if (stops) unfinished.push({...what, fromSeconds: fromSeconds + seconds});
	return stoppedAt;
};

/** A sitting: an episode leads to the next one, a track to the rest of the album. */
const addSitting = (chain: Chain, first: Unfinished, startedAt: number): number | null => {
	const {random, parts} = chain;
	const goesOn = first.item.type === 'track' ? 0.75 : first.item.type === 'episode' ? 0.4 : 0;
	let what: Unfinished = first;
	let stoppedAt = addPlay(chain, what, startedAt);
	while (stoppedAt !== null && random() < goesOn) {
		const item = parts.picks.after(what.item);
		if (item === null) break;
		what = {...what, item, fromSeconds: 0};
		const next = addPlay(chain, what, stoppedAt + between(random, 1, what.item.type === 'track' ? 3 : 25));
		if (next === null) break;
		stoppedAt = next;
	}
	return stoppedAt;
};

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

/** The beginning of what is finished another day: from its start to where it will go on. */
const addBeginning = (chain: Chain, what: Unfinished, startedAt: number): number | null => {
	const stoppedAt = startedAt + what.fromSeconds;
	if (stoppedAt > chain.endAt || what.fromSeconds < shortest(what.item)) return null;
	const {random, plans, slot} = chain;
	plans.push({
		sessionKey: plans.length * slotCount + slot + 1,
		user: what.user,
		player: what.player,
		item: what.item,
		startedAt,
		stoppedAt,
		fromSeconds: 0,
		pausedFrom: 0,
		pausedTo: 0,
		decision: decisionOf(random, what.user, what.player, what.item),
	});
	return stoppedAt;
};

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
