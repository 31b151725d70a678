import type {HistoryRow} from '../world/history.ts';
import {fullTitleOf, type Item} from '../world/item.ts';
import {type Plan, pausedSecondsAt} from '../world/plan.ts';
import type {Params} from './params.ts';

/**
 * A line of get_history: one row, the rows of a group as one (sums, first start, last stop; the rest is the most
 * complete row's), or a running stream, which has no rows. Only the lines of the page asked for are spelled out.
 */
export type Line = {
	readonly plan: Plan;
	/** Null for a running stream. */
	best: HistoryRow | null;
	/** All rows, where there are several. */
	members: HistoryRow[] | null;
	date: number;
	started: number;
	stopped: number;
	duration: number;
	pausedCounter: number;
};

const lineOf = (row: HistoryRow): Line => ({
	plan: row.plan,
	best: row,
	members: null,
	date: row.startedAt,
	started: row.startedAt,
	stopped: row.stoppedAt,
	duration: row.playedSeconds,
	pausedCounter: row.pausedSeconds,
});

const join = (line: Line, row: HistoryRow): void => {
	line.members ??= line.best === null ? [] : [line.best];
	line.members.push(row);
	if (line.best === null || row.percent > line.best.percent) line.best = row;
	line.date = Math.max(line.date, row.startedAt);
	line.started = Math.min(line.started, row.startedAt);
	line.stopped = Math.max(line.stopped, row.stoppedAt);
	line.duration += row.playedSeconds;
	line.pausedCounter += row.pausedSeconds;
};

const makeLines = (rows: readonly HistoryRow[], grouping: boolean): readonly Line[] => {
	if (!grouping) return rows.map(lineOf);
	const groups = new Map<number, Line>();
	for (const row of rows) {
		const group = groups.get(row.referenceId);
		if (group === undefined) groups.set(row.referenceId, lineOf(row));
		else join(group, row);
	}
	return [...groups.values()];
};

type Made = {readonly rowCount: number; readonly grouping: boolean; readonly lines: readonly Line[]};

const made = new WeakMap<readonly HistoryRow[], Made>();

/**
 * Rows, which come in the order of their ids, as get_history counts them. The lines of a list are remembered until it
 * has grown: the whole history is what most questions are about.
 */
export const rowLines = (rows: readonly HistoryRow[], grouping: boolean): readonly Line[] => {
	const known = made.get(rows);
	if (known && known.rowCount === rows.length && known.grouping === grouping) return known.lines;
	const lines = makeLines(rows, grouping);
	made.set(rows, {rowCount: rows.length, grouping, lines});
	return lines;
};

/** A running stream as a line. */
export const sessionLine = (plan: Plan, now: number): Line => {
	const pausedCounter = pausedSecondsAt(plan, now);
	return {
		plan,
		best: null,
		members: null,
		date: plan.startedAt,
		started: plan.startedAt,
		stopped: now,
		duration: now - plan.startedAt - pausedCounter,
		pausedCounter,
	};
};

/** The plan that lends its words to a line. */
const planOf = (line: Line): Plan => line.best?.plan ?? line.plan;

const fullTitles = new WeakMap<Item, string>();

/** Lower case, since text is compared so; remembered, since each title is compared thousands of times. */
const comparedTitle = (item: Item): string => {
	const known = fullTitles.get(item);
	if (known !== undefined) return known;
	const title = fullTitleOf(item).toLowerCase();
	fullTitles.set(item, title);
	return title;
};

/** The columns that history can be sorted by. `duration` means the item's own there, not the seconds played. */
const columns: Readonly<Record<string, (line: Line) => number | string>> = {
	date: line => line.date,
	started: line => line.started,
	stopped: line => line.stopped,
	duration: line => planOf(line).item.durationSeconds,
	paused_counter: line => line.pausedCounter,
	friendly_name: line => planOf(line).user.friendlyName.toLowerCase(),
	ip_address: line => planOf(line).user.ipAddress,
	platform: line => planOf(line).player.platform.toLowerCase(),
	product: line => planOf(line).player.product.toLowerCase(),
	player: line => planOf(line).player.name.toLowerCase(),
	full_title: line => comparedTitle(planOf(line).item),
};

/** Any other column leaves the order alone. */
export const orderedLines = (params: Params, lines: readonly Line[]): readonly Line[] => {
	const directions = (params.get('order_dir') || 'desc').split(',');
	const orders = (params.get('order_column') || 'date').split(',').flatMap((name, index) => {
		const column = columns[name];
		return column === undefined ? [] : [{column, sign: (directions[index] ?? directions[0]) === 'asc' ? 1 : -1}];
	});
	if (orders.length === 0) return lines;
	return lines.toSorted((one, two) => {
		for (const {column, sign} of orders) {
			const [left, right] = [column(one), column(two)];
			if (left !== right) return left < right ? -sign : sign;
		}
		return 0;
	});
};

/** Lines with a text in their user's, player's or title's name, ASCII case aside. */
export const searchedLines = (params: Params, lines: readonly Line[]): readonly Line[] => {
	const text = (params.get('search') ?? '').toLowerCase();
	if (text === '') return lines;
	return lines.filter(line => {
		const {user, player, item} = planOf(line);
		const names = [user.friendlyName, user.ipAddress, player.platform, player.product, player.name];
		return comparedTitle(item).includes(text) || names.some(name => name.toLowerCase().includes(text));
	});
};
