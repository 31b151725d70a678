import {formatCount, plural} from '../../canvas/format.ts';
import type {HistoryAnswer} from '../../domain/plays/play.ts';
import type {HistoryQuery} from '../../questions/queries.ts';
import {listView} from '../plan/list-view.ts';
import {type ListPage, lastPage, pageAround} from '../plan/pages.ts';
import type {Asking} from '../plan/view.ts';
import {personName, sentence, windowWords} from '../plan/words.ts';
import {askSeenPlays, type SeenPlay, seenPlayColumns} from '../plays/seen-plays.ts';
import {howWord, playTitle} from './columns.ts';

type SeenHistory = Omit<HistoryAnswer, 'plays'> & {readonly plays: readonly SeenPlay[]};

/** The question's orders by the ids of the columns. */
const sorts: Readonly<Record<string, HistoryQuery['sort']>> = {
	date: 'date',
	started: 'started',
	stopped: 'stopped',
	user: 'user',
	duration: 'length',
};

/** Rows of a page that is printed. */
const printedRows = 25;

const askPage = ({sources, query, own, signal}: Asking, page: ListPage): Promise<HistoryAnswer> =>
	sources.history(
		{
			window: query.window,
			where: query.where,
			sort: sorts[own.sort ?? ''] ?? 'date',
			reverse: own.reverse,
			...page,
		},
		signal,
	);

/** What lies around the cursor; its last page where fewer are found now than the cursor is down. */
const askAround = async (asking: Asking): Promise<HistoryAnswer> => {
	const {query, own, form} = asking;
	const printed = {start: query.start, limit: query.limit ?? printedRows};
	const answer = await askPage(asking, form === 'report' ? printed : pageAround(own));
	const {plays, recordsFiltered: found} = answer;
	return form === 'report' || plays.length > 0 || found === 0 ? answer : askPage(asking, lastPage(found));
};

/** What was played: filtered, searched over all years, each row opening how it was played. */
export const history = listView<SeenHistory, SeenPlay>({
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
	ask: async asking => {
		const answer = await askAround(asking);
		return {...answer, plays: await askSeenPlays(asking, answer.plays)};
	},
	coverage: ({coverage}) => coverage,
	rows: ({plays}) => plays,
	part: ({start, recordsFiltered}) => ({start, total: recordsFiltered}),
	key: ({rowId}) => String(rowId),
	columns: seenPlayColumns,
	ranked: () => 'date',
	empty: (_, {query}) => (Object.keys(query.where).length > 0 ? 'No play matches.' : 'Nothing was played.'),
	note: ({recordsFiltered, recordsSearched}, _, scene) => {
		const window = windowWords(scene.query.window, scene);
		const all = plural(recordsSearched, 'play', 'plays', scene.glyphs);
		if (!scene.query.where.text) return `${all}, ${window}`;
		// On a screen that stands behind what is searched for.
		if (scene.form !== undefined && scene.form !== 'report') return window;
		return `${formatCount(recordsFiltered, scene.glyphs)} of ${all}, ${window}`;
	},
	found: ({recordsFiltered, recordsSearched}, {query, glyphs}) =>
		query.where.text ? `${formatCount(recordsFiltered, glyphs)} of ${formatCount(recordsSearched, glyphs)}` : '',
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
