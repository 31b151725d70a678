import type {Snapshot} from '../domain/collection.ts';
import type {WindowTotal} from '../domain/period.ts';
import type {Placed} from '../domain/promotion.ts';
import {ownLists} from './plex/collections.ts';
import type {DemoCollection} from './world/collections.ts';
import type {HistoryRow} from './world/history.ts';
import {rotationSeconds, rotationStart} from './world/promotions.ts';
import type {World} from './world/world.ts';

/** What a run of a past day would have stored. */
export type PastRun = {
	/** Unix seconds. */
	readonly at: number;
	readonly snapshots: readonly Snapshot[];
};

/** What a look at a library found. */
export type PastLook = {
	/** Unix seconds. */
	readonly at: number;
	readonly sectionUuid: string;
	readonly placed: ReadonlyMap<string, Placed>;
};

const secondsPerDay = 86_400;
const pastDays = 45;
/** Runs happened at half past four, UTC. */
const runAt = 4.5 * 3600;
const windows = [1, 7, 30, 90, 365, 0];
const queryDays = 30;

/** A row, and when the next one of its group stopped: until then it is the group's last. */
type Counted = {readonly stoppedAt: number; readonly playedSeconds: number; readonly nextAt: number};

const countedRows = (world: World, {members}: DemoCollection): readonly Counted[] => {
	const rows = new Set<HistoryRow>(members.flatMap(({key}) => world.history.byItem(key)));
	const next = new Map<number, number>();
	return [...rows]
		.sort((one, two) => two.rowId - one.rowId)
		.map(({referenceId, stoppedAt, playedSeconds}) => {
			const nextAt = next.get(referenceId) ?? Number.POSITIVE_INFINITY;
			next.set(referenceId, stoppedAt);
			return {stoppedAt, playedSeconds, nextAt};
		});
};

/** Plays of all windows in one pass over the rows, which come newest first: a group counts by its last row so far. */
const totalsAt = (rows: readonly Counted[], at: number): readonly WindowTotal[] => {
	const totals: WindowTotal[] = [];
	let [plays, playedSeconds, index] = [0, 0, 0];
	while ((rows[index]?.stoppedAt ?? 0) > at) index++;
	for (const days of windows) {
		const from = days === 0 ? Number.NEGATIVE_INFINITY : at - days * secondsPerDay;
		for (let row = rows[index]; row !== undefined && row.stoppedAt >= from; row = rows[++index]) {
			if (row.nextAt > at) plays++;
			playedSeconds += row.playedSeconds;
		}
		totals.push({days, plays, playedSeconds, users: null});
	}
	return totals;
};

const snapshotAt = (world: World, collection: DemoCollection, rows: readonly Counted[], at: number): Snapshot => {
	const totals = totalsAt(rows, at);
	const asked = totals.find(({days}) => days === queryDays);
	return {
		collectionName: collection.title,
		libraryName: collection.libraryName,
		ratingKey: String(collection.key),
		mediaType: collection.subtype,
		plays: asked?.plays ?? 0,
		playedSeconds: asked?.playedSeconds ?? 0,
		uniqueUsers: null,
		rotationId: null,
		collectedAt: at,
		queryDays,
		totalItems: collection.members.length,
		itemsWithPlays: null,
		promoted: world.promotions.at(collection, at),
		windows: totals,
		sectionUuid: collection.sectionUuid,
		source: 'plex',
	};
};

/** The lists that Plex shows by itself stand above the collections. */
const placedAt = (collections: readonly DemoCollection[], world: World, at: number): Map<string, Placed> => {
	let row = ownLists.length;
	return new Map(
		collections.map(collection => {
			const promoted = world.promotions.at(collection, at);
			const isShown = promoted.home || promoted.shared || promoted.recommended;
			return [String(collection.key), {promoted, row: isShown ? ++row : null}];
		}),
	);
};

/** The daily runs of the last 45 days, oldest first: true to the world's history as it was at each of them. */
export const pastRuns = (world: World, now: number): readonly PastRun[] => {
	const today = Math.floor(now / secondsPerDay) * secondsPerDay + runAt;
	const times = Array.from({length: pastDays + 1}, (_, index) => today - (pastDays - index) * secondsPerDay);
	const counted = world.collections.map(collection => ({collection, rows: countedRows(world, collection)}));
	return times
		.filter(at => at < now)
		.map(at => ({
			at,
			snapshots: counted.map(({collection, rows}) => snapshotAt(world, collection, rows, at)),
		}));
};

/** A moment before and after each rotation, and halfway to the next one: nothing is missed. */
const lookTimes = (from: number, now: number): readonly number[] => {
	const step = rotationSeconds.quickly;
	const first = Math.floor((from - rotationStart) / step) * step + rotationStart;
	const times: number[] = [];
	for (let turn = first; turn < now; turn += step) times.push(turn, turn + step / 2, turn + step - 30);
	return times.filter(at => at >= from && at < now);
};

/** The looks of the last days at each library in which anything is ever shown, oldest first. */
export const pastLooks = (world: World, now: number, days: number): readonly PastLook[] => {
	const sections = [...Map.groupBy(world.collections, ({sectionUuid}) => sectionUuid)].filter(([, collections]) =>
		collections.some(({promotion}) => promotion !== 'never'),
	);
	return lookTimes(now - days * secondsPerDay, now).flatMap(at =>
		sections.map(([sectionUuid, collections]) => ({at, sectionUuid, placed: placedAt(collections, world, at)})),
	);
};
