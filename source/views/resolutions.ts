import {formatCount, plural} from '../canvas/format.ts';
import type {Glyphs} from '../canvas/glyphs.ts';
import {joinWhole} from '../canvas/widths.ts';
import {AppError} from '../domain/app-error.ts';
import {handful} from '../domain/plays/handful.ts';
import type {Narrowing} from '../domain/plays/narrowing.ts';
import type {ResolutionCount, Resolutions, ResolutionsQuery} from '../domain/plays/resolutions.ts';
import {listView} from './plan/list-view.ts';
import {shareWords} from './plan/shares.ts';
import type {Asking} from './plan/view.ts';
import {amount, amountWords, nothingWords, sentence, windowWords} from './plan/words.ts';
import {wayBar} from './plays/way-bar.ts';
import {orUnseen} from './streams/why.ts';

/** A resolution of one of the two lists. */
type ResolutionRow = ResolutionCount & {
	readonly side: 'source' | 'sent';
	readonly measure: ResolutionsQuery['measure'];
};

/** From what to what a stream went that tautop saw, and how many did so. */
type Pair = {readonly words: readonly [from: string, to: string]; readonly streams: number};

type Counted = Resolutions & Pick<ResolutionsQuery, 'measure'> & {readonly pairs: readonly Pair[]};

/** Of the streams that were seen and sent smaller or larger than they are: the most first. */
const askPairs = async ({sources, query: {window, where}, signal}: Asking): Promise<readonly Pair[]> => {
	const seen = (await orUnseen(sources.seenStreams({window, where}, signal))) ?? [];
	const changed = seen.filter(
		({source, stream}) => stream.resolution !== '' && source.resolution !== stream.resolution,
	);
	const groups = Map.groupBy(changed, ({source, stream}) => `${source.resolution} ${stream.resolution}`);
	return [...groups.values()]
		.flatMap((streams): readonly Pair[] => {
			const [first] = streams;
			return first ? [{words: [first.source.resolution, first.stream.resolution], streams: streams.length}] : [];
		})
		.toSorted((one, two) => two.streams - one.streams);
};

const otherKinds = ({user: _, ...others}: Narrowing): Narrowing => others;

/** Tautulli counts these, so only what it can be asked with has an answer. */
const ask = async (asking: Asking): Promise<Counted> => {
	const {sources, query, signal} = asking;
	const {window, where, measure} = query;
	if (!('days' in window) || window.at !== undefined) {
		throw new AppError('usage', 'Resolutions can only be counted back from now.', {hint: 'Ask for the last days.'});
	}
	if (Object.keys(otherKinds(where)).length > 0) {
		throw new AppError('usage', 'Resolutions can only be narrowed by user.', {hint: 'Widen the page again.'});
	}
	const counted = measure === 'duration' ? 'duration' : 'plays';
	return {
		...(await sources.resolutions({days: window.days, measure: counted, users: where.user ?? []}, signal)),
		measure: counted,
		pairs: await askPairs(asking),
	};
};

const totalOf = ({directPlay, directStream, transcode}: ResolutionCount): number | null => {
	const parts = [directPlay, directStream, transcode];
	return parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
};

type Way = 'directPlay' | 'directStream' | 'transcode';

const ways: readonly Way[] = ['directPlay', 'directStream', 'transcode'];

/** The share of one way to play, beside those of the others; of a handful the count. */
const part = (row: ResolutionRow, way: Way, glyphs: Glyphs): string => {
	const [value, total] = [row[way], totalOf(row)];
	if (value === null || total === null) return '?';
	if (total === 0) return '';
	if (row.measure === 'plays' && total < handful) return formatCount(value, glyphs);
	return shareWords(ways.map(each => row[each] ?? 0))[ways.indexOf(way)] ?? '';
};

const label = ({resolution}: ResolutionCount): string => (resolution === '' ? 'not known' : resolution);

