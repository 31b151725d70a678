import {type Catalog, createCatalog} from './catalog.ts';
import {makeChain} from './chain.ts';
import {createCollections, type DemoCollection} from './collections.ts';
import {createHistory, type History} from './history.ts';
import {createPeople, type DemoUser} from './people.ts';
import {createPicks} from './picks.ts';
import type {Plan} from './plan.ts';
import {createPromotions, type Promotions} from './promotions.ts';
import {createRandom, hexDigits} from './random.ts';
import {slotCount} from './slots.ts';
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
};

/** A world over given parts. */
export const assembleWorld = ({seed, catalog, zone, people, collections, plansOf, startAt}: WorldParts): World => {
	const history = createHistory(zone);
	let pending: Plan[] = [];
	let madeTo = Math.floor(startAt / secondsPerDay) - 2;
	let clock = startAt;

	const makeUntil = (day: number): void => {
		if (madeTo >= day) return;
		const fresh: Plan[] = [];
		while (madeTo < day) fresh.push(...plansOf(++madeTo));
		pending = [...pending, ...fresh].sort(
			(one, two) => one.stoppedAt - two.stoppedAt || one.startedAt - two.startedAt || one.sessionKey - two.sessionKey,
		);
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
			makeUntil(Math.floor(clock / secondsPerDay) + 1);
			const rest = pending.findIndex(plan => plan.stoppedAt > clock);
			const stopped = pending.splice(0, rest === -1 ? pending.length : rest);
			for (const plan of stopped) if (plan.stoppedAt >= startAt) history.append(plan, plan.stoppedAt);
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

/** What the demo's world is made from. */
export type WorldOptions = {
	readonly seed: number;
	readonly timeZone: string;
	/** Unix seconds. */
	readonly now: number;
	/** How many whole months its history reaches back; default two years. */
	readonly months?: number | undefined;
};

/** Seconds: whole months of it are never more than the history has. */
const shortestMonth = 30.4 * secondsPerDay;

/** The demo's world, the same for the same seed, zone and moment. */
export const createWorld = ({seed, timeZone, now, months = 24}: WorldOptions): World => {
	const startAt = historyStart(now, months);
	const zone = createZone(timeZone);
	const people = createPeople(seed);
	const catalog = createCatalog(seed, startAt, startAt + months * shortestMonth);
	const collections = createCollections(seed, catalog);
	const picks = createPicks(seed, catalog, createPromotions(collections));
	const slots = Array.from({length: slotCount}, (_, slot) => slot);
	const world = assembleWorld({
		seed,
		catalog,
		zone,
		people,
		collections,
		startAt,
		plansOf: day => slots.flatMap(slot => makeChain({seed, people, picks, zone}, slot, day)),
	});
	world.advance(now);
	return world;
};
