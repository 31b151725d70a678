import type {Zone} from '../../canvas/clock.ts';
import {type Glyphs, glyphsFor} from '../../canvas/glyphs.ts';
import {paintRow} from '../../canvas/paint.ts';
import type {Row} from '../../canvas/row.ts';
import {AppError} from '../../domain/app-error.ts';
import type {DashboardSettings} from '../../domain/settings.ts';
import {toCsv} from '../../export/csv.ts';
import type {DataTable} from '../../export/data-table.ts';
import type {Document} from '../../export/document.ts';
import {toHtml} from '../../export/html.ts';
import {type Json, toJson} from '../../export/json.ts';
import {toMarkdown} from '../../export/markdown.ts';
import {toPlain} from '../../export/plain.ts';
import type {Context} from '../command.ts';
import {hasFlag, typedFlags} from '../line/flag-values.ts';
import {widest} from './widest.ts';

/** What there is to draw on. */
export type Frame = {
	readonly width: number;
	readonly glyphs: Glyphs;
	/** Unix seconds. */
	readonly now: number;
	/** The zone to show times in. */
	readonly zone: Zone;
	/** How the zone of graphs is called: its name, or "server time" where it is not known. */
	readonly zoneName: string;
	/** What a command is typed with to be about the same server: `asTyped`. */
	readonly commandFlags: string;
};

/** One answer in its forms: for programs, for line tools, for people, and to be read elsewhere. */
export type Report = {
	readonly json: Json;
	readonly table: DataTable;
	readonly draw: (frame: Frame) => readonly Row[];
	/** Sentences for a screen reader; absent: it gets the table. */
	readonly says?: () => readonly string[];
	/** As a page; absent: its flags are not there either. */
	readonly document?: () => Document;
};

/** How to print. Text is for a terminal; a pipe gets plain unless asked otherwise. */
export type Format = 'json' | 'csv' | 'plain' | 'markdown' | 'html' | 'text';

/** The format that the flags ask for; two at once are a usage error. Screen readers get lines instead of charts. */
export const formatOf = (context: Context): Format => {
	const asked = (['json', 'csv', 'plain', 'markdown', 'html'] as const).filter(name => hasFlag(context, name));
	if (asked.length > 1) {
		throw new AppError('usage', 'Only one of --json, --csv, --plain, --markdown and --html at a time.');
	}
	const drawn = context.stdout.isTTY && !hasFlag(context, 'reader');
	return asked[0] ?? (drawn ? 'text' : 'plain');
};

/** What the configuration says of how to print. */
export type PrintSettings = Pick<DashboardSettings, 'ascii' | 'timezone'>;

/** What there is to draw on, in so many cells. */
export const frameOf = (context: Context, settings: PrintSettings, columns = context.stdout.columns): Frame => ({
	width: Math.max(20, Math.min(widest, columns)),
	glyphs: glyphsFor(context.ascii || settings.ascii),
	now: context.now(),
	zone: settings.timezone ?? context.timeZone,
	zoneName: settings.timezone ?? 'server time',
	commandFlags: typedFlags(context),
});

/** Our own sentences have curly quotes, which a terminal of plain ASCII cannot show. */
const straightQuotes = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

/** Rows as lines for a terminal. */
export const linesOf = (
	rows: readonly Row[],
	{color}: Pick<Context, 'color'>,
	{ascii}: Pick<Glyphs, 'ascii'>,
): string[] => rows.map(row => paintRow(row, color)).map(line => (ascii ? straightQuotes(line) : line));

const toText = (context: Context, settings: PrintSettings, report: Report): string => {
	const frame = frameOf(context, settings);
	return linesOf(report.draw(frame), context, frame.glyphs)
		.map(line => `${line}\n`)
		.join('');
};

/** What a screen reader is told in the place of a table; null: it was asked for in another form, or has no sentences. */
export const sentencesOf = (context: Context, report: Report): string | null => {
	const isSpoken = hasFlag(context, 'reader') && formatOf(context) === 'plain' && !hasFlag(context, 'plain');
	return isSpoken && report.says ? `${report.says().join('\n')}\n` : null;
};

/** Prints an answer on stdout in the format asked for, in one write. */
export const printReport = (context: Context, settings: PrintSettings, report: Report): void => {
	const page = (): Document => report.document?.() ?? {title: '', paragraphs: [], tables: []};
	const print: Record<Format, () => string> = {
		json: () => toJson(report.json),
		csv: () => toCsv(report.table),
		plain: () => toPlain(report.table),
		markdown: () => toMarkdown(page()),
		html: () => toHtml(page()),
		text: () => toText(context, settings, report),
	};
	context.stdout.write(sentencesOf(context, report) ?? print[formatOf(context)]());
};
