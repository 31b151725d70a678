import {setImmediate as turn} from 'node:timers/promises';
import type {Collection} from '../source/domain/collection.ts';
import {secondsPerDay} from '../source/domain/period.ts';
import type {Placed} from '../source/domain/promotion.ts';
import {answerLift, type LiftSources} from '../source/open/lift/answer-lift.ts';
import {createHeldColumns} from '../source/open/plays/held-columns.ts';
import {openInMemory} from '../source/store/open.ts';
import {guidOf, madeUpPlay, movies, random, shows} from './made-up-plays.ts';

// Times the lift of 200 collections of 50 members over a year of 200,000 plays, in a process of its own: node
// bench/lift-answer.ts. Every collection rotates, looked at every three hours. Prints one line of JSON, a LiftTimes.

const [total, days, now] = [200_000, 365, 1_795_000_000];
const [lookSeconds, rotationSeconds] = [3 * 3600, 12 * 3600];
const section = {sectionId: '1', uuid: 'uuid', name: 'Library', type: 'movie'};

/** Times in milliseconds. */
export type LiftTimes = {
	readonly plays: number;
	readonly collections: number;
	/** Reading the plays, which every question about a year shares. */
	readonly readMs: number;
	/** The first answer of a process, and the best of those that follow. */
	readonly firstMs: number;
	readonly laterMs: number;
};

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
	const began = performance.now();
	await work();
	return performance.now() - began;
};

const store = openInMemory({now: () => now});
const {mirror} = store;
const {serverId} = mirror.servers.begin('bench', now);
for (let at = 0; at < total; at += 1000) {
	const chunk = Array.from({length: 1000}, (_, index) => madeUpPlay(at + index + 1, {total, days, now}));
	mirror.plays.save(serverId, chunk, '1');
}
mirror.users.save(serverId, [{userId: 3, friendlyName: 'owner', isAdmin: true}]);
mirror.servers.markCompared(serverId, now, 0);

/** Half of them of films, half of shows. */
const collections = Array.from({length: 200}, (_, index): Collection => {
	const ofShows = index % 2 === 1;
	const keys = new Set<number>();
	while (keys.size < 50) keys.add(ofShows ? 50_000 + random(shows) : 1000 + random(movies));
	const ratingKey = String(900_000 + index);
	const members = [...keys].map(key => ({
		ratingKey: String(key),
		type: '',
		title: '',
		guid: ofShows ? '' : guidOf(key),
		addedAt: now - random(3 * days) * secondsPerDay,
	}));
	mirror.members.save({collectionKey: ratingKey, level: ofShows ? 2 : 0, changedAt: null, members}, now);
	return {
		ratingKey,
		title: `Collection ${index}`,
		sectionId: section.sectionId,
		sectionUuid: section.uuid,
		libraryName: section.name,
		mediaType: ofShows ? 'show' : 'movie',
		smart: false,
		childCount: 50,
		promoted: null,
		source: 'plex',
	};
});
store.collections.saveListing({section, collections, look: null}, now - days * secondsPerDay);

/** A quarter of them is on, others each half day. */
const placedAt = (rotation: number): Map<string, Placed> => {
	let row = 0;
	return new Map(
		collections.map(({ratingKey}, index) => {
			const isOn = (index * 7 + rotation * 11 + (rotation >> 3)) % 4 === 0;
			return [ratingKey, {promoted: {home: isOn, shared: isOn, recommended: false}, row: isOn ? ++row : null}];
		}),
	);
};
for (let at = now - days * secondsPerDay; at <= now; at += lookSeconds) {
	store.promotions.saveLook({sectionUuid: section.uuid, at, placed: placedAt(Math.floor(at / rotationSeconds))});
}

const sources: LiftSources = {
	mirrored: {current: () => store},
	history: {zone: () => ({name: 'Europe/Prague', trust: 'configured'}), grouping: true, isZoneAwaited: () => false},
	trouble: () => null,
	columns: createHeldColumns(() => now, turn, {short: false}),
	now: () => now,
	store: () => store,
};
const since = now - 400 * secondsPerDay;
const readMs = await elapsed(() => sources.columns.read(mirror, serverId, since, 'Europe/Prague'));
const ask = () => answerLift(sources, {days, stated: false, rotationId: null, fresh: false}, turn);
const firstMs = await elapsed(ask);
const later = [await elapsed(ask), await elapsed(ask), await elapsed(ask)];
const times: LiftTimes = {
	plays: mirror.plays.count(serverId),
	collections: (await ask()).collections.filter(({reason}) => reason === null).length,
	readMs,
	firstMs,
	laterMs: Math.min(...later),
};
store.close();
process.stdout.write(`${JSON.stringify(times)}\n`);
