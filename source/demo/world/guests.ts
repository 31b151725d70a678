import {decisionOf, needsOf} from './decide.ts';
import type {History} from './history.ts';
import type {Item} from './item.ts';
import type {DemoUser, Player} from './people.ts';
import type {Picks} from './picks.ts';
import {isPausedAt, type Plan} from './plan.ts';
import {between, createRandom, pickOne, type Random} from './random.ts';
import {streamFacts} from './stream.ts';

/** What is known when a demo begins. */
type Evening = {
	readonly now: number;
	/** What runs, and what is still to come. */
	readonly plans: readonly Plan[];
	readonly history: History;
};

/** Who comes by when a demo begins, so that its first screen shows every kind of stream, however dull the evening is. */
export type Guests = (evening: Evening) => readonly Plan[];

/** One kind of stream, and who would rather bring it than others. */
type Wish = {
	readonly isMet: (plan: Plan, now: number) => boolean;
	readonly usernames: readonly string[];
	readonly isPaused?: boolean;
};

const wishes: readonly Wish[] = [
	{isMet: (plan, now) => streamFacts(plan, now).limitKbps !== null, usernames: ['opa.ernst', 'zoe', 'lucia']},
	{isMet: (plan, now) => streamFacts(plan, now).subtitleDecision === 'burn', usernames: ['haruka']},
	{isMet: ({decision}) => decision === 'copy', usernames: ['soren', 'the.neighbours', 'nadia']},
	{isMet: (plan, now) => isPausedAt(plan, now), usernames: ['workshop', 'teo', 'pavel'], isPaused: true},
	{isMet: ({decision, user}) => decision === 'direct play' && user.isHome, usernames: ['mara', 'teo']},
];

/** Anybody does. */
const company: Wish = {isMet: () => true, usernames: ['mara', 'pavel', 'teo', 'lucia', 'the.neighbours', 'felix']};

const leastStreams = 5;

/** Somebody who has sat here for a while, and what they would watch. */
type Offer = {readonly user: DemoUser; readonly player: Player; readonly item: Item; readonly startedAt: number};

const planOf = (
	{user, player, item, startedAt}: Offer,
	sessionKey: number,
	{now}: Evening,
	isPaused: boolean,
): Plan => {
	const pausedFrom = isPaused ? startedAt + Math.floor((now - startedAt) / 2) : 0;
	const pausedTo = isPaused ? now + 3000 : 0;
	return {
		sessionKey,
		user,
		player,
		item,
		startedAt,
		stoppedAt: startedAt + item.durationSeconds + pausedTo - pausedFrom,
		fromSeconds: 0,
		pausedFrom,
		pausedTo,
		decision: decisionOf(needsOf(player, item)),
	};
};

/** Those who are invited by name, of these people. */
export const createGuests =
	(seed: number, people: readonly DemoUser[], picks: Picks): Guests =>
	evening => {
		const {now, plans, history} = evening;
		const random = createRandom(seed, 'guests', Math.floor(now / 86_400));
		const running = plans.filter(({startedAt}) => startedAt <= now);
		const invited: Plan[] = [];
		const here = (): readonly Plan[] => [...running, ...invited];

		const offerOf = (user: DemoUser, draw: Random): Offer | null => {
			const player = pickOne(draw, user.players);
			const lastStop = history.byUser(user.userId).at(-1)?.stoppedAt ?? 0;
			const startedAt = Math.max(lastStop + 60, now - between(draw, 420, 2700));
			const item = picks.next(draw, user, startedAt);
			const isLong = item.durationSeconds > now - startedAt + 900;
			return startedAt < now - 240 && isLong ? {user, player, item, startedAt} : null;
		};

		const invite = (wish: Wish): void => {
			const isHere = new Set(here().map(({user}) => user));
			const named = wish.usernames.flatMap(name => people.find(({username}) => username === name) ?? []);
			const free = [...new Set([...named, ...people])].filter(user => user.isActive && !isHere.has(user));
			for (const user of free) {
				for (let tries = 0; tries < 40; tries++) {
					const offer = offerOf(user, random);
					const plan = offer && planOf(offer, 900 + invited.length, evening, wish.isPaused ?? false);
					if (!plan || !wish.isMet(plan, now)) continue;
					invited.push(plan);
					return;
				}
			}
		};

		for (const wish of wishes) if (!here().some(plan => wish.isMet(plan, now))) invite(wish);
		for (let round = 0; round < leastStreams && here().length < leastStreams; round++) invite(company);
		return invited;
	};
