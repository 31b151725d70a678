import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import type {MirrorPlay} from '../source/domain/mirror.ts';
import {secondsPerDay} from '../source/domain/period.ts';
import {openStore} from '../source/store/open.ts';
import {runThrough} from '../test/helpers/run-through.ts';

// Times what the mirror answers, on made-up plays: node bench/mirror-answers.ts [--plays 1000000] [--days 1825].

const {values: flags} = parseArgs({
	options: {
		plays: {type: 'string', default: '1000000'},
		days: {type: 'string', default: '1825'},
		keep: {type: 'boolean', default: false},
	},
});
const [total, days] = [Number(flags.plays), Number(flags.days)];
const now = 1_795_000_000;

const write = (text: string): void => void process.stdout.write(`${text}\n`);

let seed = 7;
const random = (below: number): number => {
	seed = (seed * 48_271) % 2_147_483_647;
	return seed % below;
};

const movies = 4000;
const shows = 500;
const episodesOfShow = 40;

/** One play in ten goes on with the last one of its title. */
const lastOfKey = new Map<number, number>();

const playOf = (rowId: number): MirrorPlay => {
	const stoppedAt = now - days * secondsPerDay + Math.floor((rowId * days * secondsPerDay) / total);
	const isEpisode = random(10) < 6;
	const show = random(shows);
	const episode = random(episodesOfShow);
	const key = isEpisode ? 100_000 + show * episodesOfShow + episode : 1000 + random(movies);
	const referenceId = (random(10) === 0 ? lastOfKey.get(key) : undefined) ?? rowId;
	lastOfKey.set(key, referenceId);
	return {
		rowId,
		referenceId,
		startedAt: stoppedAt - 600 - random(6000),
		stoppedAt,
		pausedSeconds: random(4) === 0 ? random(500) : 0,
		userId: random(40),
		user: 'somebody',
		userKnown: true,
		ratingKey: String(key),
		parentRatingKey: isEpisode ? String(60_000 + show) : '',
		grandparentRatingKey: isEpisode ? String(50_000 + show) : '',
		mediaType: isEpisode ? 'episode' : 'movie',
		live: false,
		transcodeDecision: random(3) === 0 ? 'transcode' : 'direct play',
		platform: 'Roku',
		title: `Title of ${key}`,
		parentTitle: isEpisode ? 'Season 1' : '',
		grandparentTitle: isEpisode ? `Show ${show}` : '',
		fullTitle: `Show ${show} - Title of ${key}`,
		guid: `plex://movie/5d7768ba96b655001fdc${String(key).padStart(8, '0')}`,
	};
};

const folder = mkdtempSync(path.join(tmpdir(), 'tautop-bench-'));
const store = openStore(path.join(folder, 'bench.db'), {now: () => now});

const timed = (name: string, work: () => unknown): void => {
	const times = Array.from({length: 9}, () => {
		const began = performance.now();
		work();
		return performance.now() - began;
	}).sort((one, two) => one - two);
	write(
		`${name.padEnd(44)} best ${(times[0] ?? 0).toFixed(1).padStart(7)} ms, median ${(times[4] ?? 0).toFixed(1).padStart(7)} ms, worst ${(times[8] ?? 0).toFixed(1)} ms`,
	);
};

try {
	const {mirror} = store;
	const {serverId} = mirror.servers.begin('bench', now);
	const began = performance.now();
	let worst = 0;
	for (let at = 0; at < total; at += 1000) {
		const chunk = Array.from({length: 1000}, (_, index) => playOf(at + index + 1));
		const before = performance.now();
		mirror.plays.save(serverId, chunk, random(2) === 0 ? '1' : '2');
		worst = Math.max(worst, performance.now() - before);
	}
	const seconds = (performance.now() - began) / 1000;
	write(`${total} plays saved in ${seconds.toFixed(1)} s, worst chunk ${worst.toFixed(0)} ms`);
	write(
		`${(statSync(store.path).size / 1e6).toFixed(0)} MB on disk, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in memory`,
	);

	for (let collection = 0; collection < 200; collection++) {
		const ofShows = collection % 2 === 1;
		const keys = new Set(Array.from({length: 60}, () => (ofShows ? 50_000 + random(shows) : 1000 + random(movies))));
		const members = [...keys].slice(0, 50).map(key => ({ratingKey: String(key), type: '', title: '', guid: ''}));
		const level = ofShows ? 2 : 0;
		mirror.members.save({collectionKey: String(900_000 + collection), level, changedAt: null, members}, now);
	}

	const rebuilding = performance.now();
	mirror.collections.counts({serverId, since: now, grouping: true});
	write(`sums of all time made in ${(performance.now() - rebuilding).toFixed(0)} ms`);
	for (const grouping of [true, false]) {
		for (const window of [7, 30, 365, 0]) {
			const since = window === 0 ? null : now - window * secondsPerDay;
			const name = `board of ${window === 0 ? 'all time' : `${window} days`}, grouping ${grouping}`;
			timed(name, () => mirror.collections.counts({serverId, since, grouping}));
		}
	}
	const spans = [{from: 0, offsetSeconds: 3600}];
	for (const window of [30, 365]) {
		const graph = {serverId, since: now - window * secondsPerDay, grouping: true};
		timed(`plays by date, ${window} days`, () => mirror.graphs.byMediaType(graph, 'date', spans));
		timed(`users by collection, ${window} days`, () => mirror.collections.users(graph));
	}
	const sinces = [1, 7, 30, 90, 365].map(window => now - window * secondsPerDay);
	const counting = performance.now();
	const collectionKeys = Array.from({length: 200}, (_, collection) => String(900_000 + collection));
	runThrough(mirror.memberPlays.count({serverId, collectionKeys, sinces: [...sinces, null], grouping: true}));
	write(`a run's counting of 200 collections, six windows: ${((performance.now() - counting) / 1000).toFixed(2)} s`);
} finally {
	store.close();
	if (flags.keep) write(`kept: ${store.path}`);
	else rmSync(folder, {recursive: true});
}
