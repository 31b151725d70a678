import type {ServerName} from '../../domain/app-error.ts';
import type {Ping} from '../../domain/status.ts';
import type {Sources} from '../../questions/sources.ts';
import {type Clock, createPoller, type Poller} from './poller.ts';

/** What the pings of one server say. */
export type PingState = {
	/** The last answer, "away" being one too; null: none yet. */
	readonly ping: Ping | null;
	/** Since when the pings find it away, in Unix seconds; null: it is there, or not asked yet. */
	readonly awaySince: number | null;
	/** False: something happened since that answer, and a new one is on its way. */
	readonly isCurrent: boolean;
	/** The server's own name as it last told it; '' before. */
	readonly name: string;
};

/** Both servers. */
export type Pings = Readonly<Record<ServerName, PingState>>;

const notAsked: PingState = {ping: null, awaySince: null, isCurrent: false, name: ''};

/** Before anything was asked. */
export const noPings: Pings = {tautulli: notAsked, plex: notAsked};

/** Pings both servers, each on its own: one that hangs keeps nobody waiting for the other. */
export type PingFeed = {
	readonly pings: () => Pings;
	readonly ask: () => void;
	/** What is known may be wrong: asks anew, and says so until there is an answer. */
	readonly doubt: () => void;
	/** Asks no more, until it is woken; what was heard stays. */
	readonly rest: () => void;
	readonly wake: () => void;
};

const servers = ['tautulli', 'plex'] as const;

/** True where a ping says that its server is away or refuses. */
const isDown = ({health}: Ping): boolean => health !== null && !health.ok;

/** `changed` is called after each answer, `back` when a server answers that was away. */
export const createPings = (
	sources: Sources,
	everySeconds: number,
	clock: Clock,
	{changed, back}: {readonly changed: () => void; readonly back: () => void},
): PingFeed => {
	let pings = noPings;

	const put = (server: ServerName, next: PingState): void => {
		pings = {...pings, [server]: next};
		changed();
	};

	const hear = (server: ServerName, poller: Poller<Ping>): void => {
		const reading = poller.reading();
		if (reading.state !== 'ready' || reading.trouble) return;
		const {awaySince, name} = pings[server];
		const down = isDown(reading.data);
		put(server, {
			ping: reading.data,
			awaySince: down ? (awaySince ?? reading.at) : null,
			isCurrent: true,
			name: reading.data.health?.name || name,
		});
		if (awaySince !== null && !down) back();
	};

	const feeds = servers.map(server => {
		const poller = createPoller<Ping>(signal => sources.ping({server}, signal), everySeconds, clock);
		return {server, poller};
	});
	let ends: readonly (() => void)[] = [];

	const wake = (): void => {
		ends = feeds.map(({server, poller}) => poller.listen(() => hear(server, poller)));
	};

	wake();

	return {
		pings: () => pings,
		ask: () => {
			for (const {poller} of feeds) poller.ask();
		},
		doubt: () => {
			for (const {server, poller} of feeds) {
				put(server, {...pings[server], isCurrent: false});
				poller.restart();
			}
		},
		rest: () => {
			for (const end of ends) end();
		},
		wake,
	};
};
