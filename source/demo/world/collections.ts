import type {Promoted} from '../../domain/collection.ts';
import type {Catalog} from './catalog.ts';
import {type CollectionRecipe, collectionRecipes, type Promotion} from './collection-recipes.ts';
import type {Item, ItemType} from './item.ts';
import {itemsOfType} from './library.ts';
import {isForChildren} from './picks.ts';
import {between, createRandom, hexDigits, shuffled} from './random.ts';

/** A collection of the demo's Plex. */
export type DemoCollection = {
	/** The rating key. */
	readonly key: number;
	readonly sectionId: number;
	readonly sectionUuid: string;
	readonly libraryName: string;
	readonly title: string;
	readonly titleSort: string;
	readonly subtype: ItemType;
	readonly smart: boolean;
	readonly members: readonly Item[];
	/** What Plex says it holds: not always what it holds. */
	readonly childCount: number;
	readonly guid: string;
	readonly addedAt: number;
	readonly promotion: Promotion;
	readonly effect: number;
	readonly season: CollectionRecipe['season'];
	/** Where it shows while it is promoted. */
	readonly places: Promoted;
};

/** Most are for everybody, a few for the house or for friends alone. */
const placesInTurn: readonly Promoted[] = [
	{home: true, shared: true, recommended: true},
	{home: true, shared: true, recommended: false},
	{home: true, shared: true, recommended: false},
	{home: false, shared: true, recommended: true},
	{home: true, shared: true, recommended: true},
	{home: true, shared: false, recommended: false},
];

const placesOf = (turn: number): Promoted =>
	placesInTurn[turn % placesInTurn.length] ?? {home: true, shared: true, recommended: true};

const forChildren = new Set(['Family Night', 'For the Kids']);

type Choose = (recipe: CollectionRecipe, pool: readonly Item[]) => readonly Item[];

/** Smart collections hold what matches; the others what somebody put there. */
const smartFilters: Readonly<Record<string, (item: Item) => boolean>> = {
	'Under Ninety Minutes': item => item.durationSeconds < 90 * 60,
	'Best of the Nineties': item => item.year !== null && item.year >= 1990 && item.year < 2000,
	'Black and White': item => item.year !== null && item.year < 1962,
	'One-Season Wonders': item => item.children.length === 1,
};

const chooser =
	(order: (pool: readonly Item[]) => readonly Item[]): Choose =>
	(recipe, pool) => {
		const matches = smartFilters[recipe.title];
		if (recipe.title.startsWith('Recently'))
			return pool.toSorted((one, two) => two.addedAt - one.addedAt).slice(0, recipe.count);
		if (matches) return pool.filter(matches);
		if (forChildren.has(recipe.title)) return pool.filter(isForChildren).slice(0, recipe.count);
		return order(pool.slice(0, Math.ceil(pool.length * recipe.reach))).slice(0, recipe.count);
	};

/** The collections over what a catalog held when they were founded (Unix seconds), and the one of what is new now. */
export const createCollections = (
	seed: number,
	{libraries}: Catalog,
	{founded, now}: {readonly founded: number; readonly now: number},
	recipes: readonly CollectionRecipe[] = collectionRecipes,
): readonly DemoCollection[] => {
	const random = createRandom(seed, 'collections');
	const choose = chooser(pool => shuffled(random, pool));
	let [key, turns] = [90_000, 0];
	return recipes.flatMap(recipe => {
		const library = libraries.find(({sectionId}) => sectionId === recipe.sectionId);
		if (!library) return [];
		key += between(random, 1, 9);
		const until = recipe.title.startsWith('Recently') ? now : founded;
		const pool = itemsOfType(library, recipe.subtype).filter(({addedAt}) => addedAt <= until);
		const members = choose(recipe, pool);
		const turn = recipe.promotion === 'never' || recipe.promotion === 'always' ? 0 : turns++;
		return [
			{
				key,
				sectionId: recipe.sectionId,
				sectionUuid: library.uuid,
				libraryName: library.name,
				title: recipe.title,
				titleSort: recipe.titleSort ?? recipe.title.replace(/^(The|A|An) /, ''),
				subtype: recipe.subtype,
				smart: recipe.smart,
				members,
				childCount: recipe.claims ?? members.length,
				guid: `collection://${hexDigits(random, 8)}-${hexDigits(random, 4)}`,
				addedAt: 1_600_000_000 + key,
				promotion: recipe.promotion,
				effect: recipe.effect,
				season: recipe.season,
				places: placesOf(turn),
			},
		];
	});
};
