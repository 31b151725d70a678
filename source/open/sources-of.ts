import type {HistoryDeps} from '../collect/sync/sync-deps.ts';
import type {Ping} from '../domain/status.ts';
import type {Sources, SourcesEvent} from '../questions/sources.ts';
import type {Clients} from './clients.ts';
import type {Health} from './health.ts';
import type {Audit} from './history/audit.ts';
import type {HeldMirror} from './history/hold-mirror.ts';
import {listLibraries} from './history/libraries.ts';
import type {HeldAnswer} from './hold-answer.ts';
import type {HeldStore} from './hold-store.ts';
import {saveEvent} from './known-event.ts';
import type {Live} from './live/live.ts';
import {type LocalDeps, localAnswers} from './local-answers.ts';
import type {Log} from './log.ts';
import type {OpenOptions} from './open.ts';
import {figuresOf} from './others/figures.ts';
import type {PlaySources} from './plays/answer-plays.ts';
import type {PlayAnswers} from './plays/answers.ts';
import type {ServerAnswers} from './server-answers.ts';
import {stopStream} from './stop-stream.ts';
import {storedAnswers} from './stored-answers.ts';
import {capacityAnswer} from './streams/answer-capacity.ts';
import {seenAnswers} from './streams/answer-seen.ts';
import {stripAnswer} from './streams/answer-strip.ts';
import {createReadBandwidth} from './streams/plex-bandwidth.ts';
import type {Writers} from './writers.ts';

/** What `open.ts` has built, and answers come from. */
export type Built = Pick<LocalDeps, 'told' | 'ahead' | 'next'> & {
	/** Null: Tautulli is switched off. */
	readonly history: HistoryDeps | null;
	readonly options: OpenOptions;
	readonly held: HeldStore;
	readonly mirrored: HeldMirror;
	readonly clients: Clients;
	/** What Tautulli is asked for, as it answers. */
	readonly answers: ServerAnswers;
	readonly playSources: PlaySources;
	readonly played: PlayAnswers;
	readonly lift: Sources['lift'];
	readonly look: Sources['look'];
	/** Null: nothing is compared with Tautulli. */
	readonly audit: Audit | null;
	readonly live: Live;
	readonly health: Health;
	/** Tautulli's, which is not asked again and again. */
	readonly pinged: HeldAnswer<Ping>;
	/** A server does not answer: what it said before is not repeated. */
	readonly doubt: () => void;
	readonly writers: Writers;
	/** Unix seconds, by Tautulli's clock. */
	readonly atServer: () => number;
	readonly emit: (event: SourcesEvent) => void;
	readonly log: Log;
};

const notAudited = () => ({checkedAt: null, difference: null});

/** All servers side by side, in the order of the configuration. */
const allServersOf =
	({options: {config, others}}: Built, own: Pick<Sources, 'plays' | 'local'>): Sources['allServers'] =>
	async (query, signal) => {
		const [figures, elsewhere] = await Promise.all([
			figuresOf(config, own, query, signal),
			others?.(query, signal) ?? [],
		]);
		const all = [{...figures, isHere: true}, ...elsewhere];
		const place = ({name}: {readonly name: string | null}): number => config.serverNames.indexOf(name ?? '');
		return all.toSorted((one, two) => place(one) - place(two));
	};

const stopOf = ({options: {config}, clients, answers, held, log, live, emit, atServer}: Built): Sources['stop'] =>
	stopStream({
		tautulli: clients.tautulli,
		isAllowed: config.dashboard.allowStop,
		message: config.dashboard.stopMessage,
		activity: signal => answers.activity(null, signal),
		note: event => {
			log.noted(event);
			saveEvent(held, log, event);
		},
		changed: () => {
			live.doubt();
			emit({type: 'activity'});
		},
		now: atServer,
	});

/** Who answers which question, and carries out which order. */
export const sourcesOf = (built: Built): Sources => {
	const {options, held, clients, answers, history, playSources, played, audit, live, health, writers} = built;
	const {config, mode, dashboard, keeping} = options;
	const {pinged, doubt, atServer, told, ahead, next} = built;
	const plays: Sources['plays'] = async (query, signal) => {
		const counts = await played.plays(query, signal);
		if (keeping.isKeeper()) audit?.shown(query);
		return counts;
	};
	const local = localAnswers({
		config,
		mode,
		dashboard,
		held,
		history,
		told,
		apart: keeping.apart,
		trouble: writers.trouble,
		audit: audit?.status ?? notAudited,
		listening: live.listening,
		ahead,
		next,
	});
	return {
		...answers,
		...storedAnswers(held, atServer, history),
		...played,
		...seenAnswers(held, playSources),
		...capacityAnswer({
			held,
			sources: playSources,
			readBandwidth: createReadBandwidth(clients.plex, atServer),
			limitKbps: config.dashboard.uploadMbps === null ? null : config.dashboard.uploadMbps * 1000,
		}),
		...stripAnswer({held, sources: playSources, peaks: played.peaks}),
		...local,
		plays,
		lift: built.lift,
		look: built.look,
		libraries: (_, signal) => listLibraries(clients.tautulli, built.mirrored, signal),
		activity: (_, signal) => live.activity(signal),
		servers: (_, signal) => health.pingServers(signal),
		allServers: allServersOf(built, {plays, local: local.local}),
		ping: async ({server}, signal) => {
			const ping = await (server === 'tautulli' ? pinged.answer(signal) : health.pingServer(server, signal));
			if (ping.health && !ping.health.ok) doubt();
			return ping;
		},
		reconnect: async () => {
			clients.reopen();
			doubt();
			live.reopen();
			return null;
		},
		stop: stopOf(built),
		collect: writers.collect,
		sync: writers.sync,
		adopt: writers.adopt,
		importFile: writers.importFile,
	};
};
