import {formatCount, plural} from '../../canvas/format.ts';
import type {HistoryAnswer, Play} from '../../domain/plays/play.ts';
import type {HistoryQuery} from '../../questions/queries.ts';
import {listView} from '../plan/list-view.ts';
import {personName, sentence, windowWords} from '../plan/words.ts';
import {howWord, playColumns, playTitle} from './columns.ts';

/** The question's orders by the ids of the columns. */
const sorts: Readonly<Record<string, HistoryQuery['sort']>> = {
	date: 'date',
	started: 'started',
	stopped: 'stopped',
	user: 'user',
	duration: 'length',
};

/** Rows of a page on a screen, and of one that is printed. */
const screenRows = 500;
const printedRows = 25;

/** What was played: filtered, searched over all years, each row opening how it was played. */
export const history = listView<HistoryAnswer, Play>({
	name: 'history',
	title: 'History',
	summary: 'what was played, by whom, on what; searched over all years',
	takes: {
		window: 'any',
		past: true,
		narrowing: true,
		rows: true,
		printed: printedRows,
		searches: true,
		sorts: Object.keys(sorts),
	},
	ask: ({sources, query, own, form, signal}) =>
		sources.history(
			{
				window: query.window,
				where: query.where,
				sort: sorts[own.sort ?? ''] ?? 'date',
				reverse: own.reverse,
				limit: query.limit ?? (form === 'report' ? printedRows : screenRows),
				start: query.start,
			},
			signal,
		),
	coverage: ({coverage}) => coverage,
	rows: ({plays}) => plays,
	key: ({rowId}) => String(rowId),
	columns: playColumns,
	ranked: () => 'date',
	empty: (_, {query}) => (Object.keys(query.where).length > 0 ? 'No play is like that.' : 'Nothing was played.'),
	note: ({recordsFiltered}, rows, scene) =>
		`${formatCount(rows.length, scene.glyphs)} of ${plural(recordsFiltered, 'play', 'plays', scene.glyphs)}, ${windowWords(scene.query.window, scene)}`,
	enter: play => ({view: 'play', subject: {id: String(play.rowId), name: playTitle(play)}}),
	user: ({userId, user}, {names}) => (userId === null ? null : {id: String(userId), name: personName(user, names)}),
	lead: ({recordsFiltered}, _, scene) =>
		`${plural(recordsFiltered, 'play', 'plays', scene.glyphs)} in ${windowWords(scene.query.window, scene)}.`,
	speak: (play, {names}) => sentence(personName(play.user, names), playTitle(play), howWord(play.transcodeDecision)),
	beside: ({recordsTotal, recordsFiltered, start}) => ({
		records_total: recordsTotal,
		records_filtered: recordsFiltered,
		start,
	}),
	jsonName: 'data',
});
