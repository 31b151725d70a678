import type {HistoryRow} from '../world/history.ts';
import {watchedPercent} from '../world/history.ts';
import {fullTitleOf, type Item, topOf} from '../world/item.ts';
import {offsetSecondsAt, type Plan} from '../world/plan.ts';
import {streamFacts} from '../world/stream.ts';
import {numberOrBlank} from './answer.ts';
import type {Line} from './history-lines.ts';
import {aboveOf, releasedOn, thumbOf} from './metadata.ts';
import {userThumb} from './user-stats.ts';

/** Whole, or in quarters of what counts as watched. */
const watchedStatus = (percent: number): number => {
	if (percent >= watchedPercent) return 1;
	return Math.floor(percent / (watchedPercent / 4)) / 4;
};

/** Episodes show their season's poster. */
const rowThumb = (item: Item): string => thumbOf(item.type === 'episode' && item.parent !== null ? item.parent : item);

const timeFields = (line: Line) => ({
	date: line.date,
	started: line.started,
	stopped: line.stopped,
	duration: line.duration,
	play_duration: line.duration,
	paused_counter: line.pausedCounter,
});

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

const rowOf = (line: Line, best: HistoryRow) => ({
	reference_id: best.referenceId,
	row_id: best.rowId,
	id: best.rowId,
	...timeFields(line),
	...playFields(best.plan),
	percent_complete: Math.round(best.percent),
	watched_status: watchedStatus(best.percent),
	group_count: line.members?.length ?? 1,
	group_ids: (line.members ?? [best]).map(member => member.rowId).join(','),
	state: null,
	session_key: null,
});

/** A running stream has its state instead of ids. */
const activityOf = (line: Line, now: number) => {
	const {plan} = line;
	const percent = (offsetSecondsAt(plan, now) / plan.item.durationSeconds) * 100;
	return {
		reference_id: null,
		row_id: null,
		id: null,
		...timeFields(line),
		...playFields(plan),
		percent_complete: Math.round(percent),
		watched_status: watchedStatus(percent),
		group_count: null,
		group_ids: null,
		state: streamFacts(plan, now).state,
		session_key: plan.sessionKey,
	};
};

/** A row of the answer. */
export const historyRow = (line: Line, now: number) =>
	line.best === null ? activityOf(line, now) : rowOf(line, line.best);
