import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {setImmediate as turn} from 'node:timers/promises';
import {parseArgs} from 'node:util';
import {secondsPerDay, type Window} from '../source/domain/period.ts';
import type {Narrowing} from '../source/domain/plays/narrowing.ts';
import type {PlaysQuery} from '../source/domain/plays/plays.ts';
import {answerHistory} from '../source/open/plays/answer-history.ts';
import {answerPeaks} from '../source/open/plays/answer-peaks.ts';
import {answerPlays, type PlaySources} from '../source/open/plays/answer-plays.ts';
import {createHeldColumns} from '../source/open/plays/held-columns.ts';
import {countCollections} from '../source/stats/plays/count-collections.ts';
import {openStore} from '../source/store/open.ts';
import {guidOf, madeUpPlay, movies, random, shows} from './made-up-plays.ts';
import {peakMegabytes} from './process-facts.ts';

// Times what the mirror answers on made-up plays, in a process of its own, so that its memory can be told:
// node bench/mirror-answers.ts [--plays 1000000] [--days 1825]. Prints one line of JSON, a MirrorAnswers.

const {values: flags} = parseArgs({
	options: {
		plays: {type: 'string', default: '1000000'},
		days: {type: 'string', default: '1825'},
	},
});
const [total, days] = [Number(flags.plays), Number(flags.days)];
const now = 1_795_000_000;

/** Times in milliseconds. */
export type MirrorAnswers = {
	readonly plays: number;
	readonly saveSeconds: number;
	readonly megabytesOnDisk: number;
	/** Reading the plays of a year, and of all time, as columns: once after plays have changed. */
	readonly readYearMs: number;
	readonly readAllMs: number;
	/** Every question about plays, at 30 days, a year and all time, narrowed and not. */
	readonly questions: number;
	readonly p95Ms: number;
	readonly slowest: string;
	readonly slowestMs: number;
	/** What a run counts: 200 collections in six windows, with users and items; and the longest piece of it. */
	readonly runMs: number;
	readonly longestPieceMs: number;
	readonly peakMegabytes: number;
};

const folder = mkdtempSync(path.join(tmpdir(), 'tautop-bench-'));
const store = await openStore(path.join(folder, 'bench.db'), {now: () => now});

const elapsed = (work: () => unknown): number => {
	const began = performance.now();
	work();
	return performance.now() - began;
};

const elapsedLater = async (work: () => Promise<unknown>): Promise<number> => {
	const began = performance.now();
	await work();
	return performance.now() - began;
};

const windows: readonly Window[] = [{days: 30}, {days: 365}, {days: 0}];

const choice = (id: string) => [{id, name: id}];

const narrowings: readonly Narrowing[] = [
	{},
	{user: choice('7')},
	{decision: choice('transcode'), weekday: choice('6'), hour: choice('21')},
	{title: choice('50007')},
	{text: 'title of 1007'},
];

const groups: ReadonlyArray<PlaysQuery['by']> = [
	'hour',
	'weekday',
	'date',
	'month',
	'calendar',
	'user',
	'library',
	'platform',
	'player',
	'title',
	'nothing',
];

/** Every question that a view about plays asks. */
const questionsOf = (sources: PlaySources): ReadonlyArray<readonly [name: string, ask: () => Promise<unknown>]> =>
	windows.flatMap(window =>
		narrowings.flatMap(where => {
			const name = JSON.stringify({...window, ...where});
			return [
				...groups.map(
					by =>
						[
							`${by} ${name}`,
							() => answerPlays(sources, {by, split: 'decision', window, where, measure: 'plays'}),
						] as const,
				),
				[
					`history ${name}`,
					() => answerHistory(sources, {window, where, sort: 'started', reverse: false, limit: 50, start: 0}),
				] as const,
				[`peaks ${name}`, () => answerPeaks(sources, {window, where}, turn, (_kept, make) => make())] as const,
			];
		}),
	);

/** Half of them of films, half of shows, with 50 members each. */
const saveCollections = (): string[] =>
	Array.from({length: 200}, (_, index) => {
		const ofShows = index % 2 === 1;
		const keys = new Set<number>();
		while (keys.size < 50) keys.add(ofShows ? 50_000 + random(shows) : 1000 + random(movies));
		const members = [...keys].map(key => ({
			ratingKey: String(key),
			type: '',
			title: '',
			guid: ofShows ? '' : guidOf(key),
		}));
		const collectionKey = String(900_000 + index);
		store.mirror.members.save({collectionKey, level: ofShows ? 2 : 0, changedAt: null, members}, now);
		return collectionKey;
	});

try {
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('bench', now);
	const saveSeconds =
		elapsed(() => {
			for (let at = 0; at < total; at += 1000) {
				const chunk = Array.from({length: Math.min(1000, total - at)}, (_, index) =>
					madeUpPlay(at + index + 1, {total, days, now}),
				);
				mirror.plays.save(serverId, chunk, random(2) === 0 ? '1' : '2');
			}
		}) / 1000;
	const collectionKeys = saveCollections();
	mirror.servers.markCompared(serverId, now, 0);
	const sources: PlaySources = {
		mirrored: {current: () => store},
		history: {zone: () => ({name: 'Europe/Prague', trust: 'configured'}), grouping: true, isZoneAwaited: () => false},
		trouble: () => null,
		columns: createHeldColumns(() => now, turn, {short: false}),
		now: () => now,
	};
	const read = (window: Window) => () =>
		answerPlays(sources, {by: 'nothing', split: 'nothing', window, where: {}, measure: 'plays'});
	const readYearMs = await elapsedLater(read({days: 30}));
	const readAllMs = await elapsedLater(read({days: 0}));
	const times: Array<readonly [ms: number, name: string]> = [];
	for (const [name, ask] of questionsOf(sources)) times.push([await elapsedLater(ask), name]);
	times.sort(([one], [two]) => one - two);
	const [slowestMs = Number.NaN, slowest = ''] = times.at(-1) ?? [];
	const members = collectionKeys.map(ratingKey => ({
		ratingKey,
		members: mirror.collectionKeys.keysOfCollection(Number(ratingKey)),
	}));
	const columns = await sources.columns.read(mirror, serverId, Number.NEGATIVE_INFINITY, 'Europe/Prague');
	const pieces = [1, 7, 30, 90, 365, null].map(window =>
		elapsed(() =>
			countCollections(columns.columns, members, {
				since: window === null ? null : now - window * secondsPerDay,
				grouping: true,
				knownUsers: new Set(),
			}),
		),
	);
	const runMs = pieces.reduce((sum, piece) => sum + piece, 0);
	const longestPieceMs = Math.max(...pieces);
	const answers: MirrorAnswers = {
		plays: mirror.plays.count(serverId),
		saveSeconds,
		megabytesOnDisk: statSync(store.path).size / 1e6,
		readYearMs,
		readAllMs,
		questions: times.length,
		p95Ms: times[Math.floor(times.length * 0.95)]?.[0] ?? Number.NaN,
		slowest,
		slowestMs,
		runMs,
		longestPieceMs,
		peakMegabytes: peakMegabytes(process.pid),
	};
	process.stdout.write(`${JSON.stringify(answers)}\n`);
} finally {
	store.close();
	rmSync(folder, {recursive: true});
}
