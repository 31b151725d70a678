import {patternBar, shareBar} from '../../canvas/bars.ts';
import {drawChart} from '../../canvas/chart.ts';
import {plural} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {padEnd, padStart} from '../../canvas/widths.ts';
import {type Graph, sumSeries} from '../../domain/plays/graph.ts';
import type {Choice, Narrowing, NarrowingKind} from '../../domain/plays/narrowing.ts';
import type {HistoryAnswer, Play} from '../../domain/plays/play.ts';
import type {PlayCounts} from '../../domain/plays/plays.ts';
import {graphOf} from '../../stats/graph-of.ts';
import {playColumns, playTitle} from '../history/columns.ts';
import {listView} from '../plan/list-view.ts';
import type {Subject} from '../plan/query.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {handful, shareWords} from '../plan/shares.ts';
import type {Asking, View} from '../plan/view.ts';
import {amountWords, nothingWords, personName, sentence, time, windowWords} from '../plan/words.ts';
import {spacedLabels} from './time-view.ts';

/** What there is to say of one user or title: totals, how, its months, its newest plays. */
type One = {
	readonly total: PlayCounts['total'];
	readonly decisions: PlayCounts;
	readonly months: Graph;
	readonly plays: HistoryAnswer;
};

/** A view about one user or title, as it is written. */
export type OnePlan = {
	readonly name: string;
	readonly title: string;
	readonly summary: string;
	readonly subject: Subject;
	readonly kind: NarrowingKind;
};

const narrowed = (where: Narrowing, kind: NarrowingKind, subject: Choice | null): Narrowing =>
	subject ? {...where, [kind]: [subject]} : where;

const ask = async ({sources, query, form, signal}: Asking, kind: NarrowingKind): Promise<One> => {
	const where = narrowed(query.where, kind, query.subject);
	const {window} = query;
	const base = {window, where, measure: 'plays' as const};
	const [decisions, months, plays] = await Promise.all([
		sources.plays({...base, by: 'decision', split: 'nothing'}, signal),
		sources.plays({...base, window: {days: 365}, by: 'month', split: 'nothing'}, signal),
		sources.history(
			{
				window,
				where,
				sort: 'date',
				reverse: false,
				limit: query.limit ?? (form === 'report' ? 25 : 200),
				start: query.start,
			},
			signal,
		),
	]);
	return {
		total: decisions.total,
		decisions,
		months: graphOf(months, {by: 'month', split: 'nothing', measure: 'plays'}),
		plays,
	};
};

const ways = [
	['direct play', 'direct play'],
	['copy', 'direct stream'],
	['transcode', 'transcode'],
] as const;

const wayRows = ({decisions}: One, {glyphs, width}: Canvas): readonly Row[] => {
	const playsOf = (id: string): number => decisions.rows.find(row => row.key === id)?.plays ?? 0;
	const whole = ways.reduce((sum, [id]) => sum + playsOf(id), 0);
	const bar = Math.max(0, Math.min(24, width - 40));
	const shares = whole < handful ? [] : shareWords(ways.map(([id]) => playsOf(id)));
	return ways.map(([id, name], index): Row => {
		const draw = id === 'transcode' ? patternBar : shareBar;
		return [
			{text: ` ${padEnd(name, 14, glyphs.cut)}`},
			...draw(whole === 0 ? 0 : playsOf(id) / whole, bar, glyphs, id === 'transcode' ? 'accent' : 'plain'),
			{text: `${padStart(shares[index] ?? '', 6, glyphs.cut)}${padStart(String(playsOf(id)), 7, glyphs.cut)}`},
		];
	});
};

const totalWords = ({total}: One, {glyphs}: Scene): string =>
	[
		plural(total.plays, 'play', 'plays', glyphs),
		time(total.playedSeconds),
		total.users > 1 ? plural(total.users, 'user', 'users', glyphs) : '',
	]
		.filter(Boolean)
		.join('   ');

const monthRows = ({months}: One, canvas: Canvas): readonly Row[] => {
	if (canvas.height < 18) return [];
	const {rows} = drawChart({
		values: sumSeries(months),
		labels: step => spacedLabels(month => month, 10)(months.categories, step),
		width: canvas.width - 1,
		height: 5,
		label: String,
		gutter: 5,
		glyphs: canvas.glyphs,
	});
	return [[{text: ' plays a month', role: 'dim'}], ...rows];
};

/** One user or title: totals, how, its months, and its plays as a list. */
export const oneView = ({name, title, summary, subject, kind}: OnePlan): View =>
	listView<One, Play>({
		name,
		title,
		summary,
		takes: {window: 'any', narrowing: true, subject, rows: true, sorts: []},
		ask: asking => ask(asking, kind),
		coverage: ({decisions}) => decisions.coverage,
		rows: ({plays}) => plays.plays,
		key: ({rowId}) => String(rowId),
		columns: playColumns,
		ranked: () => 'date',
		empty: (_, scene) => nothingWords(scene),
		note: (data, _, scene) =>
			`${amountWords(data.total.plays, 'plays', scene.glyphs)}, ${windowWords(scene.query.window, scene)}`,
		above: (data, _, canvas) => [
			[{text: ` ${totalWords(data, canvas)}`, role: 'bold'}],
			...(canvas.height >= 12 ? wayRows(data, canvas) : []),
			...monthRows(data, canvas),
			[],
		],
		enter: play => ({view: 'play', subject: {id: String(play.rowId), name: playTitle(play)}}),
		user: ({userId, user}, {names}) => (userId === null ? null : {id: String(userId), name: personName(user, names)}),
		lead: (data, _, scene) => sentence(scene.query.subject?.name ?? title, totalWords(data, scene)),
		speak: (play, {names}) => sentence(personName(play.user, names), playTitle(play)),
		beside: ({total, decisions}, {query}) => ({
			[kind]: query.subject?.name ?? null,
			total_plays: total.plays,
			total_duration: total.playedSeconds,
			users: total.users,
			...Object.fromEntries(
				ways.map(([id, word]) => [word.replace(' ', '_'), decisions.rows.find(row => row.key === id)?.plays ?? 0]),
			),
		}),
		jsonName: 'plays',
	});
