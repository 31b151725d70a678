import {formatCount, plural} from '../canvas/format.ts';
import {type Glyphs, glyphsFor} from '../canvas/glyphs.ts';
import type {Row} from '../canvas/row.ts';
import {errorSummary} from '../collect/summary.ts';
import {AppError} from '../domain/app-error.ts';
import type {CollectRequest, RunSummary} from '../domain/run.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import {type Json, toJson} from '../export/json.ts';
import {progressLine} from './collect-progress.ts';
import type {Command, Context, ExitCode, Flag} from './command.ts';
import {hasFlag, numberFlag, textFlag, typedFlags} from './line/flag-values.ts';
import {libraryFlag, outputFlags} from './line/flags.ts';
import {numericKey} from './line/numeric-key.ts';
import {describeError} from './run/describe-error.ts';
import {exitCodeOf} from './run/exit-codes.ts';
import {type Frame, formatOf, printReport} from './run/report.ts';
import {withSources} from './run/with-sources.ts';

const collectFlags: readonly Flag[] = [
	{name: 'promoted', type: 'boolean', summary: 'only collections promoted to Home, friends’ Home or Recommended'},
	{name: 'all', type: 'boolean', summary: 'all collections, whatever collect.scope says'},
	libraryFlag,
	{name: 'rotation-id', type: 'number', value: 'N', min: 0, summary: 'the rotation to note in the snapshots'},
];

/** What the arguments ask for; what excludes each other is a usage error. */
const checkScope = (context: Context): void => {
	const scopes = [hasFlag(context, 'promoted'), hasFlag(context, 'all'), context.args.length > 0];
	if (scopes.filter(Boolean).length < 2) return;
	throw new AppError('usage', 'Give names, or --promoted, or --all: one of them.', {
		hint: 'Without any, collect.scope of the configuration rules.',
	});
};

const requestOf = (context: Context, settings: DashboardSettings): CollectRequest => ({
	scope: hasFlag(context, 'promoted') ? 'promoted' : hasFlag(context, 'all') ? 'all' : settings.scope,
	names: context.args,
	library: textFlag(context, 'library'),
	rotationId: numberFlag(context, 'rotation-id'),
});

/** What only the mirror knows comes last; null where Tautulli counted. */
const summaryJson = ({status, reason, collected, failed, totalCollections, ...known}: RunSummary): Json => ({
	status,
	...(reason === null ? {} : {reason}),
	collected: collected.map(item => ({
		collection: item.collection,
		plex_library: item.libraryName,
		plays: item.plays,
		rating_key: numericKey(item.ratingKey),
	})),
	failed: failed.map(item => ({
		collection: item.collection,
		plex_library: item.libraryName,
		rating_key: numericKey(item.ratingKey),
		reason: item.reason,
	})),
	total_collections: totalCollections,
	distinct_plays: known.distinctPlays ?? null,
	matched_by_guid: known.matches?.byGuid ?? null,
	reused_keys: known.matches?.reusedKeys ?? null,
	adopted_plays: known.adoptedPlays ?? null,
	rekeyed_plays: known.lostKeys?.rekeyed ?? null,
	orphan_plays: known.lostKeys?.orphans ?? null,
});

const summaryTable = ({collected, failed}: RunSummary) => ({
	columns: ['result', 'collection', 'plex_library', 'rating_key', 'plays', 'reason'],
	rows: [
		...collected.map(item => [
			'collected',
			item.collection,
			item.libraryName,
			numericKey(item.ratingKey),
			item.plays,
			null,
		]),
		...failed.map(item => ['failed', item.collection, item.libraryName, numericKey(item.ratingKey), null, item.reason]),
	],
});

/** The sum over collections, and the plays behind it, each counted once. */
const playsRows = ({collected, distinctPlays, adoptedPlays}: RunSummary, glyphs: Glyphs): Row[] => {
	if (collected.length === 0 || distinctPlays === null || distinctPlays === undefined) return [];
	const sum = collected.reduce((plays, item) => plays + item.plays, 0);
	const distinct = `${formatCount(distinctPlays, glyphs)} distinct`;
	const adopted = adoptedPlays ? ` Beside them ${plural(adoptedPlays, 'adopted play', 'adopted plays', glyphs)}.` : '';
	return [[{text: `${plural(sum, 'play', 'plays', glyphs)} in all, ${distinct}.${adopted}`}]];
};

