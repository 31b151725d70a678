import {AppError} from '../domain/app-error.ts';
import type {ServerHealth, Servers} from '../domain/status.ts';
import type {Clients} from './clients.ts';

type Pinged = {readonly name: string; readonly version: string; readonly ms: number};

const healthOf = async (ping: Promise<Pinged>): Promise<ServerHealth> => {
	try {
		const {name, version, ms} = await ping;
		return {ok: true, error: null, name, version, ms};
	} catch (error) {
		if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
		return {ok: false, error: error.toJSON(), name: '', version: null, ms: null};
	}
};

const switchedOff: ServerHealth = {
	ok: false,
	error: new AppError('config', 'Tautulli is switched off in the configuration.', {
		hint: 'Set tautulli.enabled to true.',
		server: 'tautulli',
	}).toJSON(),
	name: '',
	version: null,
	ms: null,
};

/** Pings both servers at once. Resolves also when they are away; rejects only when cancelled. */
export const pingServers = async ({tautulli, plex}: Clients, signal?: AbortSignal): Promise<Servers> => {
	let plexConnected: boolean | null = null;
	const pingTautulli = async (client: NonNullable<Clients['tautulli']>): Promise<Pinged> => {
		const {version, serverName, plexConnected: connected, ms} = await client.ping(signal);
		plexConnected = connected;
		return {name: serverName, version, ms};
	};
	const pingPlex = async (client: NonNullable<Clients['plex']>): Promise<Pinged> => {
		const {version, ms} = await client.ping(signal);
		return {name: '', version, ms};
	};
	const [tautulliHealth, plexHealth] = await Promise.all([
		tautulli ? healthOf(pingTautulli(tautulli)) : switchedOff,
		plex ? healthOf(pingPlex(plex)) : null,
	]);
	return {tautulli: tautulliHealth, plex: plexHealth, plexConnected};
};
