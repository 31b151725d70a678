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

/** What Tautulli says of itself holds for so long: its version changes with an update, its name by hand. */
const knownSeconds = 300;

type PingTautulli = (clock: Clock, signal?: AbortSignal) => Promise<Ping & {readonly health: ServerHealth}>;

/** `now`: Unix seconds. After a failure all of it is asked anew. */
const createPingTautulli = (
	{tautulli: client, switchedOff}: Pick<Clients, 'tautulli' | 'switchedOff'>,
	now: () => number,
): PingTautulli => {
	let known: {readonly version: string; readonly serverName: string; readonly at: number} | null = null;
	return async (clock, signal) => {
		if (!client) return {health: away(switchedOff), plexConnected: null};
		let plexConnected: boolean | null = null;
		const recent = known !== null && Math.abs(now() - known.at) < knownSeconds ? known : null;
		const ask = async (): Promise<Pinged> => {
			const {version, serverName, plexConnected: connected, ms} = await client.ping(recent, signal);
			plexConnected = connected;
			known = {version, serverName, at: recent?.at ?? now()};
			return {name: serverName, version, ms};
		};
		const health = await healthOf(ask(), clock);
		if (!health.ok) known = null;
		return {health, plexConnected};
	};
};

const pingPlex = async (client: Clients['plex'], clock: Clock, signal?: AbortSignal): Promise<Ping> => {
	const ask = async ({ping}: NonNullable<Clients['plex']>): Promise<Pinged> => {
		const {version, ms} = await ping(signal);
		return {name: '', version, ms};
	};
	return {health: client ? await healthOf(ask(client), clock) : null, plexConnected: null};
};

/** Whether the servers are there. Both resolve also when they are away; they reject only when cancelled. */
export type Health = {
	readonly pingServer: (server: ServerName, signal?: AbortSignal) => Promise<Ping>;
	/** Both at once. */
	readonly pingServers: (signal?: AbortSignal) => Promise<Servers>;
};

/** `now`: Unix seconds. */
export const createHealth = ({plex, aheadSeconds, ...clients}: Clients, now: () => number): Health => {
	const pingTautulli = createPingTautulli(clients, now);
	const tautulli = (signal?: AbortSignal) => pingTautulli(() => aheadSeconds('tautulli'), signal);
	const ofPlex = (signal?: AbortSignal) => pingPlex(plex, () => aheadSeconds('plex'), signal);
	return {
		pingServer: (server, signal) => (server === 'tautulli' ? tautulli(signal) : ofPlex(signal)),
		pingServers: async signal => {
			const [one, two] = await Promise.all([tautulli(signal), ofPlex(signal)]);
			return {tautulli: one.health, plex: two.health, plexConnected: one.plexConnected};
		},
	};
};

/** Asks Tautulli something small where its clock is not known yet: a run begins at the server's time. Never throws. */
export const learnClock = async ({tautulli, aheadSeconds}: Clients, signal?: AbortSignal): Promise<void> => {
	if (!tautulli || aheadSeconds('tautulli') !== null) return;
	// Where it is away, the run says so by itself.
	await tautulli.getServerStatus(signal).catch(() => undefined);
};
