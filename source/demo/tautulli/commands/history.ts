import type {HistoryRow} from '../../world/history.ts';
import type {Plan} from '../../world/plan.ts';
import {crashed, success} from '../answer.ts';
import type {Command, Commands, Context} from '../context.ts';
import {durationText} from '../duration-text.ts';
import {candidateRows, dateTest, hasDates, hasTooLongList, planTests} from '../history-filter.ts';
import {orderedLines, rowLines, searchedLines, sessionLine} from '../history-lines.ts';
import {historyRow} from '../history-row.ts';
import {flagOf, groupingOf, listOf, type Params} from '../params.ts';
import {drawOf, pageOf} from '../table.ts';
import {secondsOf} from '../tally.ts';

const matching = ({world}: Context, params: Params): readonly HistoryRow[] => {
	const tests = planTests(world, params);
	const onDate = dateTest(params);
	const references = listOf(params, 'reference_id');
	const candidates = candidateRows(world, params);
	if (tests.length === 0 && references === null && !hasDates(params)) return candidates;
	return candidates.filter(
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

/** Filters apply before grouping, the search after it; the total's duration knows nothing of the search. */
const getHistory: Command = (context, params) => {
	const {world, now} = context;
	const none = {recordsFiltered: 0, recordsTotal: 0, data: [], draw: 0, filter_duration: '0', total_duration: '0'};
	if (hasTooLongList(params)) return success(none);
	const found = matching(context, params);
	const plans = running(context, params);
	const live = plans.map(plan => sessionLine(plan, now));
	const lines = searchedLines(params, [...live, ...rowLines(found, groupingOf(params))]);
	const page = pageOf(params, orderedLines(params, lines));
	if (page === null) return crashed;
	const rows = page.map(line => historyRow(line, now));
	const isCollection = params.get('media_type') === 'collection';
	return success({
		recordsFiltered: lines.length,
		recordsTotal: world.history.rows.length,
		data: rows,
		draw: drawOf(params),
		filter_duration: durationText(rows.reduce((sum, row) => sum + row.duration, 0)),
		total_duration: isCollection ? '0' : durationText(secondsOf(found)),
	});
};

/** The history. */
export const historyCommands: Commands = {get_history: getHistory};
