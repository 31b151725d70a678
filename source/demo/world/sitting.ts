import {decisionOf, needsOf} from './decide.ts';
import type {Item} from './item.ts';
import type {DemoUser, Player} from './people.ts';
import type {Picks} from './picks.ts';
import type {Plan} from './plan.ts';
import {between, type Random} from './random.ts';
import type {Zone} from './zone.ts';

/** What the days of people are made with. */
export type DayParts = {
	readonly seed: number;
	readonly people: readonly DemoUser[];
	readonly picks: Picks;
	readonly zone: Zone;
};

/** Something begun and not finished: what, on which player, how far. */
export type Unfinished = {readonly player: Player; readonly item: Item; readonly fromSeconds: number};

/** The day of one user while it is being made. */
export type UserDay = {
	readonly parts: DayParts;
	readonly random: Random;
	readonly user: DemoUser;
	/** The session key of the first play, and the step to the next one. */
	readonly keys: {readonly first: number; readonly step: number};
	readonly endAt: number;
	readonly plans: Plan[];
	readonly unfinished: Unfinished[];
};

/** How much of what is left gets watched: mostly all; `stops` says that the rest may be watched another time. */
const drawEnd = (random: Random, item: Item): {readonly share: number; readonly stops: boolean} => {
	if (item.type === 'track') return {share: random() < 0.9 ? 1 : 0.3 + random() * 0.5, stops: false};
	const drawn = random();
	if (drawn < 0.16) return {share: 0.15 + random() * 0.5, stops: true};
	if (drawn < 0.24) return {share: 0.05 + random() * 0.6, stops: false};
	return {share: 0.9 + random() * 0.1, stops: false};
};

const drawPause = (day: UserDay, item: Item, startedAt: number, seconds: number): readonly [number, number] => {
	const {random, user} = day;
	if (item.type === 'track' || random() > 0.3) return [0, 0];
	const from = startedAt + Math.floor(seconds * (0.1 + random() * 0.8));
	return [from, from + (random() < user.character.pauses ? between(random, 1800, 6000) : between(random, 40, 600))];
};

/** The shortest play that Tautulli keeps, with room to spare. */
const shortest = (item: Item): number => (item.type === 'track' ? 20 : 150);

const nextKey = ({plans, keys}: UserDay): number => keys.first + plans.length * keys.step;

/** Adds one playback; returns when it stopped, or null where nothing fits before the end of the day. */
const addPlay = (day: UserDay, what: Unfinished, startedAt: number): number | null => {
	const {random, plans, endAt, unfinished, user} = day;
	const {player, item, fromSeconds} = what;
	const {share, stops} = drawEnd(random, item);
	const left = item.durationSeconds - fromSeconds;
	const seconds = Math.max(shortest(item), Math.floor(left * share));
	const [pausedFrom, pausedTo] = drawPause(day, item, startedAt, seconds);
	const stoppedAt = Math.min(endAt, startedAt + seconds + pausedTo - pausedFrom);
	if (stoppedAt - startedAt < shortest(item) || (pausedTo > 0 && stoppedAt <= pausedTo)) return null;
	const decision = decisionOf(needsOf(player, item));
	plans.push({
		sessionKey: nextKey(day),
		user,
		player,
		item,
		startedAt,
		stoppedAt,
		fromSeconds,
		pausedFrom,
		pausedTo,
		decision,
	});
	if (stops) unfinished.push({...what, fromSeconds: fromSeconds + seconds});
	return stoppedAt;
};

const goesOnAfter = ({type}: Item, {character}: DemoUser): number => {
	if (type === 'track') return 0.75;
	return type === 'episode' ? character.binges : 0;
};

/** A sitting: an episode leads to the next one, a track to the rest of the album. */
export const addSitting = (day: UserDay, first: Unfinished, startedAt: number): number | null => {
	const {random, parts, user} = day;
	const goesOn = goesOnAfter(first.item, user);
	let what: Unfinished = first;
	let stoppedAt = addPlay(day, what, startedAt);
	while (stoppedAt !== null && random() < goesOn) {
		const item = parts.picks.after(what.item, stoppedAt);
		if (item === null) break;
		what = {...what, item, fromSeconds: 0};
		const next = addPlay(day, what, stoppedAt + between(random, 1, what.item.type === 'track' ? 3 : 25));
		if (next === null) break;
		stoppedAt = next;
	}
	return stoppedAt;
};

/** The beginning of what is finished another day: from its start to where it will go on. */
export const addBeginning = (day: UserDay, what: Unfinished, startedAt: number): number | null => {
	const stoppedAt = startedAt + what.fromSeconds;
	if (stoppedAt > day.endAt || what.fromSeconds < shortest(what.item)) return null;
	const {plans, user} = day;
	plans.push({
		sessionKey: nextKey(day),
		user,
		player: what.player,
		item: what.item,
		startedAt,
		stoppedAt,
		fromSeconds: 0,
		pausedFrom: 0,
		pausedTo: 0,
		decision: decisionOf(needsOf(what.player, what.item)),
	});
	return stoppedAt;
};
