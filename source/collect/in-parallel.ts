/** The result of one piece of work, with its place in the order of the pieces. */
export type Finished<Value> = {readonly index: number; readonly value: Value};

/**
 * Works on at most `limit` items at a time and yields each result as it comes. A rejection ends it; what is under way
 * then is left to its signal.
 */
export async function* inParallel<Item, Value>(
	items: readonly Item[],
	limit: number,
	work: (item: Item) => Promise<Value>,
): AsyncGenerator<Finished<Value>, void> {
	const underway = new Map<number, Promise<Finished<Value>>>();
	const waiting = items.entries();
	while (true) {
		while (underway.size < limit) {
			const next = waiting.next();
			if (next.done) break;
			const [index, item] = next.value;
			underway.set(
				index,
				work(item).then(value => ({index, value})),
			);
		}
		if (underway.size === 0) return;
		const finished = await Promise.race(underway.values());
		underway.delete(finished.index);
		yield finished;
	}
}
