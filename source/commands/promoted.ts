import {formatWhen} from '../canvas/clock.ts';
import {cutRow, type Row} from '../canvas/row.ts';
import {wrapWords} from '../canvas/wrap.ts';
import {AppError} from '../domain/app-error.ts';
import {asTyped} from '../domain/command-flags.ts';
import type {StatedPromotion} from '../domain/rotation.ts';
import {shownTitle} from '../domain/text/text.ts';
import {dayStart} from '../domain/zone.ts';
import type {DataTable} from '../export/data-table.ts';
import type {Json} from '../export/json.ts';
import type {StateQuery} from '../questions/queries.ts';
import type {Command, Context, Flag} from './command.ts';
import {hasFlag, textFlag} from './line/flag-values.ts';
import {libraryFlag, outputFlags} from './line/flags.ts';
import {numericKey} from './line/numeric-key.ts';
import {reportShown} from './promoted-spans.ts';
import {type Frame, formatOf, printReport, type Report} from './run/report.ts';
import {withSources} from './run/with-sources.ts';
import {dateOf} from './views/dates.ts';

const flags: readonly Flag[] = [
	{name: 'since', type: 'string', value: 'DATE', summary: 'promoted from this day on: 2026-11-01'},
	{name: 'until', type: 'string', value: 'DATE', summary: 'to this day, and all of it', default: 'it still is'},
	{name: 'forget', type: 'boolean', summary: 'withdraw what was stated of it'},
	libraryFlag,
];

const usage = (message: string, hint: string): AppError => new AppError('usage', message, {hint});

/** The dates that were given, checked before anything is opened. */
type Dates = {readonly since: string; readonly until: string | null};

const datesOf = (context: Context): Dates | null => {
	const [name, since, until] = [context.args[0], textFlag(context, 'since'), textFlag(context, 'until')];
	const isForgetting = hasFlag(context, 'forget');
	if (name === undefined && (since !== undefined || until !== undefined || isForgetting)) {
		throw usage('Of which collection?', 'Write: tautop promoted NAME --since 2026-11-01');
	}
	if (isForgetting && (since !== undefined || until !== undefined)) {
		throw usage(
			'--forget and --since, --until exclude each other.',
			'All that was stated of a collection is withdrawn.',
		);
	}
	if (since === undefined && until !== undefined) {
		throw usage('Promoted since when?', `Write: tautop promoted "${name ?? ''}" --since 2026-11-01`);
	}
	if (since === undefined) return null;
	const from = dateOf('--since', since);
	const to = until === undefined ? null : dateOf('--until', until);
	if (to !== null && to < from)
		throw usage('--until must not be before --since.', `There is no day from ${from} to ${to}.`);
	return {since: from, until: to};
};

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Days of the server's calendar as times. */
const spanOf = ({since, until}: Dates, zone: string, now: number): NonNullable<StateQuery['span']> => {
	const from = dayStart(zone, dayOf(since));
	if (from > now) throw usage('--since must not be in the future.', 'State it when it has happened.');
	if (from < 0) throw usage('--since must be in this age.', 'Write it as 2026-11-01.');
	return {from, to: until === null ? null : dayStart(zone, dayOf(until) + 1)};
};

const entryOf = (one: StatedPromotion) => ({
	collection: one.title,
	plex_library: one.libraryName,
	rating_key: numericKey(one.ratingKey),
	since: Math.floor(one.from),
	until: one.to === null ? null : Math.floor(one.to),
	stated_at: Math.floor(one.statedAt),
});

const listJson = (stated: readonly StatedPromotion[]): Json => ({promoted: stated.map(entryOf)});

const columns = ['collection', 'plex_library', 'rating_key', 'since', 'until', 'stated_at'] as const;

const listTable = (stated: readonly StatedPromotion[]): DataTable => ({
	columns,
	rows: stated.map(entryOf).map(entry => columns.map(name => entry[name])),
});

/** This list has what people stated alone. */
const elsewhere = 'What was seen, or imported from homescreen-hero, is told for each collection: tautop promoted NAME';

const draw = (stated: readonly StatedPromotion[], {now, zone, width, glyphs, commandFlags}: Frame): Row[] => {
	const dim = (text: string): Row[] => wrapWords(text, width).map(line => [{text: line, role: 'dim'}]);
	const others = dim(asTyped(elsewhere, commandFlags));
	if (stated.length === 0) return [[{text: 'Nothing is stated by hand.'}], ...others];
	const when = (at: number): string => formatWhen(at, now, zone);
	return [
		...stated.map(({title, libraryName, from, to}) => {
			const until = to === null ? '' : ` until ${when(to)}`;
			const row: Row = [
				{text: `since ${when(from)}${until}  `},
				{text: shownTitle(title), role: 'bold'},
				{text: `  ${libraryName}`, role: 'dim'},
			];
			return cutRow(row, width, glyphs.cut);
		}),
		[],
		...dim('Stated, not seen: it counts only with --stated, and only where nothing else is known.'),
		...others,
	];
};

const reportStated = (stated: readonly StatedPromotion[]): Report => ({
	json: listJson(stated),
	table: listTable(stated),
	draw: frame => draw(stated, frame),
});

/** `tautop promoted`: when a collection was promoted, as far as that is known, and what somebody states of it by hand. */
export const promoted: Command = {
	name: 'promoted',
	summary: 'when a collection was promoted; state it by hand; without NAME list what you stated',
	examples: {
		'tautop promoted "Northern Light"': 'when it was promoted',
		'tautop promoted "Northern Light" --since 2026-11-01': 'state that it has been since',
		'tautop promoted': 'list what you stated by hand',
	},
	usage: '[NAME]',
	args: {min: 0, max: 1},
	completes: 'collection',
	flags: [...flags, ...outputFlags],
	needs: 'store',
	run: async context => {
		formatOf(context);
		const dates = datesOf(context);
		const [title] = context.args;
		const library = textFlag(context, 'library') ?? null;
		const {signal} = context;
		return await withSources(context, async ({sources}, settings) => {
			const zone = settings.timezone ?? context.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
			const span = dates && spanOf(dates, zone, context.now());
			const answer = async (): Promise<Report> => {
				if (title === undefined) return reportStated(await sources.stated(null, signal));
				if (span || hasFlag(context, 'forget'))
					return reportStated(await sources.state({title, library, span}, signal));
				return reportShown(title, await sources.shown({title, library}, signal));
			};
			printReport(context, settings, await answer());
			return 0;
		});
	},
};
