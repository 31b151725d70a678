import {type Item, topOf} from '../world/item.ts';

/** What a listing can be sorted by. */
const sorts: Readonly<Record<string, (item: Item) => number | string>> = {
	addedAt: item => item.addedAt,
	titleSort: item => item.title.toLowerCase(),
	year: item => item.year ?? 0,
	duration: item => item.durationSeconds,
};

type Order = {readonly read: (item: Item) => number | string; readonly sign: 1 | -1};

/** `addedAt:desc`, or `movie.addedAt:desc`; an unknown field is passed over. */
const ordersOf = (text: string): readonly Order[] =>
	text.split(',').flatMap(part => {
		const [field = '', direction] = part.split(':');
		const read = sorts[field.split('.').at(-1) ?? ''];
		return read === undefined ? [] : [{read, sign: direction === 'desc' ? -1 : 1}];
	});

const compare = (orders: readonly Order[], one: Item, two: Item): number => {
	for (const {read, sign} of orders) {
		const [left, right] = [read(one), read(two)];
		if (left !== right) return left < right ? -sign : sign;
	}
	return 0;
};

/** The items of a listing that match a title or belong to a show or artist, in the order asked for. */
export const selectItems = (query: URLSearchParams, items: readonly Item[]): readonly Item[] => {
	const title = query.get('title')?.toLowerCase();
	const above = query.get('show.id') ?? query.get('artist.id');
	const orders = ordersOf(query.get('sort') ?? '');
	const found =
		title || above
			? items.filter(
					item => (!title || item.title.toLowerCase().includes(title)) && (!above || String(topOf(item).key) === above),
				)
			: items;
	return orders.length === 0 ? found : found.toSorted((one, two) => compare(orders, one, two));
};
