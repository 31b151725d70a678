import type {ServerName} from '../../domain/app-error.ts';
import {type Ping, type ServerHealth, type Servers, unheardHealth} from '../../domain/status.ts';
import {type Family, family, type Metric, type Sample, single, truth} from '../family.ts';
import {type Scrape, topic} from '../topic.ts';
import {within} from '../within.ts';

const metrics = {
	up: {
		name: 'tautop_up',
		type: 'gauge',
		help: 'Whether the server answered (1) or not (0).',
		labels: ['server_kind'],
	},
	response: {
		name: 'tautop_server_response_seconds',
		type: 'gauge',
		help: 'How long the server took to answer.',
		unit: 'seconds',
		labels: ['server_kind'],
	},
	ahead: {
		name: 'tautop_server_clock_ahead_seconds',
		type: 'gauge',
		help: 'How far the clock of the server is ahead of that of this machine; negative where it is behind.',
		unit: 'seconds',
		labels: ['server_kind'],
	},
	info: {
		name: 'tautop_server_info',
		type: 'info',
		help: 'The version of the server.',
		labels: ['server_kind', 'version'],
	},
	connected: {
		name: 'tautop_plex_connected',
		type: 'gauge',
		help: 'Whether Tautulli itself is connected to Plex.',
		labels: [],
	},
	tautulliUp: {
		name: 'tautulli_up',
		type: 'untyped',
		help: 'As in older exporters: whether Tautulli answered. Better: tautop_up.',
		labels: [],
	},
} as const satisfies Record<string, Metric>;

type Kind = {readonly kind: 'tautulli' | 'plex'; readonly health: ServerHealth};

/** Plex is not there where it is not configured. */
const serverFamilies = ({tautulli, plex, plexConnected}: Servers): readonly Family[] => {
	const kinds: readonly Kind[] = [
		{kind: 'tautulli', health: tautulli},
		...(plex === null ? [] : [{kind: 'plex', health: plex} as const]),
	];
	const each = (numberOf: (health: ServerHealth) => number | null): readonly Sample<'server_kind'>[] =>
		kinds.map(({kind, health}) => ({labels: {server_kind: kind}, value: numberOf(health)}));
	return [
		family(
			metrics.up,
			each(({ok}) => truth(ok)),
		),
		family(
			metrics.response,
			each(({ms}) => (ms === null ? null : ms / 1000)),
		),
		family(
			metrics.ahead,
			each(({clockSeconds}) => clockSeconds ?? null),
		),
		family(
			metrics.info,
			kinds.flatMap(({kind, health: {version}}) =>
				version === null ? [] : [{labels: {server_kind: kind, version}, value: 1}],
			),
		),
		single(metrics.connected, truth(plexConnected)),
		single(metrics.tautulliUp, truth(tautulli.ok)),
	];
};

/** Asked one by one, and a little sooner than the whole is given up: a server that hangs is away, and the other one is not. */
const ping = async ({sources, signal, withinMs}: Scrape, server: ServerName): Promise<Ping> => {
	try {
		return await within(withinMs === null ? null : withinMs * 0.9, signal, soon => sources.ping({server}, soon));
	} catch {
		signal.throwIfAborted();
		return {health: unheardHealth, plexConnected: null};
	}
};

export const servers = topic({
	name: 'servers',
	metrics,
	ask: async scrape => {
		const [tautulli, plex] = await Promise.all([ping(scrape, 'tautulli'), ping(scrape, 'plex')]);
		return {tautulli: tautulli.health ?? unheardHealth, plex: plex.health, plexConnected: tautulli.plexConnected};
	},
	families: serverFamilies,
});
