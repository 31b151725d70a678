import {formatDay} from '../../canvas/clock.ts';
import {glyphsFor} from '../../canvas/glyphs.ts';
import {type Row, spreadRow} from '../../canvas/row.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {Activity} from '../../domain/session.ts';
import type {DashboardSettings} from '../../domain/settings.ts';
import type {Document} from '../../export/document.ts';
import type {Json} from '../../export/json.ts';
import type {OpenSources, Sources} from '../../questions/sources.ts';
import {firstOwn, type Own} from '../../views/plan/own.ts';
import type {ViewQuery} from '../../views/plan/query.ts';
import type {Canvas, Scene} from '../../views/plan/scene.ts';
import type {Telling, View} from '../../views/plan/view.ts';
import {chipsOf} from '../../views/plan/words.ts';
import type {Context} from '../command.ts';
import {hasFlag, textFlag} from '../line/flag-values.ts';
import type {Frame, Report} from '../run/report.ts';
import {switchesOf} from './switch-flags.ts';
import {viewQuery, type WindowFlags, windowFlags} from './view-query.ts';

const ownOf = (context: Context, view: View): Own => ({
	...firstOwn,
	switches: switchesOf(context, view),
	sort: textFlag(context, 'sort') ?? null,
	reverse: hasFlag(context, 'reverse'),
	filter: textFlag(context, 'filter') ?? '',
});

/** Who is watching stands beside the numbers; where it is not known, they stand alone, and stderr says why. */
const runningOf = async (view: View, context: Context, sources: Sources): Promise<Activity | null> => {
	if (!view.running) return null;
	try {
		return await sources.activity(null, context.signal);
	} catch (error) {
		if (isCancelled(error) || !(error instanceof AppError)) throw error;
		context.stderr.write(`tautop: What runs now is not counted: ${error.message}\n`);
		return null;
	}
};

const runningJson = (live: Activity | null): Json =>
	live && {
		streams: live.streamCount,
		direct_play: live.directPlayCount,
		direct_stream: live.directStreamCount,
		transcode: live.transcodeCount,
	};

const unknownServers = {name: '', tautulli: {state: 'unknown'}, plex: {state: 'unknown'}} as const;

const sceneOf = (
	context: Context,
	settings: DashboardSettings,
	query: ViewQuery,
	own: Own,
	live: Activity | null,
): Scene => ({
	query,
	own,
	now: context.now(),
	zone: settings.timezone ?? context.timeZone,
	graphZone: settings.timezone,
	names: 'full',
	glyphs: glyphsFor(context.ascii || settings.ascii),
	live,
	servers: unknownServers,
	commandFlags: settings.commandFlags,
	standing: {
		warnings: 0,
		unverifiedTls: false,
		clock: null,
		work: [],
		uploadMbps: settings.uploadMbps,
		connectKey: null,
	},
});

/** What the mirror does not know yet. */
const coverageWords = ({coverage}: Telling, {zone}: Scene): readonly string[] => {
	if (!coverage) return [];
	return [
		coverage.zoneProven ? '' : `Whether ${coverage.zone} is Tautulli's time zone could not be checked yet.`,
		coverage.knownFrom === null
			? ''
			: `Known from ${formatDay(coverage.knownFrom, zone)} on; the rest is still being read.`,
	].filter(Boolean);
};

/** What is told of, and what it is narrowed to. */
const titleOf = (view: View, {query}: Scene): string =>
	`${query.subject?.name ?? view.title}${chipsOf(query.where)
		.map(chip => ` (${chip})`)
		.join('')}`;

const documentOf = (view: View, told: Telling, scene: Scene): Document => {
	const {title = titleOf(view, scene), paragraphs, tables} = told.page(scene);
	return {title, paragraphs: [...paragraphs, ...coverageWords(told, scene)], tables};
};

const drawReport = (view: View, told: Telling, scene: Scene, frame: Frame): readonly Row[] => {
	const canvas: Canvas = {
		...scene,
		glyphs: frame.glyphs,
		width: frame.width,
		height: Number.POSITIVE_INFINITY,
		form: 'report',
		focused: false,
	};
	const {rows, note} = told.draw(canvas);
	const coverage = coverageWords(told, scene).map((text): Row => [{text, role: 'dim'}]);
	const head = spreadRow(
		[{text: titleOf(view, scene), role: 'title'}],
		[{text: note, role: 'dim'}],
		frame.width,
		frame.glyphs.cut,
	);
	return [head, [], ...rows, ...coverage];
};

/** A time of the clock and a day that is named need the server's zone. Where nobody has looked for it yet, the first plays tell it. */
const withZone = async (
	given: DashboardSettings,
	{zoned}: WindowFlags,
	sources: Sources,
	signal: AbortSignal,
): Promise<DashboardSettings> => {
	if (!zoned || given.timezone !== null) return given;
	await sources.choices({kind: 'user', text: '', limit: 1}, signal);
	return sources.settings(null, signal);
};

/** What the flags of a view say, checked before anything is opened. */
export type ViewFlags = {readonly window: WindowFlags; readonly own: Own};

export const viewFlagsOf = (context: Context, view: View): ViewFlags => ({
	window: windowFlags(context, view),
	own: ownOf(context, view),
});

/** An answer in all its forms, and what it is held against when it is asked for again. */
export type ViewAnswer = {readonly report: Report; readonly told: Telling; readonly settings: DashboardSettings};

/** Asks a view what the flags say. `previous` is the answer before. */
export const answerOf = async (
	context: Context,
	view: View,
	{window, own}: ViewFlags,
	{sources}: Pick<OpenSources, 'sources'>,
	given: DashboardSettings,
	previous: Telling | null,
): Promise<ViewAnswer> => {
	const {signal} = context;
	const settings = await withZone(given, window, sources, signal);
	const zone = settings.timezone ?? context.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	const query = await viewQuery(context, view, window, sources, zone);
	const activity = (): Promise<Activity> => sources.activity(null, signal);
	const asking = {sources, query, own, form: 'report' as const, activity, signal, now: context.now()};
	const told = await view.ask(asking, previous);
	// The first plays tell the zone.
	const shown = settings.timezone === null ? await sources.settings(null, signal) : settings;
	const scene = sceneOf(context, shown, query, own, await runningOf(view, context, sources));
	const {coverage} = told;
	const report: Report = {
		json: {
			...told.json(scene),
			...(coverage ? {as_of: Math.floor(coverage.asOf)} : {}),
			...(view.running ? {running: runningJson(scene.live)} : {}),
		},
		table: told.table(scene),
		draw: frame => drawReport(view, told, scene, frame),
		says: () => told.says(scene),
		document: () => documentOf(view, told, scene),
	};
	return {report, told, settings: shown};
};
