import path from 'node:path';
import {formatWhen} from '../canvas/clock.ts';
import {formatCount, plural} from '../canvas/format.ts';
import type {Glyphs} from '../canvas/glyphs.ts';
import type {Row} from '../canvas/row.ts';
import {wrapWords} from '../canvas/wrap.ts';
import {asTyped} from '../domain/command-flags.ts';
import type {ImportReport, ImportShare} from '../domain/importing.ts';
import type {DataTable} from '../export/data-table.ts';
import type {Json} from '../export/json.ts';
import type {Command, Flag} from './command.ts';
import {hasFlag} from './line/flag-values.ts';
import {outputFlags} from './line/flags.ts';
import {type Frame, formatOf, printReport} from './run/report.ts';
import {withSources} from './run/with-sources.ts';

const dryRunFlag: Flag = {name: 'dry-run', type: 'boolean', summary: 'show what would be taken; nothing is stored'};

const kinds = ['snapshots', 'rotations', 'pins'] as const;

const shareJson = ({found, taken, known, refused}: ImportShare) => ({
	found,
	taken,
	known,
	refused: refused.map(({reason, rows}) => ({reason, rows})),
});

const reportJson = (report: ImportReport): Json => ({
	file: report.file,
	dry_run: report.dryRun,
	names: report.names,
	snapshots: shareJson(report.snapshots),
	rotations: {
		...shareJson(report.rotations),
		failed: report.rotations.failed,
		unsure: report.rotations.unsure,
		from: report.rotated && Math.floor(report.rotated.from),
		to: report.rotated && Math.floor(report.rotated.to),
	},
	pins: shareJson(report.pins),
	passed_over: report.passedOver.map(({table, rows, reason}) => ({table, rows, reason})),
});

const refusedRows = ({refused}: ImportShare): number => refused.reduce((sum, {rows}) => sum + rows, 0);

const reportTable = (report: ImportReport): DataTable => ({
	columns: ['what', 'found', 'taken', 'known', 'refused'],
	rows: kinds.map(kind => {
		const {found, taken, known} = report[kind];
		return [kind, found, taken, known, refusedRows(report[kind])];
	}),
});

type Line = {
	readonly text: string;
	readonly role?: 'bold' | 'dim';
	/** Of the line above it. */
	readonly isDetail?: true;
};

const shareLines = (kind: string, share: ImportShare, {dryRun}: ImportReport, glyphs: Glyphs): Line[] => {
	const count = (value: number): string => formatCount(value, glyphs);
	const taken = `${count(share.taken)} of ${count(share.found)} ${dryRun ? 'would be taken' : 'taken'}`;
	const known = share.known > 0 ? `, ${count(share.known)} known before` : '';
	return [
		{text: `${kind}: ${taken}${known}`, role: 'bold'},
		...share.refused.map(
			({reason, rows}): Line => ({text: `not taken: ${count(rows)} with ${reason}`, role: 'bold', isDetail: true}),
		),
	];
};

const detail = (text: string): Line => ({text, isDetail: true});

const rotationLines = ({rotations, rotated}: ImportReport, {glyphs, now, zone}: Frame): Line[] => {
	const {failed, unsure} = rotations;
	const when = (at: number): string => formatWhen(at, now, zone);
	return [
		...(rotated ? [detail(`from ${when(rotated.from)} to ${when(rotated.to)}`)] : []),
		...(failed > 0 ? [detail(`${formatCount(failed, glyphs)} failed: the one before stayed`)] : []),
		...(unsure > 0
			? [detail(`${formatCount(unsure, glyphs)} may be dry runs: until the next one nothing is known`)]
			: []),
	];
};

const passedLines = ({passedOver}: ImportReport, glyphs: Glyphs): Line[] =>
	passedOver.map(({table, rows, reason}) => ({
		text: `Not taken: ${plural(rows, 'row', 'rows', glyphs)} of ${table}, ${reason}`,
		role: 'dim',
	}));

/** What can be done with what was taken; the list of what is stated by hand has nothing of it. */
const seeLines = ({rotations, pins, dryRun}: ImportReport, {commandFlags}: Frame): Line[] => {
	if (dryRun) return [{text: 'Nothing was stored. To take it: the same without --dry-run', role: 'dim'}];
	if (rotations.found + pins.found === 0) return [];
	const text = 'tautop promoted NAME says when a collection was promoted, tautop lift whether that helped.';
	return [{text: asTyped(text, commandFlags), role: 'dim'}];
};

/** What is told in detail is indented, and goes on under itself. */
const lineRows = ({text, role, isDetail}: Line, width: number): readonly Row[] => {
	const indent = isDetail ? '  ' : '';
	return wrapWords(text, width - indent.length).map(part => [{text: `${indent}${part}`, ...(role && {role})}]);
};

const draw = (report: ImportReport, frame: Frame): Row[] => {
	const {glyphs, width} = frame;
	const lines = [
		...shareLines('Rotations', report.rotations, report, glyphs),
		...rotationLines(report, frame),
		...shareLines('Snapshots', report.snapshots, report, glyphs),
		...shareLines('Pins', report.pins, report, glyphs),
		...passedLines(report, glyphs),
		...seeLines(report, frame),
	];
	return lines.flatMap(line => lineRows(line, width));
};

/** `tautop import FILE`: rotations, snapshots and pins of homescreen-hero. */
export const importFile: Command = {
	name: 'import',
	summary: 'take over rotations, snapshots and pins of a homescreen-hero database',
	examples: {
		'tautop import homescreen-hero.db --dry-run': 'show what would be taken',
		'tautop import homescreen-hero.db': 'take it',
	},
	usage: 'FILE',
	args: {min: 1, max: 1},
	completes: 'file',
	flags: [dryRunFlag, ...outputFlags],
	refuses: {days: 'A database is imported as a whole.'},
	needs: 'store',
	run: async context => {
		formatOf(context);
		const request = {file: path.resolve(context.args[0] ?? ''), dryRun: hasFlag(context, 'dry-run')};
		return await withSources(context, async ({sources}, settings) => {
			const report = await sources.importFile(request, context.signal);
			printReport(context, settings, {
				json: reportJson(report),
				table: reportTable(report),
				draw: frame => draw(report, frame),
			});
			return 0;
		});
	},
};
