import type {ServerName} from '../domain/app-error.ts';

const usualPort: Readonly<Record<ServerName, string>> = {tautulli: '8181', plex: '32400'};

/** Where a server listens on this machine, unless somebody has moved it. */
export const localAddress = (server: ServerName): string => `http://localhost:${usualPort[server]}`;

const withScheme = (url: URL, scheme: 'http' | 'https', port: string): string =>
	`${scheme}://${url.hostname}${port === '' ? '' : `:${port}`}`;

/**
 * Where the server may be that was not found at an address: the other scheme, its usual port, without the path, on this
 * machine. The likeliest first.
 */
export const alternatives = (address: string, server: ServerName): readonly string[] => {
	const url = URL.parse(address);
	if (!url) return [localAddress(server)];
	const path = url.pathname.replace(/\/+$/, '');
	const other = url.protocol === 'http:' ? 'https' : 'http';
	const root = server === 'tautulli' ? '/tautulli' : '';
	const found = [
		`${withScheme(url, other, url.port)}${path}`,
		url.origin,
		withScheme(url, 'http', usualPort[server]),
		`${withScheme(url, 'http', usualPort[server])}${path}`,
		withScheme(url, 'https', usualPort[server]),
		`${url.origin}${root}`,
		...(url.port === '' ? [] : [`http://localhost:${url.port}`]),
		localAddress(server),
	];
	return [...new Set(found)].filter(each => each !== address);
};
