import {formatWhen} from '../canvas/clock.ts';
import {formatCount, plural} from '../canvas/format.ts';
import {glyphsFor} from '../canvas/glyphs.ts';
import type {Row} from '../canvas/row.ts';
import {AppError} from '../domain/app-error.ts';
import {asTyped} from '../domain/command-flags.ts';
import type {AdoptReport, AsideHistory} from '../domain/plays/adoption.ts';
import type {DataTable} from '../export/data-table.ts';
import type {Json} from '../export/json.ts';
import {progressLine} from './collect-progress.ts';
import type {Command, Context, Flag} from './command.ts';
import {hasFlag} from './line/flag-values.ts';
import {outputFlags} from './line/flags.ts';
import {type Frame, formatOf, printReport} from './run/report.ts';
import {withSources} from './run/with-sources.ts';

const yesFlag: Flag = {name: 'yes', type: 'boolean', summary: 'carry over; without it nothing is changed'};

const historyId = ({args: [id]}: Context): number | undefined => {
	if (id === undefined) return undefined;
	if (/^\d{1,9}$/.test(id)) return Number(id);
	throw new AppError('usage', 'ID must be the number of a history.', {hint: 'tautop adopt shows the numbers.'});
};

const entryOf = (history: AsideHistory) => ({
	id: history.id,
	set_aside_at: Math.floor(history.setAsideAt),
	reason: history.reason,
	plays: history.plays,
	matching: history.matching,
	overlapping: history.overlapping,
	adopted: history.adopted,
	adding: history.adding,
	carried_over: history.carriedOver,
});

const reportJson = ({current, lostKeys, histories}: AdoptReport): Json => ({
	current: current && {
		plays: current.plays,
		complete: current.complete,
		rekeyed: lostKeys?.rekeyed ?? null,
		orphans: lostKeys?.orphans ?? null,
	},
	histories: histories.map(entryOf),
});

const columns = [
	'id',
	'set_aside_at',
	'reason',
	'plays',
	'matching',
	'overlapping',
	'adopted',
	'adding',
	'carried_over',
] as const;

const reportTable = ({histories}: AdoptReport): DataTable => ({
	columns,
	rows: histories.map(entryOf).map(entry => columns.map(name => entry[name])),
});

const currentRows = ({current, lostKeys}: AdoptReport, {glyphs, commandFlags}: Frame): Row[] => {
	const typed = (text: string): string => asTyped(text, commandFlags);
	if (!current) return [[{text: typed('No current history has been read yet: tautop sync'), role: 'bold'}]];
	const plays = plural(current.plays, 'play', 'plays', glyphs);
	const state = current.complete ? '' : typed(', not complete yet: tautop sync');
	const lost = lostKeys
		? [
				`title under another key in Plex now: ${formatCount(lostKeys.rekeyed, glyphs)}`,
				`title that Plex no longer knows: ${formatCount(lostKeys.orphans, glyphs)}`,
			]
		: ['without Plex, only titles that were played are known'];
	return [
		[{text: 'Current history', role: 'bold'}, {text: `  ${plays}${state}`}],
		...lost.map((text): Row => [{text: `  ${text}`, role: 'dim'}]),
	];
};

const historyRows = (history: AsideHistory, {glyphs, now, zone}: Frame): Row[] => {
	const {id, setAsideAt, reason, plays, matching, overlapping, adopted, adding, carriedOver} = history;
	const facts: Array<[string, number]> = [
		['of a title that is known now', matching],
		['of these, Tautulli has itself', overlapping],
		['of these, carried over before', adopted],
		carriedOver === null ? ['carrying over adds', adding] : ['carried over now', carriedOver],
	];
	return [
		[],
		[
			{text: `History ${id}`, role: 'bold'},
			{text: `  ${plural(plays, 'play', 'plays', glyphs)}, set aside ${formatWhen(setAsideAt, now, zone)}`},
		],
		[{text: `  ${reason}`}],
		...facts.map(([what, count]): Row => [{text: `  ${what}: ${formatCount(count, glyphs)}`}]),
	];
};

const footRows = ({histories}: AdoptReport, {commandFlags}: Frame): Row[] => {
	if (histories.some(({carriedOver}) => carriedOver !== null)) {
		return [[], [{text: 'They count as adopted plays, beside Tautulli’s numbers.', role: 'dim'}]];
	}
	const adds = histories.some(({adding}) => adding > 0);
	return adds ? [[], [{text: asTyped('To carry them over: tautop adopt --yes', commandFlags), role: 'dim'}]] : [];
};

const draw = (report: AdoptReport, frame: Frame): Row[] => [
	...currentRows(report, frame),
	...(report.histories.length === 0 ? [[], [{text: 'No history was set aside.'}]] : []),
	...report.histories.flatMap(history => historyRows(history, frame)),
	...footRows(report, frame),
];

/** `tautop adopt`: histories of another server or an older database, and what of them fits the current one. */
export const adopt: Command = {
	name: 'adopt',
	summary: 'histories that were set aside; with --yes carry their plays over',
	examples: {
		'tautop adopt': 'show the histories; nothing is changed',
		'tautop adopt 1 --yes': 'carry over the plays of the first one',
	},
	usage: '[ID]',
	args: {min: 0, max: 1},
	flags: [yesFlag, ...outputFlags],
	refuses: {days: 'A history is carried over as a whole.'},
	needs: 'store',
	run: async context => {
		formatOf(context);
		const request = {historyId: historyId(context), carryOver: hasFlag(context, 'yes')};
		return await withSources(context, async ({sources, listen}, settings) => {
			const line = progressLine(context.stderr, glyphsFor(context.ascii).cut);
			const unlisten = listen(event => {
				if (event.type === 'progress') line.show(event.progress);
			});
			const report = await sources.adopt(request, context.signal).finally(() => {
				unlisten();
				line.end();
			});
			printReport(context, settings, {
				json: reportJson(report),
				table: reportTable(report),
				draw: frame => draw(report, frame),
			});
			return 0;
		});
	},
};
