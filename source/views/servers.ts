import {formatWhen} from '../canvas/clock.ts';
import {formatCount, formatHoursAlone, formatMegabits, plural} from '../canvas/format.ts';
import {AppError, isCancelled} from '../domain/app-error.ts';
import type {ServerFigures} from '../domain/server-figures.ts';
import {listView} from './plan/list-view.ts';
import type {Scene} from './plan/scene.ts';
import {uploadOf} from './plan/upload.ts';
import type {Asking} from './plan/view.ts';
import {amountWords, paragraphRows, sentence, windowWords} from './plan/words.ts';

/** Who is watching here is one answer that everybody shares; where it fails, the others are told all the same. */
const withStreams = async (figures: ServerFigures, activity: Asking['activity']): Promise<ServerFigures> => {
	try {
		return {...figures, streams: await activity()};
	} catch (error) {
		if (isCancelled(error) || !(error instanceof AppError)) throw error;
		return {...figures, streams: null, trouble: error.toJSON()};
	}
};

const nameOf = ({name}: ServerFigures, {servers: {name: own}}: Pick<Scene, 'servers'>): string =>
	name ?? (own === '' ? 'this server' : own);

/** "all, synced 21:04", "since 3 May": how far its numbers can be relied on. */
const mirrorWords = ({history}: ServerFigures, {now, zone}: Pick<Scene, 'now' | 'zone'>): string => {
	if (!history) return 'nothing yet';
	const {complete, oldest, syncedAt} = history;
	if (!complete) return oldest === null ? 'nothing yet' : `since ${formatWhen(oldest, now, zone)}`;
	return syncedAt === null ? 'all' : `all, synced ${formatWhen(syncedAt, now, zone)}`;
};

const troubleOf = ({trouble}: ServerFigures): string => trouble?.message.replace(/\.$/, '') ?? '';

const onlyOne =
	'Only one server is configured. A list `servers:` in config.yaml has several; tautop config --example shows how.';

const streamWords = (figures: ServerFigures, {glyphs}: Pick<Scene, 'glyphs'>): string => {
	if (!figures.streams) return 'who is watching is not known';
	const {streamCount, transcodeCount} = figures.streams;
	const streams = plural(streamCount, 'stream', 'streams', glyphs);
	return transcodeCount === 0 ? streams : `${streams}, ${transcodeCount} transcode`;
};

/** All servers side by side: who has streams, who has plays, who is away. */
export const servers = listView<readonly ServerFigures[], ServerFigures>({
	name: 'servers',
	title: 'Servers',
	summary: 'all configured servers side by side: streams, plays, what is wrong',
	help: 'A list `servers:` in the configuration has several. Those that tautop has open nowhere are only looked at: their plays are as of their last sync.',
	takes: {window: 'any'},
	pace: 'live',
	ask: async ({sources, query: {window}, activity, signal}) => {
		const all = await sources.allServers({window}, signal);
		return await Promise.all(all.map(each => (each.isHere ? withStreams(each, activity) : each)));
	},
	rows: all => all,
	key: ({name}) => name ?? '',
	columns: [
		{id: 'server', heading: 'server', value: ({name}) => name, show: (each, scene) => nameOf(each, scene)},
		{id: 'here', value: ({isHere}) => isHere},
		{id: 'stream_count', heading: 'streams', value: ({streams}) => streams?.streamCount ?? null},
		{id: 'transcode_count', heading: 'transcode', value: ({streams}) => streams?.transcodeCount ?? null, dropAt: 2},
		{
			id: 'bandwidth_kbps',
			heading: 'Mb/s',
			value: ({streams}) => streams?.bandwidthKbps.total ?? null,
			show: ({streams}) => (streams?.bandwidthKbps.total == null ? '' : formatMegabits(streams.bandwidthKbps.total)),
			align: 'right',
		},
		{
			id: 'wan_kbps',
			heading: 'WAN',
			value: ({streams}) => streams?.bandwidthKbps.wan ?? null,
			show: ({streams, uploadMbps}, {glyphs}) =>
				streams?.bandwidthKbps.wan == null ? '' : uploadOf(streams.bandwidthKbps.wan, uploadMbps, glyphs).words,
			align: 'right',
			dropAt: 3,
		},
		{
			id: 'total_plays',
			heading: 'plays',
			value: ({plays}) => plays?.plays ?? null,
			show: ({plays}, {glyphs}) => (plays ? formatCount(plays.plays, glyphs) : ''),
			align: 'right',
		},
		{
			id: 'total_duration',
			heading: 'hours',
			value: ({plays}) => plays?.playedSeconds ?? null,
			show: ({plays}, {glyphs}) => (plays ? formatHoursAlone(plays.playedSeconds, glyphs) : ''),
			align: 'right',
			dropAt: 4,
		},
		{id: 'known_from', value: ({knownFrom}) => knownFrom},
		{id: 'mirrored_plays', value: ({history}) => history?.plays ?? null},
		{
			id: 'synced_at',
			heading: 'history',
			value: ({history}) => history?.syncedAt ?? null,
			show: (each, scene) => mirrorWords(each, scene),
			align: 'left',
			dropAt: 1,
		},
		{
			id: 'trouble',
			heading: 'trouble',
			value: ({trouble}) => trouble?.message ?? null,
			show: each => [{text: troubleOf(each), role: each.streams === null ? 'bad' : 'plain'}],
			grows: true,
			when: rows => rows.some(({trouble}) => trouble !== null),
		},
		{id: 'code', value: ({trouble}) => trouble?.code ?? null},
	],
	above: (_, rows, canvas) => (rows.length > 1 ? [] : [...paragraphRows([onlyOne], canvas), []]),
	empty: () => onlyOne,
	note: (_, rows, scene) =>
		`${plural(rows.length, 'server', 'servers', scene.glyphs)}, ${windowWords(scene.query.window, scene)}`,
	enter: ({name}) => (name === null ? null : {view: 'servers', server: name}),
	lead: (_, rows, scene) =>
		rows.length > 1
			? `${plural(rows.length, 'server', 'servers', scene.glyphs)}, plays of ${windowWords(scene.query.window, scene)}.`
			: onlyOne,
	speak: (each, scene) =>
		sentence(
			nameOf(each, scene),
			streamWords(each, scene),
			each.plays ? amountWords(each.plays.plays, 'plays', scene.glyphs) : 'plays not known',
			troubleOf(each),
		),
});