const sideWords = {source: 'file', sent: 'sent'} as const;

const known = (value: number | null, show: (value: number) => string): string => (value === null ? '?' : show(value));

/** From what to what: which resolutions the files have, and which were sent. */
export const resolutions = listView<Counted, ResolutionRow>({
	name: 'resolutions',
	title: 'Resolutions',
	summary: 'resolutions of what was played, and of what was sent',
	takes: {window: 'days', measure: ['plays', 'duration'], narrowing: ['user']},
	ask,
	rows: ({source, sent, measure}) => [
		...source.map(row => ({...row, side: 'source' as const, measure})),
		...sent.map(row => ({...row, side: 'sent' as const, measure})),
	],
	key: ({side, resolution}) => `${side} ${resolution}`,
	columns: [
		{id: 'side', heading: 'of', value: ({side}) => side, show: ({side}) => sideWords[side]},
		{
			id: 'resolution',
			heading: 'resolution',
			value: ({resolution}) => (resolution === '' ? null : resolution),
			show: label,
			grows: true,
			atMost: 20,
		},
		{
			id: 'total_plays',
			heading: 'plays',
			value: row => (row.measure === 'plays' ? totalOf(row) : null),
			show: (row, {glyphs}) => known(totalOf(row), total => formatCount(total, glyphs)),
			bar: true,
			align: 'right',
			when: rows => rows.some(({measure}) => measure === 'plays'),
		},
		{
			id: 'total_duration',
			heading: 'time',
			value: row => (row.measure === 'duration' ? totalOf(row) : null),
			show: (row, {glyphs}) => known(totalOf(row), total => amount(total, 'duration', glyphs)),
			bar: true,
			align: 'right',
			when: rows => rows.some(({measure}) => measure === 'duration'),
		},
		{
			id: 'how',
			heading: 'how',
			value: row => (totalOf(row) ? (row.transcode ?? 0) / (totalOf(row) ?? 1) : null),
			show: (row, {glyphs}) => wayBar(row, glyphs),
			align: 'left',
			first: 'down',
			dropAt: 4,
			exported: false,
		},
		{
			id: 'direct_play',
			heading: 'direct play',
			value: row => row.directPlay,
			show: (row, {glyphs}) => part(row, 'directPlay', glyphs),
			align: 'right',
			dropAt: 2,
		},
		{
			id: 'direct_stream',
			heading: 'direct stream',
			value: row => row.directStream,
			show: (row, {glyphs}) => part(row, 'directStream', glyphs),
			align: 'right',
			dropAt: 3,
		},
		{
			id: 'transcode',
			heading: 'transcode',
			value: row => row.transcode,
			show: (row, {glyphs}) => part(row, 'transcode', glyphs),
			align: 'right',
			dropAt: 1,
		},
	],
	above: ({pairs}, _, {width, glyphs}) => {
		const words = pairs.map(
			({words: [from, to], streams}) => `${from} ${glyphs.arrow} ${to} ${formatCount(streams, glyphs)}`,
		);
		return words.length === 0 ? [] : [[{text: ` seen: ${joinWhole(words, '   ', width - 8)}`}]];
	},
	empty: (_, scene) => nothingWords(scene),
	note: (_, rows, scene) =>
		`${plural(rows.filter(({side}) => side === 'sent').length, 'resolution', 'resolutions', scene.glyphs)} sent, ${windowWords(scene.query.window, scene)}`,
	enter: (_, {query: {where}}) => ({view: 'history', where}),
	lead: ({source, sent}, _, scene) =>
		`${source.length} resolutions of files and ${sent.length} of what was sent, in ${windowWords(scene.query.window, scene)}.`,
	speak: (row, {glyphs}) => {
		const total = totalOf(row);
		return sentence(
			`${sideWords[row.side]} ${label(row)}`,
			total === null ? 'not known' : amountWords(total, row.measure, glyphs),
		);
	},
});
