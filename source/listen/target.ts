/** What an address asks for. */
export type Target = {
	/** The parts of its path, decoded; none: the root. */
	readonly parts: readonly string[];
	readonly parameters: URLSearchParams;
};

const decoded = (part: string): string | null => {
	try {
		return decodeURIComponent(part);
	} catch {
		return null;
	}
};

const isSound = (part: string | null): part is string =>
	part !== null && part !== '' && part !== '.' && part !== '..' && !/\p{Cc}/u.test(part);

/** Takes the address of a request apart; null: it is none of this server. */
export const readTarget = (url: string): Target | null => {
	if (!url.startsWith('/')) return null;
	const [path = '', ...queries] = url.split('?');
	const written = path.replace(/^\/|\/$/g, '');
	const parts = written === '' ? [] : written.split('/').map(decoded);
	return parts.every(isSound) ? {parts, parameters: new URLSearchParams(queries.join('?'))} : null;
};
