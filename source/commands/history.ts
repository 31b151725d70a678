import {formatWhen} from '../canvas/clock.ts';
import {formatCount, formatDuration} from '../canvas/format.ts';
import {table} from '../canvas/old-table.ts';
import type {Row} from '../canvas/row.ts';
import type {HistoryPage, Play} from '../domain/play.ts';
import type {Command} from './command.ts';
import {numberFlag, textFlag} from './flag-values.ts';
import {libraryFlag, limitFlag, mediaTypeFlag, outputFlags, startFlag} from './flags.ts';
import {type Frame, formatOf, printReport} from './report.ts';
import {withSources} from './with-sources.ts';
import {decisionName, numericKey, titleCells, titleRows} from './words.ts';

const defaultLimit = 25;

const entryOf = (play: Play) => ({
	row_id: play.rowId,
	reference_id: play.referenceId,
	started: play.startedAt,
	stopped: play.stoppedAt,
	duration: play.playedSeconds,
	user: play.user,
	full_title: play.fullTitle,
	rating_key: numericKey(play.ratingKey),
	media_type: play.mediaType,
	transcode_decision: play.transcodeDecision,
});

const columns = [
	'row_id',
	'reference_id',
	'started',
	'stopped',
	'duration',
	'user',
	'full_title',
	'rating_key',
	'media_type',
	'transcode_decision',
] as const;

const draw = (page: HistoryPage, frame: Frame): Row[] => {
	const {width, glyphs, now, zone} = frame;
	const count = (value: number): string => formatCount(value, glyphs);
	const head = titleRows('History', `${count(page.recordsFiltered)} plays, newest first`, frame);
	if (page.plays.length === 0) return [...head, [{text: 'No plays here.'}]];
	const rows = page.plays.map(play => [
		formatWhen(play.startedAt, now, zone),
		play.user,
		...titleCells(play),
		decisionName(play.transcodeDecision),
		play.playedSeconds === null ? '' : formatDuration(play.playedSeconds),
	]);
	const looks = [
		{heading: 'started', role: 'dim'},
		{heading: 'user', atMost: 12},
		{heading: 'title', flexible: true},
		{heading: '', dropAt: 0},
		{heading: 'how', dropAt: 1},
		{heading: 'time', align: 'right'},
	] as const;
	const end = page.start + page.sent;
	const more = end < page.recordsFiltered ? `   --start ${end} shows the next` : '';
	const foot: Row = [{text: `${count(page.start + 1)} to ${count(end)}${more}`, role: 'dim'}];
	return [...head, ...table(looks, rows, width, glyphs), [], foot];
};

/** `tautop history`: what was played, newest first, without what is still playing. */
export const history: Command = {
	name: 'history',
	summary: 'what was played, newest first',
	usage: '',
	args: {min: 0, max: 0},
	flags: [
		{...limitFlag, default: String(defaultLimit)},
		startFlag,
		libraryFlag,
		// Tautulli would answer an unknown type with an empty page.
		{...mediaTypeFlag, choices: ['movie', 'episode', 'track', 'live'], summary: 'only this type of play'},
		...outputFlags,
	],
	run: async context => {
		formatOf(context);
		const limit = numberFlag(context, 'limit') ?? defaultLimit;
		const start = numberFlag(context, 'start') ?? 0;
		const query = {limit, start, library: textFlag(context, 'library'), mediaType: textFlag(context, 'media-type')};
		return await withSources(context, async ({sources}, settings) => {
			const page = await sources.history(query, context.signal);
			const data = page.plays.map(entryOf);
			printReport(context, settings, {
				json: {
					records_total: page.recordsTotal,
					records_filtered: page.recordsFiltered,
					start: page.start,
					data,
				},
				table: {columns, rows: data.map(entry => columns.map(name => entry[name]))},
				draw: frame => draw(page, frame),
			});
			return 0;
		});
	},
};
