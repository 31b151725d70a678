import {formatStart} from '../canvas/clock.ts';
import {plural} from '../canvas/format.ts';
import {formatSpan} from '../domain/duration.ts';
import type {Run} from '../domain/run.ts';
import {listView} from './plan/list-view.ts';
import {askSpan, isWithin} from './plan/span.ts';
import {sentence, windowWords} from './plan/words.ts';

/** As many as there can be: one every hour, for a year and a bit. */
const most = 10_000;

const statusWords: Readonly<Record<Run['status'], string>> = {
	success: 'all collected',
	partial: 'some failed',
	error: 'nothing stored',
	skipped: 'skipped',
	running: 'running',
	cancelled: 'cancelled',
	interrupted: 'cut off',
};

/** Did collecting work: every run with what it stored, newest first. */
export const runs = listView<readonly Run[], Run>({
	name: 'runs',
	title: 'Runs',
	summary: 'what collecting did: when, how many collections, what failed',
	takes: {window: 'any'},
	ask: async asking => {
		const {sources, query, signal} = asking;
		const span = await askSpan(asking);
		const found = await sources.runs({limit: most}, signal);
		return found.filter(({startedAt}) => isWithin(startedAt, span)).slice(0, query.limit ?? most);
	},
	rows: all => all,
	key: run => String(run.startedAt),
	columns: [
		{
			id: 'started',
			heading: 'started',
			value: run => run.startedAt,
			show: (run, {now, zone}) => formatStart(run.startedAt, now, zone),
			align: 'left',
			first: 'down',
		},
		{
			id: 'status',
			heading: 'how it went',
			value: run => run.status,
			show: ({status}) => [{text: statusWords[status], role: status === 'error' ? 'bad' : 'plain'}],
		},
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
			heading: 'why',
			value: run => run.reason,
			show: ({reason}) => (reason ?? '').replace(/\.$/, ''),
			grows: true,
			dropAt: 2,
			when: all => all.some(run => run.reason),
		},
	],
	ranked: () => 'started',
	empty: (_, {query, form}) => {
		const isAll = 'days' in query.window && query.window.days === 0;
		if (form === 'report') return isAll ? 'Nothing was collected yet.' : 'Nothing was collected in these days.';
		return isAll
			? 'Nothing was collected yet. c collects now.'
			: 'Nothing was collected in these days. c collects now, t shows more days.';
	},
	note: (_, rows, scene) =>
		`${plural(rows.length, 'run', 'runs', scene.glyphs)}, ${windowWords(scene.query.window, scene)}`,
	beside: () => ({}),
	enter: ({startedAt, endedAt, failed, reason}) =>
		failed === 0 && reason === null ? null : {view: 'events', window: {days: 1, at: Math.ceil(endedAt ?? startedAt)}},
	lead: (_, rows, scene) =>
		`${plural(rows.length, 'run', 'runs', scene.glyphs)} in ${windowWords(scene.query.window, scene)}.`,
	speak: (run, {now, zone}) =>
		sentence(
			`${formatStart(run.startedAt, now, zone)} ${statusWords[run.status]}`,
			`${run.collected} collected`,
			run.failed === 0 ? '' : `${run.failed} failed`,
			run.reason ?? '',
		),
});
