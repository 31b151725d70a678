import {AppError} from '../../domain/app-error.ts';
import type {DashboardSettings} from '../../domain/settings.ts';
import {didYouMean} from '../../domain/text/nearest.ts';
import type {OpenSources} from '../../questions/sources.ts';
import {now} from '../../views/now/index.ts';
import {activityOf, isWanted} from '../../views/now/narrowed.ts';
import {askAgain} from '../again/ask-again.ts';
import {everyOf, isWatching} from '../again/flags.ts';
import type {Context, ExitCode} from '../command.ts';
import {textFlag} from '../line/flag-values.ts';
import {documentFlags, outputFlags} from '../line/flags.ts';
import {formatOf} from '../run/report.ts';
import {withSources} from '../run/with-sources.ts';
import {viewQuery, windowFlags} from '../views/view-query.ts';
import {defaultFormat, lineFields, lineOf, unknown, unknownField} from './format.ts';

const checkFormat = (format: string): void => {
	const field = unknownField(format);
	if (field === null) return;
	const names = Object.keys(lineFields);
	throw new AppError('usage', `There is no field {${field}}.`, {
		hint:
			didYouMean(field, names, name => `{${name}}`) ||
			`There are ${names.map(name => `{${name}}`).join(' ')}; {{ is a brace.`,
	});
};

/** What else says how to print, or is not about now. */
const others = [...[...outputFlags, ...documentFlags].map(({name}) => name), 'at'];

const checkAlone = (context: Context): void => {
	const other = others.find(name => context.flags[name] !== undefined);
	if (other !== undefined) throw new AppError('usage', `--line and --${other} exclude each other.`);
	formatOf(context);
};

/** What the answer of this moment is as a line. */
const askLine = async (
	context: Context,
	{sources}: OpenSources,
	{uploadMbps, server, ascii, timezone}: DashboardSettings,
): Promise<string> => {
	const zone = timezone ?? context.timeZone ?? 'UTC';
	const {where} = await viewQuery(context, now, windowFlags(context, now), sources, zone);
	const all = await sources.activity(null, context.signal);
	const activity =
		Object.keys(where).length === 0 ? all : activityOf(all.sessions.filter(session => isWanted(session, where)));
	const format = textFlag(context, 'format') ?? defaultFormat(context.ascii || ascii);
	return lineOf({format, idle: textFlag(context, 'idle') ?? null}, {activity, uploadMbps, server});
};

/** A bar that reads on gets a line when it changes. */
const printLines = async (context: Context, print: (line: string) => void): Promise<ExitCode> => {
	let last: string | null = null;
	const change = (line: string): void => {
		if (line !== last) print(line);
		last = line;
	};
	await askAgain(context, {
		every: everyOf(context),
		round: async (open, settings) => change(await askLine(context, open, settings)),
		failed: () => change(unknown),
		until: context.stdout.gone ?? context.signal,
	});
	return 0;
};

/** The next one is quicker where an engine answers. */
const remember = async (
	{keepPass}: Context,
	{engine}: OpenSources,
	{uploadMbps, server, ascii}: DashboardSettings,
): Promise<void> => {
	if (engine) await keepPass?.({...engine.pass, uploadMbps, server, ascii});
};

/** `tautop now --line`. What is not known is a question mark, and the exit code says why. */
export const printLine = async (context: Context): Promise<ExitCode> => {
	checkAlone(context);
	checkFormat(textFlag(context, 'format') ?? '');
	const print = (line: string): void => context.stdout.write(`${line}\n`);
	try {
		if (isWatching(context)) return await printLines(context, print);
		return await withSources(context, async (open, settings) => {
			print(await askLine(context, open, settings));
			await remember(context, open, settings);
			return 0;
		});
	} catch (error) {
		if (!(error instanceof AppError) || error.code !== 'usage') print(unknown);
		throw error;
	}
};
