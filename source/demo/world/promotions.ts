import type {Promoted} from '../../domain/collection.ts';
import type {DemoCollection} from './collections.ts';

const blockSeconds = 9 * 86_400;
/** Rotations happen at ten in the morning, UTC. */
const blockStart = 10 * 3600;
const perBlock = 4;

const nowhere: Promoted = {home: false, shared: false, recommended: false};

const blockOf = (at: number): number => Math.floor((at - blockStart) / blockSeconds);

/**
 * Which collection is promoted at a moment. A block of nine days has four of the rotating ones, the next block the
 * next four, so each comes from a while of being unpromoted: there is a before to compare with.
 */
export type Promotions = {
	readonly at: (collection: DemoCollection, at: number) => Promoted;
	/** The collections that someone sees on Home or among the recommended. */
	readonly seenBy: (isHome: boolean, at: number) => readonly DemoCollection[];
};

/** The rotation over these collections. */
export const createPromotions = (collections: readonly DemoCollection[]): Promotions => {
	const rotating = collections.filter(({promotion}) => promotion === 'rotating').length;
	const inTurn = (turn: number, block: number): boolean => {
		const place = (turn - perBlock * block) % rotating;
		return (place + rotating) % rotating < perBlock;
	};
	const atBlock = (collection: DemoCollection, block: number): Promoted => {
		if (collection.promotion === 'never') return nowhere;
		return collection.promotion === 'always' || inTurn(collection.turn, block) ? collection.places : nowhere;
	};
	const seen = new Map<string, readonly DemoCollection[]>();
	return {
		at: (collection, at) => atBlock(collection, blockOf(at)),
		seenBy: (isHome, at) => {
			const block = blockOf(at);
			const key = `${isHome} ${block}`;
			const known = seen.get(key);
			if (known) return known;
			const found = collections.filter(collection => {
				const places = atBlock(collection, block);
				if (collection.members.length === 0) return false;
				return places.recommended || (isHome ? places.home : places.shared);
			});
			seen.set(key, found);
			return found;
		},
	};
};
