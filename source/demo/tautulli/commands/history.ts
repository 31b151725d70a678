import type {HistoryRow} from '../../world/history.ts';
import {fullTitleOf} from '../../world/item.ts';
import type {Plan} from '../../world/plan.ts';
import {crashed, success} from '../answer.ts';
import type {Command, Commands, Context} from '../context.ts';
import {durationText} from '../duration-text.ts';
import {candidateRows, dateTest, hasTooLongList, planTests} from '../history-filter.ts';
import {activityRow, type GroupedRow, groupRows, historyRow} from '../history-row.ts';
import {flagOf, groupingOf, listOf, type Params} from '../params.ts';
import {drawOf, ordered, pageOf} from '../table.ts';
import {secondsOf} from '../tally.ts';

/** A line of the answer before it is spelled out: only the page that is asked for is. */
type Line = {readonly group: GroupedRow | null; readonly plan: Plan; readonly date: number};

const matching = ({world}: Context, params: Params): readonly HistoryRow[] => {
	const tests = planTests(world, params);
	const onDate = dateTest(params);
	const references = listOf(params, 'reference_id');
	return candidateRows(world, params).filter(
		row =>
			(references === null || references.includes(String(row.referenceId))) &&
			onDate(row.day) &&
			tests.every(test => test(row.plan)),
	);
};

const running = ({world}: Context, params: Params): readonly Plan[] => {
	if (!flagOf(params, 'include_activity', true) || params.has('reference_id')) return [];
	const tests = planTests(world, params);
	const onDate = dateTest(params);
	return world.sessions().filter(plan => onDate(world.zone.dayOf(plan.startedAt)) && tests.every(test => test(plan)));
};

const contains = (plan: Plan, text: string): boolean =>
	[
		plan.user.friendlyName,
		plan.user.ipAddress,
		plan.player.platform,
		plan.player.product,
		plan.player.name,
		fullTitleOf(plan.item),
	].some(field => field.toLowerCase().includes(text));

const sortByDate = (params: Params, lines: readonly Line[]): readonly Line[] => {
	const sign = params.get('order_dir') === 'asc' ? 1 : -1;
	return lines.toSorted((one, two) => (one.date - two.date) * sign);
};

const spelled = (line: Line, now: number) =>
	line.group === null ? activityRow(line.plan, now) : historyRow(line.group);

const spellPage = (params: Params, lines: readonly Line[], now: number) => {
	const column = params.get('order_column') || 'date';
	if (column === 'date') return pageOf(params, sortByDate(params, lines))?.map(line => spelled(line, now)) ?? null;
	const rows = lines.map(line => spelled(line, now));
	return pageOf(params, ordered(params, rows, 'date'));
};

/** Filters apply before grouping, the search after it; the total's duration knows nothing of the search. */
const getHistory: Command = (context, params) => {
	const {world, now} = context;
	const none = {recordsFiltered: 0, recordsTotal: 0, data: [], draw: 0, filter_duration: '0', total_duration: '0'};
	if (hasTooLongList(params)) return success(none);
	const found = matching(context, params);
	const plans = running(context, params);
	const groups = groupRows(found, groupingOf(params));
	const text = (params.get('search') ?? '').toLowerCase();
	const lines = [
		...plans.map((plan): Line => ({group: null, plan, date: plan.startedAt})).reverse(),
		...groups.map((group): Line => ({group, plan: group.best.plan, date: group.date})),
	].filter(line => text === '' || contains(line.plan, text));
	const page = spellPage(params, lines, now);
	if (page === null) return crashed;
	const isCollection = params.get('media_type') === 'collection';
	return success({
		recordsFiltered: lines.length,
		recordsTotal: world.history.rows.length,
		data: page,
		draw: drawOf(params),
		filter_duration: durationText(page.reduce((sum, row) => sum + row.duration, 0)),
		total_duration: isCollection ? '0' : durationText(secondsOf(found)),
	});
};

export const historyCommands: Commands = {get_history: getHistory};
