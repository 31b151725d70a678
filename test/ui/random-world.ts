import {AppError, errorCodes} from '../../source/domain/app-error.ts';
import type {Graph, Series} from '../../source/domain/plays/graph.ts';
import type {Session} from '../../source/domain/session.ts';
import type {Sources} from '../../source/questions/sources.ts';
import {fakeCount, fakePeaks, fakePlays, fullCoverage} from '../helpers/fake-plays.ts';
import {fakeBoardRow, fakeNow, fakePlay, fakeSession, fakeSnapshot, hostileTitles} from '../helpers/fake-sources.ts';
import type {Chance} from './random.ts';

const titles = ['', ...hostileTitles, 'e\u0301e\u0301e\u0301', '👩🏽‍🚀🏳️‍🌈', '한국어 영화', '‘’“”', 'ไทย'] as const;

const number = (chance: Chance): number => chance.pick([0, 1, 7, chance.below(100), chance.below(100_000), 1e15, -3]);
const maybe = <Value>(chance: Chance, value: Value): Value | null => (chance.below(4) === 0 ? null : value);

const session = (chance: Chance, index: number): Session =>
	fakeSession({
		sessionKey: chance.pick([String(index), String(index), '']),
		sessionId: `id ${index}`,
		user: chance.pick(titles),
		title: chance.pick(titles),
		fullTitle: chance.pick(titles),
		grandparentTitle: chance.pick(titles),
		mediaType: chance.pick(['movie', 'episode', 'track', 'clip', 'photo']),
		seasonNumber: maybe(chance, chance.below(40)),
		episodeNumber: maybe(chance, chance.below(4000)),
		live: chance.below(5) === 0,
		state: chance.pick(['playing', 'paused', 'buffering', 'error', '']),
		progressPercent: maybe(chance, number(chance)),
		viewOffsetMs: maybe(chance, number(chance)),
		durationMs: maybe(chance, number(chance)),
		transcodeDecision: chance.pick(['direct play', 'copy', 'transcode', '']),
		transcodeSpeed: maybe(chance, chance.next() * 20),
		bandwidthKbps: maybe(chance, number(chance)),
		location: chance.pick(['lan', 'wan', '']),
		player: chance.pick(titles),
	});

const graph = (chance: Chance, categories: readonly string[], names: readonly string[]): Graph => ({
	categories,
	series: names.map(
		(name): Series => ({
			name,
			values: categories.map(() => (chance.below(3) === 0 ? 0 : chance.pick([number(chance), number(chance), null]))),
		}),
	),
});

const datesOf = (count: number): string[] =>
	Array.from({length: count}, (_, day) =>
		new Date((fakeNow - (count - 1 - day) * 86_400) * 1000).toISOString().slice(0, 10),
	);
const hourNames = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));

/** Fails now and then, in any way that there is. */
const mayFail = (chance: Chance): void => {
	if (chance.below(6) > 0) return;
	throw new AppError(chance.pick(errorCodes), chance.pick(titles), {
		server: chance.pick(['plex', 'tautulli', undefined]),
		hint: chance.pick([undefined, 'Do something about it.']),
	});
};

/** Sources that answer with whatever can be answered. */
export const randomWorld = (chance: Chance): Partial<Sources> => {
	const dates = datesOf(chance.pick([0, 1, 7, 30, 365]));
	const kinds = ['Concurrent Streams', 'Direct Play', 'Direct Stream', 'Transcode'].slice(0, chance.below(5));
	const rows = Array.from({length: chance.pick([0, 1, 5, 40])}, (_, index) =>
		fakeBoardRow({
			rank: index + 1,
			plays: Math.abs(number(chance)),
			playedSeconds: number(chance),
			rankChange: maybe(chance, chance.below(90) - 45),
			isNew: chance.below(5) === 0,
			uniqueUsers: maybe(chance, chance.below(1000)),
			snapshot: fakeSnapshot({
				collectionName: chance.pick(titles),
				libraryName: chance.pick(titles),
				ratingKey: String(index),
				totalItems: maybe(chance, chance.below(3000)),
				itemsWithPlays: maybe(chance, chance.below(10)),
				promoted: maybe(chance, {home: chance.below(2) === 0, shared: chance.below(2) === 0, recommended: false}),
			}),
		}),
	);
	return {
		activity: async () => {
			mayFail(chance);
			const sessions = Array.from({length: chance.pick([0, 1, 3, 12, 50])}, (_, index) => session(chance, index));
			return {
				streamCount: sessions.length + chance.pick([0, 0, 0, 7]),
				directPlayCount: chance.below(9),
				directStreamCount: chance.below(9),
				transcodeCount: chance.below(9),
				bandwidthKbps: {
					total: maybe(chance, Math.abs(number(chance))),
					lan: 0,
					wan: maybe(chance, Math.abs(number(chance))),
				},
				sessions,
			};
		},
		plays: async query => {
			mayFail(chance);
			const hours = graph(chance, chance.pick([hourNames, []]), ['TV', 'Movies'].slice(0, chance.below(3)));
			const days = graph(chance, dates, ['TV', 'Movies', 'Music', 'Total'].slice(0, chance.below(5)));
			const names = Array.from({length: chance.pick([0, 1, 40])}, (_, index) =>
				fakeCount({
					key: String(index),
					name: chance.pick(titles),
					plays: number(chance),
					playedSeconds: number(chance),
				}),
			);
			const coverage = {
				...fullCoverage(fakeNow - chance.below(1000)),
				knownFrom: maybe(chance, fakeNow - chance.below(1e7)),
				zoneProven: chance.below(2) === 0,
			};
			return fakePlays({hours, days, types: graph(chance, dates, kinds), names}, coverage)(query);
		},
		peaks: async () => {
			mayFail(chance);
			const highest = maybe(chance, {
				Transcode: {count: chance.below(500), startedAt: fakeNow - 9, stoppedAt: fakeNow},
			});
			return fakePeaks({...graph(chance, dates, kinds), highest}, fullCoverage(fakeNow));
		},
		lastPlay: async () =>
			chance.below(2) === 0 ? null : fakePlay({user: chance.pick(titles), fullTitle: chance.pick(titles)}),
		board: async ({days}) => {
			mayFail(chance);
			return {days, rows, hasMovement: chance.below(2) === 0, collectedAt: rows.length === 0 ? null : fakeNow};
		},
		events: async () => [{at: fakeNow - chance.below(1e8), kind: 'run-ended', text: chance.pick(titles)}],
	};
};
