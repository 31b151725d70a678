import type {ItemType} from './item.ts';

/**
 * How a collection comes to be on Home: `never`; `always`; `quickly`, by a rotation every 12 hours; `slowly`, every three days;
 * `season`, put up by hand for some weeks of each year.
 */
export type Promotion = 'never' | 'always' | 'quickly' | 'slowly' | 'season';

/** What a collection is made from. Smart ones with a filter pass over `count`. */
export type CollectionRecipe = {
	readonly title: string;
	readonly sectionId: number;
	readonly subtype: ItemType;
	readonly count: number;
	readonly promotion: Promotion;
	/** How many times as often its titles are begun while it is shown: 1 changes nothing. */
	readonly effect: number;
	readonly smart: boolean;
	/** From which part of its library its members are: 0.2 is the most wanted fifth. */
	readonly reach: number;
	/** First and last day of a year, month and day as one number: 1001 is the first of October. */
	readonly season: readonly [number, number] | null;
	/** What Plex claims for a smart collection with a limit: all matches. */
	readonly claims?: number;
	readonly titleSort?: string;
};

type Options = Partial<Omit<CollectionRecipe, 'title' | 'count' | 'sectionId' | 'subtype'>>;

const recipes = (
	sectionId: number,
	subtype: ItemType,
	list: readonly (readonly [title: string, count: number, options?: Options])[],
): CollectionRecipe[] =>
	list.map(([title, count, options]) => ({
		title,
		sectionId,
		subtype,
		count,
		promotion: 'never',
		effect: 1,
		smart: false,
		reach: 0.6,
		season: null,
		...options,
	}));

const quickly = (effect: number, reach = 0.25): Options => ({promotion: 'quickly', effect, reach});
const slowly = (effect: number, reach = 0.25): Options => ({promotion: 'slowly', effect, reach});
const inSeason = (first: number, last: number, effect: number): Options => ({
	promotion: 'season',
	season: [first, last],
	effect,
	reach: 0.25,
});
const smart: Options = {smart: true};

/** The collections of the demo. */
export const collectionRecipes: readonly CollectionRecipe[] = [
	...recipes(1, 'movie', [
		['Staff Picks', 24, {promotion: 'always', reach: 0.3}],
		['Heist Night', 14, quickly(2.6)],
		['Rainy Sunday', 22, quickly(1.9)],
		['Nordic Noir', 15, quickly(1)],
		['Slow Cinema', 18, quickly(1.1, 0.5)],
		['Under Ninety Minutes', 60, {...smart, ...slowly(1.5)}],
		['Overlooked', 20, quickly(3, 0.3)],
		['Great Debuts', 17, slowly(2.2)],
		['On the Rails', 12, slowly(1)],
		['Courtroom Drama', 16, slowly(1.8)],
		['Festival Winners 2026', 18, inSeason(101, 315, 2.2)],
		['Spooky Season', 20, inSeason(1001, 1104, 1.6)],
		['Winter Films', 22, inSeason(1201, 1231, 1.4)],
		['Recently Added Films', 50, {...smart, promotion: 'always', claims: 311, titleSort: '!1 Recently Added Films'}],
		['Best of the Nineties', 140, smart],
		['Black and White', 45, smart],
		['Family Night', 30, {reach: 1}],
		['Endings That Hurt', 13],
		['Cine en español', 12],
		['冬の映画', 11],
		['Films for Grandpa', 20],
		['Kitchen Dramas', 10],
		['Documentary Shelf', 21],
		['Nothing Here Yet', 0],
	]),
	...recipes(2, 'show', [
		['Comfort Watching', 14, quickly(2.4, 0.3)],
		['New This Autumn', 10, {promotion: 'always', reach: 0.3}],
		['Northern Light', 12, slowly(2.4, 0.3)],
		['One-Season Wonders', 30, smart],
		['For the Kids', 10, {reach: 1}],
		['Crime, Politely', 11, slowly(1, 0.4)],
		['Séries du dimanche', 8],
		['Finished and Perfect', 16],
	]),
	...recipes(2, 'season', [['Best Second Seasons', 10]]),
	...recipes(2, 'episode', [['Pilots Worth a Look', 20]]),
	...recipes(3, 'artist', [['Kitchen Radio', 12]]),
	...recipes(3, 'album', [['Albums to Hear Whole', 12]]),
	...recipes(4, 'movie', [
		['Projector Evenings', 10],
		['Every HDR Film', 120, smart],
	]),
];
