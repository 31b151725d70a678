import {AppError, type ServerName, serverTitles} from '../domain/app-error.ts';

/** A server's `base_url`, taken apart once. */
export type Address = {
	readonly server: ServerName;
	/** `http://localhost:8181`, without path and without credentials. */
	readonly origin: string;
	/** `''`, or the path in front of everything, such as `/tautulli`; never ends in a slash. */
	readonly prefix: string;
	/** Without a port. */
	readonly hostname: string;
	readonly isPlainHttp: boolean;
	/** How errors name the server: "Tautulli at localhost:8181". */
	readonly where: string;
	/** The `Authorization` header for `http://user:password@host`, which reverse proxies ask for; else null. */
	readonly authorization: string | null;
};

const wrongAddress = (server: ServerName): AppError =>
	new AppError('config', `The address in ${server}.base_url cannot be used.`, {
		server,
		hint: 'It looks like http://host:port or https://host/path.',
	});

const basicAuthorization = (url: URL): string | null => {
	if (url.username === '' && url.password === '') return null;
	const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
	return `Basic ${Buffer.from(credentials).toString('base64')}`;
};

/** Takes a `base_url` apart; throws `config` where it is none. The address itself is not repeated: it may hold a password. */
export const parseAddress = (server: ServerName, baseUrl: string): Address => {
	const url = URL.parse(baseUrl);
	if (!url || url.hostname === '' || (url.protocol !== 'http:' && url.protocol !== 'https:'))
		throw wrongAddress(server);
	const isPlainHttp = url.protocol === 'http:';
	const port = url.port === '' ? (isPlainHttp ? '80' : '443') : url.port;
	return {
		server,
		origin: url.origin,
		prefix: url.pathname.replace(/\/+$/, ''),
		hostname: url.hostname,
		isPlainHttp,
		where: `${serverTitles[server]} at ${url.hostname}:${port}`,
		authorization: basicAuthorization(url),
	};
};
