import type {AppError, ServerName} from '../../domain/app-error.ts';
import type {Transport} from '../../http/contract.ts';
import {createTransport} from '../../http/transport.ts';
import {createPlex} from '../../plex/create.ts';
import {tokenHeader} from '../../plex/headers.ts';
import {identify} from '../../plex/ping.ts';
import {createCall} from '../../tautulli/call.ts';
import {getPlexServer} from '../../tautulli/commands/plex-server.ts';
import {createTautulli} from '../../tautulli/create.ts';
import {knockTautulli} from '../../tautulli/knock.ts';

/** How a server is tried before it is configured. */
export type Contact = {
	readonly baseUrl: string;
	readonly verifyTls: boolean;
	readonly caFile?: string | undefined;
	/** Secret. */
	readonly headers: Readonly<Record<string, string>>;
};

/** Somebody sits and waits. */
const answerSeconds = 10;
/** For an address that nobody has named. */
const guessSeconds = 2;

const ignoreOdd = (): void => undefined;

/** A server has the connection for one try, with nothing of an earlier one: no pause, no answer that is shared. */
const connect = async <Result>(
	server: ServerName,
	{baseUrl, verifyTls, caFile, headers}: Contact,
	ask: (transport: Transport) => Promise<Result>,
	timeoutSeconds = answerSeconds,
): Promise<Result> => {
	const transport = createTransport({server, baseUrl, verifyTls, caFile, headers, timeoutSeconds});
	try {
		return await ask(transport);
	} finally {
		await transport.close();
	}
};

const knockWithin = (
	server: ServerName,
	contact: Contact,
	signal: AbortSignal | undefined,
	seconds: number,
): Promise<void> =>
	connect(
		server,
		contact,
		async transport => {
			if (server === 'tautulli') await knockTautulli(transport, signal);
			else await identify({transport, odd: ignoreOdd}, signal);
		},
		seconds,
	);

/** Is the server there? No secret is sent. Throws who or what is there instead. */
export const knock = (server: ServerName, contact: Contact, signal?: AbortSignal): Promise<void> =>
	knockWithin(server, contact, signal, answerSeconds);

/** The first of these addresses at which the server answers, or null. All are asked at once, and none for long. */
export const firstThatAnswers = async (
	server: ServerName,
	addresses: readonly string[],
	signal?: AbortSignal,
): Promise<string | null> => {
	const answers = await Promise.all(
		addresses.map(async baseUrl => {
			const contact = {baseUrl, verifyTls: true, headers: {}};
			return knockWithin(server, contact, signal, guessSeconds).then(
				() => true,
				(_: AppError) => false,
			);
		}),
	);
	return addresses[answers.indexOf(true)] ?? null;
};

/** A server that took the key. */
export type Met = {
	readonly name: string;
	readonly version: string;
	/** Of the Plex server; `''`: not known. */
	readonly machineIdentifier: string;
	/** Names, in the order of the server; null: it could not say. */
	readonly libraries: readonly string[] | null;
	/** Where Tautulli finds Plex; `''`: not known. */
	readonly plexUrl: string;
};

/** Tries the API key. */
export const meetTautulli = (contact: Contact, apiKey: string, signal?: AbortSignal): Promise<Met> =>
	connect('tautulli', contact, async transport => {
		const setting = {transport, apiKey, grouping: true, odd: ignoreOdd};
		const client = createTautulli(setting);
		const {serverName: name, version} = await client.ping(null, signal);
		const {machineIdentifier, url: plexUrl} = await getPlexServer(createCall(setting), signal);
		// Tautulli asks Plex for them, which may be away.
		const libraries = await client.getLibraries(signal).catch(() => null);
		return {
			name,
			version,
			machineIdentifier,
			libraries: libraries?.filter(({type}) => type !== 'photo').map(library => library.name) ?? null,
			plexUrl,
		};
	});

/** Tries the token. No identifier of a client goes along: Plex would list it among the owner's devices. */
export const meetPlex = (contact: Contact, token: string, signal?: AbortSignal): Promise<Met> => {
	const headers = {...contact.headers, ...tokenHeader(token)};
	return connect('plex', {...contact, headers}, async transport => {
		const client = createPlex({transport});
		const {version, machineIdentifier} = await client.ping(signal);
		const sections = await client.getSections(signal);
		return {name: '', version, machineIdentifier, libraries: sections.map(({name}) => name), plexUrl: ''};
	});
};
