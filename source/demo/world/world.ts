import {type Catalog, createCatalog} from './catalog.ts';
import {createCollections, type DemoCollection} from './collections.ts';
import {makeDay} from './days.ts';
import {createGuests, type Guests} from './guests.ts';
import {createHistory, type History} from './history.ts';
import {createPeople, type DemoUser} from './people.ts';
import {createPicks} from './picks.ts';
import type {Plan} from './plan.ts';
import {createPromotions, type Promotions} from './promotions.ts';
import {createRandom, hexDigits} from './random.ts';
import {type Release, withhold} from './releases.ts';
import {createZone, type Zone} from './zone.ts';

const secondsPerDay = 86_400;

/** The release that the demo's Plex claims to be. */
export const plexVersion = '1.41.9.9961-46083195d';

/** A home with a Plex server and a Tautulli beside it, at the moment up to which it was last advanced. */
export type World = Catalog & {
	readonly seed: number;
	readonly serverName: string;
	readonly machineIdentifier: string;
	readonly zone: Zone;
	readonly people: readonly DemoUser[];
	readonly collections: readonly DemoCollection[];
	readonly promotions: Promotions;
	readonly history: History;
	/** Brings the world to a moment (Unix seconds): what stopped since becomes history. Time never goes back. */
	readonly advance: (now: number) => void;
	/** What is playing at the moment of the last advance, by start. */
	readonly sessions: () => readonly Plan[];
	/** Ends a stream now; false where none has the key. */
	readonly stop: (sessionKey: number) => boolean;
};

/** What a world is put together from; tests give plays of their own. */
export type WorldParts = {
	readonly seed: number;
	readonly catalog: Catalog;
	readonly zone: Zone;
	readonly people: readonly DemoUser[];
	readonly collections: readonly DemoCollection[];
	/** The plays that begin on a UTC day, or early on the next one. */
	readonly plansOf: (day: number) => readonly Plan[];
	/** History begins here. */
	readonly startAt: number;
	/** Brings what is added later. */
	readonly release?: Release;
	/** Who comes by at the first moment. */
	readonly guests?: Guests;
};

const byStop = (one: Plan, two: Plan): number =>
	one.stoppedAt - two.stoppedAt || one.startedAt - two.startedAt || one.sessionKey - two.sessionKey;

/** A world over given parts. */
export const assembleWorld = ({
	seed,
	catalog,
	zone,
	people,
	collections,
	plansOf,
	startAt,
	release,
	guests,
}: WorldParts): World => {
	const history = createHistory(zone);
	let pending: Plan[] = [];
	let madeTo = Math.floor(startAt / secondsPerDay) - 2;
	let clock = startAt;
	let isBegun = false;

	const makeUntil = (day: number): void => {
		if (madeTo >= day) return;
		const fresh: Plan[] = [];
		while (madeTo < day) fresh.push(...plansOf(++madeTo));
		pending = [...pending, ...fresh].sort(byStop);
	};
	/** They had other plans, for later. */
	const welcome = (): void => {
		const plans = guests?.({now: clock, plans: pending, history}) ?? [];
		const isFree = (plan: Plan): boolean =>
			plans.every(({user, stoppedAt}) => user !== plan.user || plan.startedAt > stoppedAt + 60);
		pending = [...pending.filter(isFree), ...plans].sort(byStop);
	};
	const running = (): Plan[] =>
		pending.filter(plan => plan.startedAt <= clock).sort((one, two) => one.startedAt - two.startedAt);
	return {
		...catalog,
		seed,
		serverName: 'Lantern House',
		machineIdentifier: hexDigits(createRandom(seed, 'machine'), 40),
		zone,
		people,
		collections,
		promotions: createPromotions(collections),
		history,
		advance: now => {
			clock = Math.max(clock, Math.floor(now));
			release?.(clock);
			makeUntil(Math.floor(clock / secondsPerDay) + 1);
			const rest = pending.findIndex(plan => plan.stoppedAt > clock);
			const stopped = pending.splice(0, rest === -1 ? pending.length : rest);
			for (const plan of stopped) if (plan.stoppedAt >= startAt) history.append(plan, plan.stoppedAt);
			if (!isBegun) welcome();
			isBegun = true;
		},
		sessions: running,
		stop: sessionKey => {
			const plan = running().find(candidate => candidate.sessionKey === sessionKey);
			if (!plan) return false;
			pending = pending.filter(candidate => candidate !== plan);
			history.append(plan, clock);
			return true;
		},
	};
};

/** The first of a month: it moves once a month, so that a demo of tomorrow has the rows of today. */
const historyStart = (now: number, months: number): number => {
	const date = new Date(now * 1000);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1) / 1000;
};

/** What is added when changes with the year alone, and what is there when a history begins is added before. */
const catalogYears = (now: number): readonly [from: number, to: number] => {
	const year = new Date(now * 1000).getUTCFullYear();
	return [Date.UTC(year - 3, 0) / 1000, Date.UTC(year + 1, 2) / 1000];
};

/** What the demo's world is made from. */
export type WorldOptions = {
	readonly seed: number;
	readonly timeZone: string;
	/** Unix seconds. */
	readonly now: number;
	/** How many whole months its history reaches back; default two years. */
	readonly months?: number | undefined;
	/** True: every kind of stream runs at that moment, whoever has to come by for it. */
	readonly isLively?: boolean | undefined;
};

/** The demo's world, the same for the same seed, zone and moment. */
export const createWorld = ({seed, timeZone, now, months = 24, isLively = false}: WorldOptions): World => {
	const startAt = historyStart(now, months);
	const zone = createZone(timeZone);
	const people = createPeople(seed);
	const [catalogFrom, catalogTo] = catalogYears(now);
	const catalog = createCatalog(seed, catalogFrom, catalogTo);
	const collections = createCollections(seed, catalog, {founded: catalogFrom, now: historyStart(now, 0)});
	const picks = createPicks(seed, catalog, createPromotions(collections));
	const parts = {seed, people, picks, zone};
	const world = assembleWorld({
		seed,
		catalog,
		zone,
		people,
		collections,
		startAt,
		plansOf: day => people.flatMap(user => makeDay(parts, user, day)),
		release: withhold(catalog, startAt),
		...(isLively ? {guests: createGuests(seed, people, picks)} : {}),
	});
	world.advance(now);
	return world;
};
