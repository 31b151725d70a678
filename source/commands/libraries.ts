import {countBar} from '../canvas/bars.ts';
import {formatCount, formatDuration} from '../canvas/format.ts';
import {table} from '../canvas/old-table.ts';
import {maxOf} from '../canvas/resample.ts';
import type {Row} from '../canvas/row.ts';
import type {LibraryStats} from '../domain/library.ts';
import type {Days} from '../domain/period.ts';
import {comparable} from '../domain/text.ts';
import type {Command} from './command.ts';
import {daysOf, numberFlag, textFlag} from './flag-values.ts';
import {allDaysFlag, libraryFlag, limitFlag, mediaTypeFlag, outputFlags} from './flags.ts';
import {type Frame, formatOf, printReport} from './report.ts';
import {withSources} from './with-sources.ts';
import {numericKey, titleRows, windowName} from './words.ts';

const draw = (libraries: readonly LibraryStats[], days: Days, frame: Frame): Row[] => {
	const {width, glyphs} = frame;
	const head = titleRows('Libraries', windowName(days), frame);
	if (libraries.length === 0) return [...head, [{text: 'There are none.'}]];
	const max = maxOf(libraries.map(({plays}) => plays));
	const rows = libraries.map(({name, type, count, plays, playedSeconds}) => [
		name,
		type,
		count === null ? '' : formatCount(count, glyphs),
		countBar(plays, max, 16, glyphs),
		formatCount(plays, glyphs),
		formatDuration(playedSeconds),
	]);
	const columns = [
		{heading: 'library', flexible: true},
		{heading: 'type', role: 'dim', dropAt: 1},
		{heading: 'items', align: 'right'},
		{heading: '', role: 'accent', dropAt: 2},
		{heading: 'plays', align: 'right'},
		{heading: 'time', align: 'right'},
	] as const;
	return [...head, ...table(columns, rows, width, glyphs)];
};

/** `tautop libraries`: what is there, and how much of it is watched. */
export const libraries: Command = {
	name: 'libraries',
	summary: 'plays and time of every library',
	usage: '',
	args: {min: 0, max: 0},
	flags: [allDaysFlag, libraryFlag, mediaTypeFlag, limitFlag, ...outputFlags],
	run: async context => {
		formatOf(context);
		const days = daysOf(context);
		const wanted = textFlag(context, 'library');
		const mediaType = textFlag(context, 'media-type');
		return await withSources(context, async ({sources}, settings) => {
			const all = await sources.libraries({days}, context.signal);
			const found = all
				.filter(({name}) => wanted === undefined || comparable(name) === comparable(wanted))
				.filter(({type}) => mediaType === undefined || type === mediaType)
				.slice(0, numberFlag(context, 'limit'));
			const entries = found.map(({sectionId, name, type, count, plays, playedSeconds}) => ({
				section_id: numericKey(sectionId),
				section_name: name,
				section_type: type,
				count,
				total_plays: plays,
				total_duration: playedSeconds,
			}));
			printReport(context, settings, {
				json: {days, libraries: entries},
				table: {
					columns: ['section_id', 'section_name', 'section_type', 'count', 'total_plays', 'total_duration'],
					rows: entries.map(entry => Object.values(entry)),
				},
				draw: frame => draw(found, days, frame),
			});
			return 0;
		});
	},
};
