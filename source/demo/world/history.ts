import type {Item} from './item.ts';
import {topOf} from './item.ts';
import {offsetSecondsAt, type Plan, pausedSecondsAt} from './plan.ts';
import type {Zone} from './zone.ts';

/** A playback that has stopped: one row of Tautulli's history. Times are Unix seconds. */
export type HistoryRow = {
	readonly rowId: number;
	/** The row id of the first row of its group. */
	readonly referenceId: number;
	readonly plan: Plan;
	readonly startedAt: number;
	readonly stoppedAt: number;
	readonly pausedSeconds: number;
	/** (stopped - started) - paused. */
	readonly playedSeconds: number;
	readonly percent: number;
	readonly watched: boolean;
	/** Day and hour of its start in the server's zone. */
	readonly day: number;
	readonly hour: number;
};

/** The share from which an item counts as watched, in percent. */
export const watchedPercent = 85;

/** Everything that has been played, in the order in which it stopped. */
export type History = {
	readonly rows: readonly HistoryRow[];
	/** Rows of an item, of its season or album, of its show or artist: any rating key. */
	readonly byItem: (key: number) => readonly HistoryRow[];
	readonly byUser: (userId: number) => readonly HistoryRow[];
	readonly bySection: (sectionId: number) => readonly HistoryRow[];
	readonly byId: (rowId: number) => HistoryRow | undefined;
	/** The rows that stopped at or after a moment. */
	readonly since: (at: number) => readonly HistoryRow[];
	/** Writes the row of a playback that stopped now; nothing where Tautulli would not keep it. */
	readonly append: (plan: Plan, stoppedAt: number) => void;
};

const push = <K>(lists: Map<K, HistoryRow[]>, key: K, row: HistoryRow): void => {
	const list = lists.get(key);
	if (list) list.push(row);
	else lists.set(key, [row]);
};

/** Sessions shorter than this leave no row (`logging_ignore_interval`, and its own rule for music). */
const shortestKept = (item: Item): number => (item.type === 'track' ? (item.durationSeconds >= 30 ? 15 : 0) : 120);

const secondsPerDay = 86_400;
/** 2020-01-01: row ids count from here. */
const firstDay = 18_262;

/** Ids grow in the order of stopping, and a day has the same ids whenever the demo is started. */
const createIds = (): ((stoppedAt: number) => number) => {
	let [day, count] = [0, 0];
	return stoppedAt => {
		const today = Math.floor(stoppedAt / secondsPerDay);
		count = today === day ? count + 1 : 1;
		day = today;
		return (today - firstDay) * 1000 + count;
	};
};

type Last = {readonly referenceId: number; readonly offset: number; readonly watched: boolean};

/** A play joins the user's last row of the same item if that was not watched to its end and the place has not gone back. */
const createGrouping = (): ((row: {rowId: number; plan: Plan; offset: number; watched: boolean}) => number) => {
	const lasts = new Map<string, Last>();
	return ({rowId, plan, offset, watched}) => {
		const key = `${plan.user.userId} ${plan.item.key}`;
		const last = lasts.get(key);
		const joins = last !== undefined && !last.watched && last.offset <= offset;
		const referenceId = joins ? last.referenceId : rowId;
		lasts.set(key, {referenceId, offset, watched});
		return referenceId;
	};
};

/** Position of the first row that stopped at or after a moment. */
const firstSince = (rows: readonly HistoryRow[], at: number): number => {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rows[middle]?.stoppedAt ?? 0) < at) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** The last rows of a list in the order of stopping: those that stopped at or after a moment. */
export const rowsSince = (rows: readonly HistoryRow[], at: number): readonly HistoryRow[] =>
	rows.slice(firstSince(rows, at));

/** An empty history of a server in this zone. */
export const createHistory = (zone: Zone): History => {
	const rows: HistoryRow[] = [];
	const items = new Map<number, HistoryRow[]>();
	const users = new Map<number, HistoryRow[]>();
	const sections = new Map<number, HistoryRow[]>();
	const ids = new Map<number, HistoryRow>();
	const nextId = createIds();
	const groupOf = createGrouping();
	const keep = (row: HistoryRow): void => {
		const {item, user} = row.plan;
		rows.push(row);
		ids.set(row.rowId, row);
		push(users, user.userId, row);
		push(sections, item.sectionId, row);
		push(items, item.key, row);
		if (item.parent === null) return;
		push(items, item.parent.key, row);
		push(items, topOf(item).key, row);
	};
	return {
		rows,
		byItem: key => items.get(key) ?? [],
		byUser: userId => users.get(userId) ?? [],
		bySection: sectionId => sections.get(sectionId) ?? [],
		byId: rowId => ids.get(rowId),
		since: at => rowsSince(rows, at),
		append: (plan, stoppedAt) => {
			if (stoppedAt - plan.startedAt < shortestKept(plan.item)) return;
			const rowId = nextId(stoppedAt);
			const offset = offsetSecondsAt(plan, stoppedAt);
			const percent = (offset / plan.item.durationSeconds) * 100;
			const watched = percent >= watchedPercent;
			const pausedSeconds = pausedSecondsAt(plan, stoppedAt);
			keep({
				rowId,
				referenceId: groupOf({rowId, plan, offset, watched}),
				plan,
				startedAt: plan.startedAt,
				stoppedAt,
				pausedSeconds,
				playedSeconds: stoppedAt - plan.startedAt - pausedSeconds,
				percent,
				watched,
				day: zone.dayOf(plan.startedAt),
				hour: zone.hourOf(plan.startedAt),
			});
		},
	};
};
