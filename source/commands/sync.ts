import {formatCount, plural} from '../canvas/format.ts';
import {glyphsFor} from '../canvas/glyphs.ts';
import type {Row} from '../canvas/row.ts';
import type {SyncSummary} from '../domain/plays/mirror.ts';
import type {Json} from '../export/json.ts';
import {progressLine} from './collect-progress.ts';
import type {Command, Flag} from './command.ts';
import {hasFlag} from './line/flag-values.ts';
import {outputFlags} from './line/flags.ts';
import {type Frame, formatOf, printReport} from './run/report.ts';
import {withSources} from './run/with-sources.ts';

const fullFlag: Flag = {name: 'full', type: 'boolean', summary: 'read all of the history again and compare'};

const summaryJson = ({kind, plays, added, changed, removed, requests, serverMs, totalMs}: SyncSummary): Json => ({
	kind,
	plays,
	added,
	changed,
	removed,
	requests,
	server_ms: Math.round(serverMs),
	total_ms: Math.round(totalMs),
});

const words: Readonly<Record<SyncSummary['kind'], string>> = {
	same: 'The local copy is up to date.',
	delta: 'The local copy was brought up to date.',
	part: 'The local copy holds the newest plays.',
	filled: 'The local copy holds the whole history now.',
	compared: 'The local copy was compared with the whole history.',
};

const draw = ({kind, plays, added, changed, removed}: SyncSummary, {glyphs}: Frame): Row[] => [
	[{text: `${words[kind]} ${plural(plays, 'play', 'plays', glyphs)}.`, role: 'bold'}],
	...(added + changed + removed === 0
		? []
		: [
				[
					{
						text: `${formatCount(added, glyphs)} added, ${formatCount(changed, glyphs)} changed, ${formatCount(removed, glyphs)} removed.`,
					},
				],
			]),
];

/** `tautop sync`: brings the mirror up to date. Progress on stderr, what came of it on stdout. */
export const sync: Command = {
	name: 'sync',
	summary: 'bring the local copy of the history up to date',
	examples: {
		'tautop sync': 'what is new',
		'tautop sync --full': 'read everything again and compare',
	},
	usage: '',
	args: {min: 0, max: 0},
	flags: [fullFlag, ...outputFlags],
	refuses: {days: 'The local copy holds all of the history.'},
	needs: 'store',
	run: async context => {
		formatOf(context);
		return await withSources(context, async ({sources, listen}, settings) => {
			const line = progressLine(context.stderr, glyphsFor(context.ascii).cut);
			const unlisten = listen(event => {
				if (event.type === 'syncing' && event.progress) line.show(event.progress);
			});
			const summary = await sources.sync({full: hasFlag(context, 'full')}, context.signal).finally(() => {
				unlisten();
				line.end();
			});
			for (const warning of summary.warnings) context.stderr.write(`tautop: ${warning}\n`);
			const json = summaryJson(summary);
			const values = Object.entries(json ?? {});
			printReport(context, settings, {
				json,
				table: {columns: ['name', 'value'], rows: values.map(([name, value]) => [name, value])},
				draw: frame => draw(summary, frame),
			});
			return 0;
		});
	},
};
