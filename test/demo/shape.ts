/** Types of a JSON value by path: `data[].title` → string. All entries of a list share a path. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

const typeOf = (value: unknown): string => {
	if (value === null) return 'null';
	if (value === '') return 'blank';
	return Array.isArray(value) ? 'list' : typeof value;
};

const walk = (value: unknown, path: string, shape: Map<string, Set<string>>): void => {
	const types = shape.get(path) ?? new Set();
	shape.set(path, types.add(typeOf(value)));
	if (Array.isArray(value)) for (const entry of value) walk(entry, `${path}[]`, shape);
	else if (typeof value === 'object' && value !== null) {
		for (const [name, entry] of Object.entries(value)) walk(entry, `${path}.${name}`, shape);
	}
};

export const shapeOf = (value: unknown): Shape => {
	const shape = new Map<string, Set<string>>();
	walk(value, '', shape);
	return shape;
};

/** Tautulli puts null or the empty string where there is no value: neither says what type a value has. */
const placeholders = new Set(['null', 'blank']);

const known = (types: ReadonlySet<string>): string[] => [...types].filter(type => !placeholders.has(type));

/** Lists of names (directors, actors) may well be empty. */
const isNameList = (path: string, types: ReadonlySet<string>): boolean =>
	path.endsWith('[]') && known(types).every(type => type === 'string');

/** What is missing in `found` of what was recorded, or has another type there. */
export const differences = (recorded: Shape, found: Shape): string[] =>
	[...recorded].flatMap(([path, types]) => {
		const own = found.get(path);
		if (own === undefined) return isNameList(path, types) ? [] : [`${path} is missing`];
		const wanted = known(types);
		if (wanted.length === 0) return [];
		return known(own)
			.filter(type => !wanted.includes(type))
			.map(type => `${path} is ${type}, not ${wanted.join(' or ')}`);
	});
