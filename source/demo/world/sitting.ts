import type {Item} from './item.ts';
import type {DemoUser, Player} from './people.ts';
import type {Picks} from './picks.ts';
import type {Plan} from './plan.ts';
import {between, type Random} from './random.ts';
import {slotCount} from './slots.ts';
import type {Zone} from './zone.ts';

/** What a chain of plays is made with. */
export type ChainParts = {
	readonly seed: number;
	readonly people: readonly DemoUser[];
	readonly picks: Picks;
	readonly zone: Zone;
};

/** Something begun and not finished: who, what, on which player, how far. */
export type Unfinished = {
	readonly user: DemoUser;
	readonly player: Player;
	readonly item: Item;
	readonly fromSeconds: number;
};

/** A chain while it is being made. */
export type Chain = {
	readonly parts: ChainParts;
	readonly random: Random;
	readonly slot: number;
	readonly viewers: readonly DemoUser[];
	readonly endAt: number;
	readonly plans: Plan[];
	readonly unfinished: Unfinished[];
};

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
export const addSitting = (chain: Chain, first: Unfinished, startedAt: number): number | null => {
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

/** The beginning of what is finished another day: from its start to where it will go on. */
export const addBeginning = (chain: Chain, what: Unfinished, startedAt: number): number | null => {
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
