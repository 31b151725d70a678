import {formatWhen} from '../canvas/clock.ts';
import {formatSpan, plural} from '../canvas/format.ts';
import type {Run} from '../domain/run.ts';
import {listView} from './plan/list-view.ts';
import {sentence} from './plan/words.ts';

/** Did collecting work: every run with what it stored, newest first. */
export const runs = listView<readonly Run[], Run>({
	name: 'runs',
	title: 'Runs',
	summary: 'what collecting did: when, how many collections, what failed',
	takes: {},
	ask: ({sources, query, signal}) => sources.runs({limit: query.limit ?? 100}, signal),
	rows: all => all,
	key: run => String(run.startedAt),
	columns: [
		{
			id: 'started',
			heading: 'started',
			value: run => run.startedAt,
			show: (run, {now, zone}) => formatWhen(run.startedAt, now, zone),
			align: 'left',
		},
		{id: 'status', heading: 'status', value: run => run.status},
		{id: 'collected', heading: 'collected', value: run => run.collected, align: 'right'},
		{id: 'failed', heading: 'failed', value: run => run.failed, align: 'right'},
		{
			id: 'seconds',
			heading: 'took',
			value: run => (run.endedAt === null ? null : run.endedAt - run.startedAt),
			show: run => (run.endedAt === null ? '' : formatSpan(run.endedAt - run.startedAt)),
			align: 'right',
			dropAt: 1,
		},
		{
			id: 'reason',
			heading: 'reason',
			value: run => run.reason,
			grows: true,
			dropAt: 2,
			when: all => all.some(run => run.reason),
		},
	],
	empty: () => 'Nothing was collected yet. c collects now.',
	note: (_, rows, {glyphs}) => plural(rows.length, 'run', 'runs', glyphs),
	beside: () => ({}),
	lead: (_, rows, {glyphs}) => `${plural(rows.length, 'run', 'runs', glyphs)}.`,
	speak: (run, {now, zone}) =>
		sentence(
			`${formatWhen(run.startedAt, now, zone)} ${run.status}`,
			`${run.collected} collected`,
			run.failed === 0 ? '' : `${run.failed} failed`,
			run.reason ?? '',
		),
});
