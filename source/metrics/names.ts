/** Longer names are cut: they are labels, not texts. */
const longest = 120;

const cut = (name: string): string => {
	const signs = [...name];
	return signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : name;
};

/** What has a name, and a key that tells it from all others; `short` is what people see of that. */
export type NamedThing = {readonly key: string; readonly short?: string; readonly name: string};

/** A name for each key, no two alike: series with the same labels would be one. Those of the same name show their keys. */
export const distinctNames = (things: readonly NamedThing[]): ReadonlyMap<string, string> => {
	const alike = Map.groupBy(things, ({name}) => cut(name));
	return new Map(
		things.map(({key, short = key, name}) => [
			key,
			alike.get(cut(name))?.length === 1 ? cut(name) : `${cut(name)} (${short})`,
		]),
	);
};
