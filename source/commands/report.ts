import {AppError} from '../domain/app-error.ts';
import type {DashboardSettings} from '../domain/settings.ts';
import type {Zone} from '../draw/clock.ts';
import {type Glyphs, glyphsFor} from '../draw/glyphs.ts';
import {paintRow} from '../draw/paint.ts';
import type {Row} from '../draw/row.ts';
import {toCsv} from '../export/csv.ts';
import type {DataTable} from '../export/data-table.ts';
import {type Json, toJson} from '../export/json.ts';
import {toPlain} from '../export/plain.ts';
import type {Context} from './command.ts';
import {hasFlag} from './flags.ts';

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
};

/** One answer in its three forms: for programs, for line tools, for people. */
export type Report = {
	readonly json: Json;
	readonly table: DataTable;
	readonly draw: (frame: Frame) => readonly Row[];
};

/** How to print. Text is for a terminal; a pipe gets plain unless asked otherwise. */
export type Format = 'json' | 'csv' | 'plain' | 'text';

/** Lines longer than this are tiring to read, however wide the terminal is. */
const widest = 120;

/** The format that the flags ask for; two at once are a usage error. */
export const formatOf = (context: Context): Format => {
	const asked = (['json', 'csv', 'plain'] as const).filter(name => hasFlag(context, name));
	if (asked.length > 1) {
		throw new AppError('usage', `Only one of --json, --csv and --plain at a time.`);
	}
	return asked[0] ?? (context.stdout.isTTY ? 'text' : 'plain');
};

const frameOf = (context: Context, settings: DashboardSettings | null): Frame => ({
	width: Math.max(20, Math.min(widest, context.stdout.columns)),
	glyphs: glyphsFor(context.ascii),
	now: context.now(),
	zone: settings?.timezone ?? context.timeZone,
	zoneName: settings?.timezone ?? 'server time',
});

/** Our own sentences have curly quotes, which a terminal of plain ASCII cannot show. */
const straightQuotes = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

/** Prints an answer on stdout in the format asked for, in one write. */
export const printReport = (context: Context, settings: DashboardSettings | null, report: Report): void => {
	const format = formatOf(context);
	if (format === 'json') context.stdout.write(toJson(report.json));
	else if (format === 'csv') context.stdout.write(toCsv(report.table));
	else if (format === 'plain') context.stdout.write(toPlain(report.table));
	else {
		const text = report
			.draw(frameOf(context, settings))
			.map(row => `${paintRow(row, context.color)}\n`)
			.join('');
		context.stdout.write(context.ascii ? straightQuotes(text) : text);
	}
};