const matchRows = ({matches, lostKeys}: RunSummary, glyphs: Glyphs): Row[] => {
	const said = (count: number, sentence: string): Row[] =>
		count > 0 ? [[{text: `${plural(count, 'play', 'plays', glyphs)} of all time ${sentence}`, role: 'dim'}]] : [];
	return [
		...said(matches?.byGuid ?? 0, 'counted by guid: the title has another key now.'),
		...said(matches?.reusedKeys ?? 0, 'left out: their key is another title’s now.'),
		...said(lostKeys?.orphans ?? 0, 'are of titles that Plex no longer has.'),
	];
};

const draw = (summary: RunSummary, {glyphs}: Frame): Row[] => {
	const {status, reason, collected, failed, totalCollections} = summary;
	if (status === 'skipped') return [[{text: `Skipped. ${reason ?? ''}`}]];
	if (status === 'error') return [];
	const whole = plural(totalCollections, 'collection', 'collections', glyphs);
	return [
		[{text: `Collected ${collected.length} of ${whole}.`, role: 'bold'}],
		...playsRows(summary, glyphs),
		...matchRows(summary, glyphs),
		...failed.map((item): Row => {
			const where = item.libraryName === null ? '' : ` (${item.libraryName})`;
			return [{text: `${glyphs.bad} `, role: 'bad'}, {text: `${item.collection}${where}: ${item.reason}`}];
		}),
	];
};

const run = async (context: Context): Promise<{summary: RunSummary; settings: DashboardSettings}> =>
	await withSources(context, async ({sources, listen}, settings) => {
		const line = progressLine(context.stderr, glyphsFor(context.ascii).cut);
		const unlisten = listen(event => {
			if (event.type === 'progress') line.show(event.progress);
		});
		try {
			return {summary: await sources.collect(requestOf(context, settings), context.signal), settings};
		} finally {
			unlisten();
			line.end();
		}
	});

/** JSON is written also when the run could not begin: whoever reads it finds the reason there. */
const sayWhyNot = (context: Context, error: unknown): void => {
	if (!(error instanceof AppError) || formatOf(context) !== 'json') return;
	context.stdout.write(toJson(summaryJson(errorSummary(error))));
};

const finish = (context: Context, {status, error, reason, warnings}: RunSummary): ExitCode => {
	const color = context.color && context.stderr.isTTY;
	for (const warning of warnings) context.stderr.write(`tautop: ${warning}\n`);
	if (status === 'partial') return 1;
	if (status !== 'error') return 0;
	const trouble = error === null ? new AppError('store', reason ?? 'Nothing was stored.') : AppError.fromJSON(error);
	context.stderr.write(describeError(trouble, {color, flags: typedFlags(context)}));
	return exitCodeOf(trouble, context.interruptedBy());
};

/** `tautop collect`: takes a snapshot of the collections. Progress on stderr, the summary on stdout. */
export const collect: Command = {
	name: 'collect',
	summary: 'take a snapshot of the collections now',
	examples: {
		'tautop collect': 'all that collect.scope of the configuration says',
		'tautop collect "Northern Light" --library "TV Shows"': 'one collection of one library',
		'tautop collect --promoted --plain': 'what is promoted now, from a timer',
	},
	usage: '[NAME...]',
	args: {min: 0, max: Number.POSITIVE_INFINITY},
	completes: 'collection',
	flags: [...collectFlags, ...outputFlags],
	refuses: {
		days: 'A snapshot holds all windows; its own is collect.query_days of the configuration.',
		watch: 'tautop watch collects again and again, by collect.schedule of the configuration.',
	},
	needs: 'store',
	run: async context => {
		formatOf(context);
		checkScope(context);
		const {summary, settings} = await run(context).catch((error: unknown) => {
			sayWhyNot(context, error);
			throw error;
		});
		printReport(context, settings, {
			json: summaryJson(summary),
			table: summaryTable(summary),
			draw: frame => draw(summary, frame),
		});
		return finish(context, summary);
	},
};
