import type {Catalog} from './catalog.ts';
import type {Item} from './item.ts';

/** Brings what is added up to a moment (Unix seconds) into the catalog. */
export type Release = (now: number) => void;

/** Takes what is only added after a moment out of the catalog, until its time has come. */
export const withhold = ({libraries, items}: Catalog, from: number): Release => {
	const waiting: {readonly item: Item; readonly list: Item[]}[] = [];
	const take = (list: Item[]): void => {
		const later = list.filter(({addedAt}) => addedAt > from);
		for (const item of later) {
			list.splice(list.indexOf(item), 1);
			waiting.push({item, list});
		}
		for (const item of [...list, ...later]) take(item.children);
	};
	for (const library of libraries) take(library.items);
	waiting.sort((one, two) => one.item.addedAt - two.item.addedAt || one.item.key - two.item.key);
	for (const {item} of waiting) items.delete(item.key);
	return now => {
		while ((waiting[0]?.item.addedAt ?? Number.POSITIVE_INFINITY) <= now) {
			const next = waiting.shift();
			if (next === undefined) return;
			next.list.push(next.item);
			items.set(next.item.key, next.item);
		}
	};
};
