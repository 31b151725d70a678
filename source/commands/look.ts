import {plural} from '../canvas/format.ts';
import type {Row} from '../canvas/row.ts';
import type {LookedLibrary, LookReport} from '../domain/promotion.ts';
import type {DataTable} from '../export/data-table.ts';
import type {Command} from './command.ts';
import {outputFlags} from './line/flags.ts';
import {type Frame, formatOf, printReport} from './run/report.ts';
import {withSources} from './run/with-sources.ts';

const entryOf = ({library, promoted, changed, error}: LookedLibrary) => ({
	plex_library: library,
	promoted,
	changed,
	error,
});

const columns = ['plex_library', 'promoted', 'changed', 'error'] as const;

const tableOf = ({libraries}: LookReport): DataTable => ({
	columns,
	rows: libraries.map(entryOf).map(entry => columns.map(name => entry[name])),
});

const wordsOf = ({promoted, changed, error}: LookedLibrary, {glyphs}: Frame): string => {
	if (error !== null) return error;
	const count = plural(promoted ?? 0, 'collection', 'collections', glyphs);
	return `${count} promoted${changed ? `, ${changed} changed since the last look` : ''}`;
};

const draw = ({libraries}: LookReport, frame: Frame): Row[] =>
	libraries.map(
		(library): Row => [
			{text: library.library, role: 'bold'},
			{text: `  ${wordsOf(library, frame)}`, ...(library.error !== null && {role: 'bad'})},
		],
	);

/** `tautop look`: notes what is promoted now. For a timer, where no dashboard is open: Plex forgets it. */
export const look: Command = {
	name: 'look',
	summary: 'note what is promoted now, and in which row; for a timer, every few minutes to hours',
	examples: {
		'tautop look': 'what changed since the last look',
		'tautop look --json': 'the same for a script',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: outputFlags,
	refuses: {days: 'A look is of now.'},
	needs: 'store',
	run: async context => {
		formatOf(context);
		return await withSources(context, async ({sources}, settings) => {
			const report = await sources.look(null, context.signal);
			printReport(context, settings, {
				json: {at: report.at, libraries: report.libraries.map(entryOf)},
				table: tableOf(report),
				draw: frame => draw(report, frame),
			});
			return report.libraries.some(({error}) => error !== null) ? 1 : 0;
		});
	},
};
