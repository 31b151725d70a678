import {homedir} from 'node:os';
import process from 'node:process';
import {collectRun} from '../source/collect/run.ts';
import {syncHistory} from '../source/collect/sync/sync.ts';
import {loadConfig} from '../source/config/load.ts';
import {userFolders} from '../source/config/paths.ts';
import {storedWindows} from '../source/domain/period.ts';
import type {RunSummary} from '../source/domain/run.ts';
import {buildClients} from '../source/open/clients.ts';
import {buildHistory} from '../source/open/history/history.ts';
import {openStore} from '../source/store/open.ts';
import type {HistoryMirrorClient, WindowRequest} from '../source/tautulli/mirror-client.ts';
import {askBare} from './bare-questions.ts';

/** What counting all collections costs, by three ways on the same servers. */
export type Collecting = {
	readonly collections: number;
	readonly members: number;
	readonly plays: number;
	/** The first fill of the mirror. */
	readonly fillSeconds: number;
	/** The same questions once more, their answers thrown away unread, and the rests between them for the server's sake. */
	readonly serverSeconds: number;
	readonly restSeconds: number;
	/** Median of the runs on a mirror that is up to date. */
	readonly warmMs: number;
	readonly warmHistoryRequests: number;
	/** One request a collection, one after another. */
	readonly byCollectionMs: number;
	/** One request a member, one after another: measured on some, and scaled to all. */
	readonly byMemberMs: number;
	readonly sampledMembers: number;
	/** Windows of all collections in which the last run and the server do not agree. */
	readonly differences: number;
};

const warmRuns = 5;
const sampledMembers = 500;

const timed = async <Value>(work: () => Promise<Value>): Promise<[value: Value, ms: number]> => {
	const began = performance.now();
	const value = await work();
	return [value, performance.now() - began];
};

const median = (values: readonly number[]): number =>
	values.toSorted((one, two) => one - two)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Counts the questions about the history on their way, and notes the windows. */
const counting = <Client extends HistoryMirrorClient>(
	client: Client,
): {client: Client; requests: () => number; windows: readonly WindowRequest[]} => {
	let requests = 0;
	const windows: WindowRequest[] = [];
	return {
		requests: () => requests,
		windows,
		client: {
			...client,
			probeHistory: (...question) => {
				requests += 1;
				return client.probeHistory(...question);
			},
			getHistoryWindow: (...question) => {
				requests += 1;
				windows.push(question[0]);
				return client.getHistoryWindow(...question);
			},
		},
	};
};

const never = new AbortController().signal;

const toEnd = async <Value>(steps: AsyncGenerator<unknown, Value>): Promise<Value> => {
	let step = await steps.next();
	while (!step.done) step = await steps.next();
	return step.value;
};

/** Fills an empty database, collects on it several times, then asks the server itself. */
export const measureCollecting = async (file: string, database: string): Promise<Collecting> => {
	const place = {folders: userFolders(), env: {}, home: homedir(), platform: process.platform};
	const loaded = loadConfig({flags: {config: file}, cwd: process.cwd(), ...place});
	const config = {...loaded, database: {...loaded.database, path: database}};
	const now = (): number => Math.floor(Date.now() / 1000);
	const store = await openStore(config.database.path, {now});
	const odd = (sentence: string): void => console.error(sentence);
	const identity = {clientIdentifier: 'tautop-bench', version: '0.0.0'};
	const built = buildClients(config, identity, {odd});
	if (!built.tautulli) throw new Error('There is no Tautulli to ask.');
	const {client: tautulli, requests, windows} = counting(built.tautulli);
	const clients = {...built, tautulli};
	const history = buildHistory(config, clients, {current: () => store}, () => false, {
		odd,
		zoneLooked: () => undefined,
	});
	const deps = {...clients, ...config.collect, store, now, holder: 'bench'};
	try {
		if (!history) throw new Error('There is no history to read.');
		const fill = await toEnd(syncHistory({...history, mirror: store.mirror, now}, {full: false}, never));
		if (!config.tautulli) throw new Error('There is no Tautulli to ask.');
		const serverSeconds = await askBare(config.tautulli, [...windows]);
		const run = async (): Promise<RunSummary> => {
			const summary = await toEnd(collectRun({...deps, history}, {scope: 'all', names: []}));
			if (summary.status !== 'success') throw new Error(summary.reason ?? summary.status);
			return summary;
		};
		await run();
		const times: number[] = [];
		let before = 0;
		for (let index = 0; index < warmRuns; index++) {
			before = requests();
			times.push((await timed(run))[1]);
		}
		const historyRequests = requests() - before;
		const snapshots = store.snapshots.newest();
		const days = storedWindows;
		let differences = 0;
		const [, byCollectionMs] = await timed(async () => {
			for (const {ratingKey, windows} of snapshots) {
				const theirs = await tautulli.getItemStats({ratingKey: ratingKey ?? '', mediaType: 'collection', days});
				for (const {days: window, plays} of theirs) {
					if (windows.find(mine => mine.days === window)?.plays !== plays) differences += 1;
				}
			}
		});
		const members = snapshots.flatMap(({ratingKey}) => store.mirror.members.stays(ratingKey ?? ''));
		const stride = Math.max(1, Math.floor(members.length / sampledMembers));
		const sample = members.filter((_, index) => index % stride === 0).slice(0, sampledMembers);
		const [, sampleMs] = await timed(async () => {
			for (const {ratingKey} of sample) await tautulli.getItemStats({ratingKey, days});
		});
		return {
			collections: snapshots.length,
			members: members.length,
			plays: store.mirror.servers.current()?.plays ?? 0,
			fillSeconds: fill.totalMs / 1000,
			serverSeconds,
			restSeconds: fill.pausedMs / 1000,
			warmMs: median(times),
			warmHistoryRequests: historyRequests,
			byCollectionMs,
			byMemberMs: (sampleMs / sample.length) * members.length,
			sampledMembers: sample.length,
			differences,
		};
	} finally {
		await built.close();
		store.close();
	}
};
