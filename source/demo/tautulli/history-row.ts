import type {HistoryRow} from '../world/history.ts';
import {watchedPercent} from '../world/history.ts';
import {fullTitleOf, type Item, topOf} from '../world/item.ts';
import {offsetSecondsAt, type Plan, pausedSecondsAt} from '../world/plan.ts';
import {streamFacts} from '../world/stream.ts';
import {numberOrBlank} from './answer.ts';
import {aboveOf, releasedOn, thumbOf} from './metadata.ts';
import {userThumb} from './user-stats.ts';

/** Whole, or in quarters of what counts as watched. */
const watchedStatus = (percent: number): number => {
	if (percent >= watchedPercent) return 1;
	return Math.floor(percent / (watchedPercent / 4)) / 4;
};

/** Episodes show their season's poster. */
const rowThumb = (item: Item): string => thumbOf(item.type === 'episode' && item.parent !== null ? item.parent : item);

const playFields = (plan: Plan) => {
	const {user, player, item} = plan;
	const {parent, grandparent} = aboveOf(item);
	return {
		user_id: user.userId,
		user: user.username,
		friendly_name: user.friendlyName,
		user_thumb: userThumb(user),
		platform: player.platform,
		product: player.product,
		player: player.name,
		ip_address: user.ipAddress,
		live: 0,
		machine_id: player.machineId,
		location: user.location,
		secure: 1,
		relayed: 0,
		media_type: item.type,
		rating_key: item.key,
		parent_rating_key: numberOrBlank(parent?.key),
		grandparent_rating_key: numberOrBlank(grandparent?.key),
		full_title: fullTitleOf(item),
		title: item.title,
		parent_title: parent?.title ?? '',
		grandparent_title: item.parent === null ? '' : topOf(item).title,
		original_title: '',
		year: numberOrBlank(item.year),
		media_index: numberOrBlank(item.index),
		parent_media_index: numberOrBlank(parent?.index),
		thumb: rowThumb(item),
		originally_available_at: releasedOn(item),
		guid: item.guid,
		transcode_decision: plan.decision,
	};
};

/** The rows of one group (or one row alone) as one: sums, first start, last stop; the rest is the most complete row's. */
export type GroupedRow = {
	readonly best: HistoryRow;
	readonly members: readonly HistoryRow[];
	readonly date: number;
	readonly started: number;
	readonly stopped: number;
	readonly duration: number;
	readonly pausedCounter: number;
};

const single = (row: HistoryRow): GroupedRow => ({
	best: row,
	members: [row],
	date: row.startedAt,
	started: row.startedAt,
	stopped: row.stoppedAt,
	duration: row.playedSeconds,
	pausedCounter: row.pausedSeconds,
});

const joined = (group: GroupedRow, row: HistoryRow): GroupedRow => ({
	best: row.percent > group.best.percent ? row : group.best,
	members: [...group.members, row],
	date: Math.max(group.date, row.startedAt),
	started: Math.min(group.started, row.startedAt),
	stopped: Math.max(group.stopped, row.stoppedAt),
	duration: group.duration + row.playedSeconds,
	pausedCounter: group.pausedCounter + row.pausedSeconds,
});

/** Rows, which come in the order of their ids, as get_history counts them. */
export const groupRows = (rows: readonly HistoryRow[], grouping: boolean): readonly GroupedRow[] => {
	if (!grouping) return rows.map(single);
	const groups = new Map<number, GroupedRow>();
	for (const row of rows) {
		const group = groups.get(row.referenceId);
		groups.set(row.referenceId, group === undefined ? single(row) : joined(group, row));
	}
	return [...groups.values()];
};

/** A row of the answer. */
export const historyRow = (group: GroupedRow) => ({
	reference_id: group.best.referenceId,
	row_id: group.best.rowId,
	id: group.best.rowId,
	date: group.date,
	started: group.started,
	stopped: group.stopped,
	duration: group.duration,
	play_duration: group.duration,
	paused_counter: group.pausedCounter,
	...playFields(group.best.plan),
	percent_complete: Math.round(group.best.percent),
	watched_status: watchedStatus(group.best.percent),
	group_count: group.members.length,
	group_ids: group.members.map(member => member.rowId).join(','),
	state: null,
	session_key: null,
});

/** A running stream among the history: without ids, with its state. */
export const activityRow = (plan: Plan, now: number) => {
	const paused = pausedSecondsAt(plan, now);
	const percent = (offsetSecondsAt(plan, now) / plan.item.durationSeconds) * 100;
	return {
		reference_id: null,
		row_id: null,
		id: null,
		date: plan.startedAt,
		started: plan.startedAt,
		stopped: now,
		duration: now - plan.startedAt - paused,
		play_duration: now - plan.startedAt - paused,
		paused_counter: paused,
		...playFields(plan),
		percent_complete: Math.round(percent),
		watched_status: watchedStatus(percent),
		group_count: null,
		group_ids: null,
		state: streamFacts(plan, now).state,
		session_key: plan.sessionKey,
	};
};
