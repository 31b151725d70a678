import type {Promoted} from '../../domain/collection.ts';
import type {DemoCollection} from './collections.ts';
import {hashOf} from './random.ts';

/** Half a day, and three days: how long what rotates stays. Rotations happen at 4 and 16 o'clock, UTC. */
export const rotationSeconds = {quickly: 43_200, slowly: 3 * 86_400} as const;
export const rotationStart = 4 * 3600;

/** So many of each kind are shown at once. */
const atOnce = {quickly: 3, slowly: 2} as const;

const nowhere: Promoted = {home: false, shared: false, recommended: false};

/** Which collection is promoted at a moment. */
export type Promotions = {
	readonly at: (collection: DemoCollection, at: number) => Promoted;
	/** The collections that someone sees on Home or among the recommended. */
	readonly seenBy: (isHome: boolean, at: number) => readonly DemoCollection[];
};

const isInSeason = ({season}: DemoCollection, at: number): boolean => {
	if (season === null) return false;
	const date = new Date((at - rotationStart) * 1000);
	const day = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
	return day >= season[0] && day <= season[1];
};

/** The rotation over these collections: which ones are drawn anew each time, so that each comes at all hours and seasons. */
export const createPromotions = (collections: readonly DemoCollection[]): Promotions => {
	const drawn = new Map<string, ReadonlySet<DemoCollection>>();
	const drawnIn = (how: 'quickly' | 'slowly', block: number): ReadonlySet<DemoCollection> => {
		const name = `${how} ${block}`;
		const known = drawn.get(name);
		if (known) return known;
		const found = collections
			.filter(({promotion}) => promotion === how)
			.map(collection => ({collection, place: hashOf(how, collection.title, block)}))
			.sort((one, two) => one.place - two.place)
			.slice(0, atOnce[how]);
		const set = new Set(found.map(({collection}) => collection));
		drawn.set(name, set);
		return set;
	};
	const isOn = (collection: DemoCollection, at: number): boolean => {
		const {promotion} = collection;
		if (promotion === 'never' || promotion === 'always') return promotion === 'always';
		if (promotion === 'season') return isInSeason(collection, at);
		return drawnIn(promotion, Math.floor((at - rotationStart) / rotationSeconds[promotion])).has(collection);
	};
	const promotedAt = (collection: DemoCollection, at: number): Promoted =>
		isOn(collection, at) ? collection.places : nowhere;
	const seen = new Map<string, readonly DemoCollection[]>();
	return {
		at: promotedAt,
		seenBy: (isHome, at) => {
			const block = Math.floor((at - rotationStart) / rotationSeconds.quickly);
			const key = `${isHome} ${block}`;
			const known = seen.get(key);
			if (known) return known;
			const found = collections.filter(collection => {
				const places = promotedAt(collection, at);
				return places.recommended || (isHome ? places.home : places.shared);
			});
			seen.set(key, found);
			return found;
		},
	};
};
