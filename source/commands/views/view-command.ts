import {formatDay} from '../../canvas/clock.ts';
import {glyphsFor} from '../../canvas/glyphs.ts';
import {type Row, spreadRow} from '../../canvas/row.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {Activity} from '../../domain/session.ts';
import type {DashboardSettings} from '../../domain/settings.ts';
import type {Json} from '../../export/json.ts';
import type {Sources} from '../../questions/sources.ts';
import {firstOwn, type Own} from '../../views/plan/own.ts';
import {needsSubject, type ViewQuery} from '../../views/plan/query.ts';
import type {Canvas, Scene} from '../../views/plan/scene.ts';
import type {Telling, View} from '../../views/plan/view.ts';
import {chipsOf} from '../../views/plan/words.ts';
import type {Command, Context} from '../command.ts';
import {hasFlag, textFlag} from '../line/flag-values.ts';
import {type Frame, formatOf, printReport} from '../run/report.ts';
import {withSources} from '../run/with-sources.ts';
import {viewFlags} from './view-flags.ts';
import {viewQuery, windowFlags} from './view-query.ts';

const ownOf = (context: Context, {keys}: View): Own => ({
	...firstOwn,
	sort: textFlag(context, 'sort') ?? null,
	reverse: hasFlag(context, 'reverse'),
	filter: textFlag(context, 'filter') ?? '',
	switches: Object.fromEntries(
		keys.switches.flatMap(({id, flag}) => {
			const value = flag === undefined ? undefined : textFlag(context, id);
			return value === undefined ? [] : [[id, value]];
		}),
	),
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
	standing: {warnings: 0, unverifiedTls: false, clock: null},
});

/** What the mirror does not know yet. */
const coverageRows = ({coverage}: Telling, {zone}: Scene): readonly Row[] => {
	if (!coverage) return [];
	const words = [
		coverage.zoneProven ? '' : `The zone ${coverage.zone} is not proven to be Tautulli's.`,
		coverage.knownFrom === null
			? ''
			: `Known from ${formatDay(coverage.knownFrom, zone)} on; the rest is not mirrored yet.`,
	].filter(Boolean);
	return words.map((text): Row => [{text, role: 'dim'}]);
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
	const chips = chipsOf(scene.query.where).map(chip => ` (${chip})`);
	const title = `${scene.query.subject?.name ?? view.title}${chips.join('')}`;
	const head = spreadRow([{text: title, role: 'title'}], [{text: note, role: 'dim'}], frame.width, frame.glyphs.cut);
	return [head, [], ...rows, ...coverageRows(told, scene)];
};

/** A view as a command: its flags, its arguments and its output all come from what it says of itself. */
export const commandOf = (view: View): Command => {
	const {subject} = view.takes;
	return {
		name: view.name,
		summary: view.summary,
		usage: subject?.usage ?? '',
		args: {min: needsSubject(view.takes) ? 1 : 0, max: subject ? 1 : 0},
		flags: viewFlags(view),
		isView: true,
		run: async context => {
			formatOf(context);
			const flags = windowFlags(context, view);
			return await withSources(context, async ({sources}, settings) => {
				const zone = settings.timezone ?? context.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
				const query = await viewQuery(context, view, flags, sources, zone);
				const own = ownOf(context, view);
				const {signal} = context;
				const activity = (): Promise<Activity> => sources.activity(null, signal);
				const asking = {sources, query, own, form: 'report' as const, activity, signal, now: context.now()};
				const told = await view.ask(asking, null);
				const scene = sceneOf(context, settings, query, own, await runningOf(view, context, sources));
				const {coverage} = told;
				printReport(context, settings, {
					json: {
						...told.json(scene),
						...(coverage ? {as_of: Math.floor(coverage.asOf)} : {}),
						...(view.running ? {running: runningJson(scene.live)} : {}),
					},
					table: told.table(scene),
					draw: frame => drawReport(view, told, scene, frame),
					says: () => told.says(scene),
				});
				return 0;
			});
		},
	};
};
