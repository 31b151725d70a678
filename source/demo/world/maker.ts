import type {Item, ItemType} from './item.ts';
import {between, hexDigits, type Random} from './random.ts';

const secondsPerDay = 86_400;

/** What is said of an item when it is made. */
export type Draft = Omit<Item, 'key' | 'guid' | 'addedAt' | 'children'> & Partial<Pick<Item, 'guid' | 'addedAt'>>;

/** Makes items, each under the key that comes next. */
export type Maker = {readonly random: Random; readonly make: (draft: Draft) => Item};

/** What is added from `startAt` on is so before `until` (Unix seconds). */
export const createMaker = (random: Random, startAt: number, until: number, items: Map<number, Item>): Maker => {
	let key = 1000;
	const dateAdded = (): number => {
		const second = between(random, 0, secondsPerDay - 1);
		if (random() < 0.55) return startAt - between(random, 1, 1500) * secondsPerDay + second;
		return startAt + Math.floor(random() * (until - startAt));
	};
	const make = (draft: Draft): Item => {
		key += between(random, 1, 3);
		const item: Item = {
			...draft,
			key,
			guid: draft.guid ?? `plex://${draft.type}/5d${hexDigits(random, 22)}`,
			addedAt: draft.addedAt ?? draft.parent?.addedAt ?? dateAdded(),
			children: [],
		};
		draft.parent?.children.push(item);
		items.set(key, item);
		return item;
	};
	return {random, make};
};

/** An item of which nothing but its name is known. */
export const bare = (type: ItemType, sectionId: number, title: string): Draft => ({
	type,
	sectionId,
	title,
	year: null,
	index: null,
	durationSeconds: 0,
	source: null,
	parent: null,
});
