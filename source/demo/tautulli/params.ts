/** The parameters of one call, from the query and the form body together. */
export type Params = ReadonlyMap<string, string>;

const yes = new Set(['1', 'true', 't', 'yes', 'y', 'on']);

/** A flag; absent is the default, anything but a yes is false, the empty string included. */
export const flagOf = (params: Params, name: string, byDefault: boolean): boolean => {
	const text = params.get(name);
	return text === undefined ? byDefault : yes.has(text.toLowerCase());
};

/** A whole number, or null where the text is none. */
export const wholeNumber = (text: string): number | null => (/^\s*-?\d+\s*$/.test(text) ? Number(text) : null);

/** A number of days or rows: absent, empty, garbage and 0 all mean the default. */
export const countOf = (params: Params, name: string, byDefault: number): number =>
	wholeNumber(params.get(name) ?? '') || byDefault;

/** A number that must be one: absent is the default, garbage is null and makes the command fail. */
export const strictNumber = (params: Params, name: string, byDefault: number): number | null => {
	const text = params.get(name);
	return text === undefined ? byDefault : wholeNumber(text);
};

/** A list separated by commas; null where the parameter is absent or empty. */
export const listOf = (params: Params, name: string): readonly string[] | null => {
	const text = params.get(name);
	return text === undefined || text === '' ? null : text.split(',').map(part => part.trim());
};

/** `grouping`: the server's own setting is on. */
export const groupingOf = (params: Params): boolean => flagOf(params, 'grouping', true);
