/** JSON has keys of items and libraries as numbers; what is none (live TV has no key) is null. */
export const numericKey = (key: string | null): number | null =>
	key !== null && /^\d+$/.test(key) ? Number(key) : null;
