import type {Config, PlexConfig, ServerConfig, TautulliConfig} from '../config/config.ts';
import type {AppError, ServerName} from '../domain/app-error.ts';
import {errorWithKeyNames, type KeyNames} from '../domain/key-names.ts';
import {switchedOff} from '../domain/switched-off.ts';
import type {Hear, Transport} from '../http/contract.ts';
import {createTransport} from '../http/transport.ts';
import type {PlexClient} from '../plex/client.ts';
import {createPlex} from '../plex/create.ts';
import {plexHeaders} from '../plex/headers.ts';
import type {TautulliClient} from '../tautulli/client.ts';
import {createTautulli} from '../tautulli/create.ts';
import type {HistoryMirrorClient} from '../tautulli/mirror-client.ts';

/** Plex answers slowly while disks wake up and libraries are scanned; its own clients wait this long too. */
const plexTimeoutSeconds = 30;

/** The clients of the configured servers. */
export type Clients = {
	/** Null: not configured, or switched off with `tautulli.enabled: false`. */
	readonly tautulli: (TautulliClient & HistoryMirrorClient) | null;
	readonly plex: PlexClient | null;
	/** Why Tautulli is not asked, where it is null. */
	readonly switchedOff: AppError;
	/** How many seconds a server's clock is ahead of this machine's, negative where it is behind; null: not known. */
	readonly aheadSeconds: (server: ServerName) => number | null;
	/** The user asks: whatever pause a server has been given ends. */
	readonly reopen: () => void;
	/** Ends all requests; never throws. */
	readonly close: () => Promise<void>;
};

/** Who tautop is to Plex: a stable identifier of this installation, and its version. */
export type Identity = {readonly clientIdentifier: string; readonly version: string};

const transportTo = (
	server: ServerName,
	{baseUrl, verifyTls, caFile}: ServerConfig,
	headers: Readonly<Record<string, string>>,
	timeoutSeconds: number,
	hear: Hear | undefined,
): Transport =>
	createTransport({server, baseUrl, headers, timeoutSeconds, verifyTls, caFile: caFile ?? undefined, hear});

const tautulliTransport = (config: TautulliConfig, hear: Hear | undefined): Transport =>
	transportTo('tautulli', config, config.headers, config.timeoutSeconds, hear);

const plexTransport = (config: PlexConfig, identity: Identity, hear: Hear | undefined): Transport =>
	transportTo(
		'plex',
		config,
		{...config.headers, ...plexHeaders({token: config.token, ...identity})},
		plexTimeoutSeconds,
		hear,
	);

/** The same way to a server, whose remedies name what the user has written. */
const naming = (transport: Transport, names: KeyNames): Transport => ({
	...transport,
	send: async request => {
		try {
			return await transport.send(request);
		} catch (error) {
			throw errorWithKeyNames(error, names);
		}
	},
	listen: async function* (request) {
		try {
			return yield* transport.listen(request);
		} catch (error) {
			throw errorWithKeyNames(error, names);
		}
	},
});

/** Who hears what of an answer had to be left out, and of every request. */
export type Listening = {
	readonly odd: (sentence: string) => void;
	readonly hear?: Hear | undefined;
	/** False: the clocks of servers are of no interest, as if none of them told the time. */
	readonly comparesClocks?: boolean;
};

/** Builds the clients; asks nothing yet. */
export const buildClients = (
	config: Config,
	identity: Identity,
	{odd, hear, comparesClocks = true}: Listening,
): Clients => {
	const toTautulli = config.tautulli?.enabled
		? naming(tautulliTransport(config.tautulli, hear), config.keyNames)
		: null;
	const toPlex = config.plex ? naming(plexTransport(config.plex, identity, hear), config.keyNames) : null;
	return {
		tautulli:
			toTautulli && config.tautulli
				? createTautulli({
						transport: toTautulli,
						apiKey: config.tautulli.apiKey,
						grouping: config.tautulli.grouping,
						odd,
					})
				: null,
		plex: toPlex ? createPlex({transport: toPlex, odd}) : null,
		// An error looks for secrets in its sentence, which takes time: few need this one.
		get switchedOff() {
			return switchedOff(config.file);
		},
		aheadSeconds: server =>
			comparesClocks ? ((server === 'tautulli' ? toTautulli : toPlex)?.aheadSeconds() ?? null) : null,
		reopen: () => {
			toTautulli?.reopen();
			toPlex?.reopen();
		},
		close: async () => {
			await Promise.all([toTautulli?.close(), toPlex?.close()]);
		},
	};
};
