import type {ItemType} from './item.ts';

/**
 * How a collection came to be on Home: `never`; `always`; `rotating`, for nine days at a time, then demoted again.
 * Most are never promoted.
 */
export type Promotion = 'never' | 'always' | 'rotating';

/** What a collection is made from. Smart ones with a filter pass over `count`. */
export type CollectionRecipe = {
	readonly title: string;
	readonly sectionId: number;
	readonly subtype: ItemType;
	readonly count: number;
	readonly promotion: Promotion;
	readonly smart: boolean;
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
		smart: false,
		...options,
	}));

const rotating: Options = {promotion: 'rotating'};
const always: Options = {promotion: 'always'};
const smart: Options = {smart: true};

/** The sixty collections of the demo. */
export const collectionRecipes: readonly CollectionRecipe[] = [
	...recipes(1, 'movie', [
		['Heist Nights', 14, rotating],
		['Staff Picks', 24, always],
		['Rainy Sunday', 18, rotating],
		['Lighthouses on Film', 9],
		['Slow Cinema', 22, rotating],
		['Under Ninety Minutes', 60, smart],
		['Recently Added Films', 50, {...smart, promotion: 'always', claims: 311, titleSort: '!1 Recently Added Films'}],
		['All the Nineties', 140, smart],
		['Noir & Fog', 16, rotating],
		['Cine en español', 12],
		['冬の映画', 11, rotating],
		['Films for Grandpa', 20],
		['Halloween 🎃', 25, rotating],
		['Train Journeys 🚂', 8, rotating],
		['Black and White', 45, smart],
		['First Features', 17],
		['Endings That Hurt', 13],
		['Kitchen Dramas', 10, rotating],
		['أفلام الشتاء', 9],
		['Directors’ Debuts, Second Thoughts, and Other Beginnings That Took a Very Long Time to Begin', 7],
		['Unloved Gems', 15, rotating],
		['Nothing Here Yet', 0],
		['Sequels Nobody Asked For', 19],
		['Double Bills', 26],
		['Weather Reports', 6],
		['Musicals', 12],
		['Courtroom Classics', 11, rotating],
		['Documentary Shelf', 21],
	]),
	...recipes(2, 'show', [
		['Comfort Watching', 12, {...rotating}],
		['New This Autumn', 10, always],
		['Nordic Nights', 9, rotating],
		['Short Series', 30, smart],
		['Cooking With Strangers', 7],
		['For the Kids', 14, rotating],
		['Crime, Politely', 11],
		['Séries du dimanche', 8],
		['Space and Beyond', 6, rotating],
		['Finished and Perfect', 16],
		['長いドラマ', 9],
		['Guilty Pleasures', 13],
	]),
	...recipes(2, 'season', [
		['Best Second Seasons', 10],
		['Season Openers', 8, rotating],
		['One Season Wonders', 12],
		['Holiday Specials', 5],
	]),
	...recipes(2, 'episode', [
		['Pilots Worth a Look', 20, rotating],
		['Bottle Episodes', 12],
		['Snowed In ❄️', 9],
		['Finales', 15],
	]),
	...recipes(3, 'artist', [
		['Desk Music', 14, rotating],
		['Sunday Brunch ☕', 9],
		['Loud Neighbours', 8],
		['From the Islands', 6],
		['Half-Forgotten Bands', 11],
	]),
	...recipes(3, 'album', [['Albums to Hear Whole', 12]]),
	...recipes(4, 'movie', [
		['Heist Nights', 8],
		['Reference Discs', 12],
		['Projector Evenings', 10, rotating],
		['Every HDR Film', 120, smart],
		['Restorations', 14],
		['Nature in 4K', 7],
	]),
];
