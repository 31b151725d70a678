import {AppError, type ServerName} from '../domain/app-error.ts';
import type {Ping, ServerHealth, Servers} from '../domain/status.ts';
import type {Clients} from './clients.ts';

type Pinged = {readonly name: string; readonly version: string; readonly ms: number};

type Clock = () => number | null;

const away = (error: AppError, clockSeconds: number | null = null): ServerHealth => ({
	ok: false,
	error: error.toJSON(),
	name: '',
	version: null,
	ms: null,
	clockSeconds,
});

const healthOf = async (ping: Promise<Pinged>, clock: Clock): Promise<ServerHealth> => {
	try {
		const {name, version, ms} = await ping;
		return {ok: true, error: null, name, version, ms, clockSeconds: clock()};
	} catch (error) {
		if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
		return away(error, clock());
	}
};

const pingTautulli = async (
	{tautulli: client, switchedOff}: Pick<Clients, 'tautulli' | 'switchedOff'>,
	clock: Clock,
	signal?: AbortSignal,
): Promise<Ping & {health: ServerHealth}> => {
	if (!client) return {health: away(switchedOff), plexConnected: null};
	let plexConnected: boolean | null = null;
	const ask = async (): Promise<Pinged> => {
		const {version, serverName, plexConnected: connected, ms} = await client.ping(signal);
		plexConnected = connected;
		return {name: serverName, version, ms};
	};
	const health = await healthOf(ask(), clock);
	return {health, plexConnected};
};

const pingPlex = async (client: Clients['plex'], clock: Clock, signal?: AbortSignal): Promise<Ping> => {
	const ask = async ({ping}: NonNullable<Clients['plex']>): Promise<Pinged> => {
		const {version, ms} = await ping(signal);
		return {name: '', version, ms};
	};
	return {health: client ? await healthOf(ask(client), clock) : null, plexConnected: null};
};

const pings = ({plex, aheadSeconds, ...clients}: Clients) => ({
	tautulli: (signal?: AbortSignal) => pingTautulli(clients, () => aheadSeconds('tautulli'), signal),
	plex: (signal?: AbortSignal) => pingPlex(plex, () => aheadSeconds('plex'), signal),
});

/** Pings one server. Resolves also when it is away; rejects only when cancelled. */
export const pingServer = (clients: Clients, server: ServerName, signal?: AbortSignal): Promise<Ping> =>
	pings(clients)[server](signal);

/** Pings both servers at once. Resolves also when they are away; rejects only when cancelled. */
export const pingServers = async (clients: Clients, signal?: AbortSignal): Promise<Servers> => {
	const {tautulli, plex} = pings(clients);
	const [one, two] = await Promise.all([tautulli(signal), plex(signal)]);
	return {tautulli: one.health, plex: two.health, plexConnected: one.plexConnected};
};

/** Asks Tautulli something small where its clock is not known yet: a run begins at the server's time. Never throws. */
export const learnClock = async ({tautulli, aheadSeconds}: Clients, signal?: AbortSignal): Promise<void> => {
	if (!tautulli || aheadSeconds('tautulli') !== null) return;
	// Where it is away, the run says so by itself.
	await tautulli.getServerStatus(signal).catch(() => undefined);
};
