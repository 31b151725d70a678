import {AppError, type ServerName} from '../domain/app-error.ts';
import type {Ping, ServerHealth, Servers} from '../domain/status.ts';
import type {Clients} from './clients.ts';

type Pinged = {readonly name: string; readonly version: string; readonly ms: number};

const away = (error: AppError): ServerHealth => ({ok: false, error: error.toJSON(), name: '', version: null, ms: null});

const healthOf = async (ping: Promise<Pinged>): Promise<ServerHealth> => {
	try {
		const {name, version, ms} = await ping;
		return {ok: true, error: null, name, version, ms};
	} catch (error) {
		if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
		return away(error);
	}
};

const pingTautulli = async (
	{tautulli: client, switchedOff}: Clients,
	signal?: AbortSignal,
): Promise<Ping & {health: ServerHealth}> => {
	if (!client) return {health: away(switchedOff), plexConnected: null};
	let plexConnected: boolean | null = null;
	const ask = async (): Promise<Pinged> => {
		const {version, serverName, plexConnected: connected, ms} = await client.ping(signal);
		plexConnected = connected;
		return {name: serverName, version, ms};
	};
	const health = await healthOf(ask());
	return {health, plexConnected};
};

const pingPlex = async (client: Clients['plex'], signal?: AbortSignal): Promise<Ping> => {
	const ask = async ({ping}: NonNullable<Clients['plex']>): Promise<Pinged> => {
		const {version, ms} = await ping(signal);
		return {name: '', version, ms};
	};
	return {health: client ? await healthOf(ask(client)) : null, plexConnected: null};
};

/** Pings one server. Resolves also when it is away; rejects only when cancelled. */
export const pingServer = (clients: Clients, server: ServerName, signal?: AbortSignal): Promise<Ping> =>
	server === 'tautulli' ? pingTautulli(clients, signal) : pingPlex(clients.plex, signal);

/** Pings both servers at once. Resolves also when they are away; rejects only when cancelled. */
export const pingServers = async (clients: Clients, signal?: AbortSignal): Promise<Servers> => {
	const [one, two] = await Promise.all([pingTautulli(clients, signal), pingPlex(clients.plex, signal)]);
	return {tautulli: one.health, plex: two.health, plexConnected: one.plexConnected};
};
