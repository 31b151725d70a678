import {formatWhen} from '../../canvas/clock.ts';
import {formatBytes, formatCount} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {joinWhole} from '../../canvas/widths.ts';
import {type LibrarySize, levels, type UnwatchedAnswer, type UnwatchedTitle} from '../../domain/plays/unwatched.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {type Column, listView} from '../plan/list-view.ts';
import {type Own, switchValue} from '../plan/own.ts';
import type {Scene} from '../plan/scene.ts';
import {ofAll, sentence} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';
import {orUnseen} from '../streams/why.ts';
import {sizeRows} from './by-library.ts';
import {levelWords, listingParts, recordsWords, summaryLines, summaryParts} from './words.ts';

/** More would be the library itself. */
const mostRows = 500;

/** What nobody has played, and how it lies over the libraries. */
type Unwatched = UnwatchedAnswer & {readonly sizes: readonly LibrarySize[]};

const levelSwitch = {
	id: 'level',
	action: 'films',
	values: levels,
	asks: true,
	flag: {name: 'level', takes: 'value', summary: 'what is looked at as one; titles are films, whole shows, artists'},
} as const;

const sinceSwitch = {
	id: 'since',
	action: 'idle',
	values: ['never', 'year'],
	asks: true,
	flag: {name: 'since', takes: 'date', summary: 'also what was played last before this day: 2025-01-01'},
} as const;

/** The day that was asked for; null: none was. */
const dateOf = (own: Own): string | null => {
	const value = switchValue(own, sinceSwitch);
	return value === 'never' || value === 'year' ? null : value;
};

const levelOf = (own: Own) => levels.find(level => level === switchValue(own, levelSwitch)) ?? 'titles';

const when = (at: number | null, {now, zone}: Scene): string => (at === null ? '' : formatWhen(at, now, zone));

const columns: readonly Column<UnwatchedTitle>[] = [
	{id: 'rating_key', value: ({ratingKey}) => keyValue(ratingKey)},
	{
		id: 'title',
		heading: 'title',
		value: ({title}) => title,
		show: ({title}) => shownTitle(title),
		grows: true,
		atMost: 48,
	},
	{id: 'type', heading: 'type', value: ({type}) => type, dropAt: 5},
	{id: 'section_id', value: ({sectionId}) => keyValue(sectionId)},
	{id: 'library', heading: 'library', value: ({library}) => library, dropAt: 4},
	{
		id: 'items',
		heading: 'items',
		value: ({items}) => items,
		show: ({items}, {glyphs}) => formatCount(items, glyphs),
		dropAt: 6,
	},
	{
		id: 'size',
		heading: 'size',
		value: ({size}) => size,
		show: ({size}) => (size === null ? '?' : formatBytes(size)),
		align: 'right',
		first: 'down',
	},
	{
		id: 'added',
		heading: 'added',
		value: ({firstAddedAt}) => firstAddedAt,
		show: ({firstAddedAt, maybeBeforeRecords}, scene) =>
			[when(firstAddedAt, scene), maybeBeforeRecords ? '?' : ''].filter(Boolean).join(' '),
		align: 'left',
		dropAt: 2,
	},
	{id: 'last_added', value: ({lastAddedAt}) => lastAddedAt},
	{
		id: 'last',
		heading: 'last played',
		value: ({lastAt}) => lastAt,
		show: ({lastAt}, scene) => (lastAt === null ? 'never' : when(lastAt, scene)),
		align: 'left',
		dropAt: 3,
		when: rows => rows.some(({lastAt}) => lastAt !== null),
	},
	{id: 'maybe_before_records', value: ({maybeBeforeRecords}) => maybeBeforeRecords},
	{
		id: 'collections',
		heading: 'in',
		value: ({collections}) => collections?.join(', ') ?? null,
		show: ({collections}, {glyphs}) =>
			collections === null ? '?' : collections.map(name => shownTitle(name)).join(', ') || glyphs.none,
		align: 'left',
		grows: true,
		atMost: 40,
		dropAt: 1,
	},
];

const record = (item: UnwatchedTitle) => ({
	...Object.fromEntries(columns.map(({id, value}) => [id, value(item)])),
	collections: item.collections,
});

/** What could go: titles that nobody has played, the largest first, and on demand what nobody has played for long. */
export const unwatched = listView<Unwatched, UnwatchedTitle>({
	name: 'unwatched',
	title: 'Never played',
	summary: 'what nobody has played, by size: what could go',
	takes: {narrowing: ['library', 'mediaType', 'title', 'collection']},
	switches: [levelSwitch, sinceSwitch],
	ask: async ({sources, query, own, form, signal}) => {
		const sizes = form === 'page' ? await orUnseen(sources.librarySizes(null, signal)) : null;
		const answer = await sources.unwatched(
			{
				level: levelOf(own),
				since: dateOf(own),
				withIdle: switchValue(own, sinceSwitch) !== 'never',
				where: query.where,
				limit: form === 'report' ? Number.MAX_SAFE_INTEGER : mostRows,
			},
			signal,
		);
		return {...answer, sizes: Object.keys(query.where).length > 0 ? [] : (sizes ?? [])};
	},
	coverage: ({coverage}) => coverage,
	rows: ({rows}) => rows,
	key: ({ratingKey}) => ratingKey,
	columns,
	ranked: () => 'size',
	empty: (data, scene) => [
		[{text: data.sums.all.titles === 0 ? 'Plex lists no such title.' : 'Nothing here lies idle.'}],
		[{text: summaryParts(data, dateOf(scene.own), scene).join('   ')}],
	],
	note: (data, rows, scene) =>
		[
			ofAll(rows.length, levelWords(data.total, levelOf(scene.own), scene), data.total, scene),
			recordsWords(data, scene),
		].join(', '),
	above: (data, _, canvas) => {
		const room = canvas.width - 1;
		return [
			...summaryLines(summaryParts(data, dateOf(canvas.own), canvas), room).map((text): Row => [{text: ` ${text}`}]),
			[{text: ` ${joinWhole(listingParts(data, canvas), '   ', room)}`, role: 'dim'}],
		];
	},
	below: (_, {sizes}, canvas, room) => sizeRows(sizes, canvas, room),
	legend: rows =>
		rows.some(({maybeBeforeRecords}) => maybeBeforeRecords)
			? '? added before the records begin: may have been played'
			: '',
	enter: ({ratingKey, title}) => ({view: 'title', subject: {id: ratingKey, name: shownTitle(title)}}),
	lead: (data, _, scene) => sentence(...summaryParts(data, dateOf(scene.own), scene), ...listingParts(data, scene)),
	speak: ({title, size, lastAt, maybeBeforeRecords}, scene) =>
		sentence(
			shownTitle(title),
			size === null ? 'size not known' : formatBytes(size),
			lastAt === null ? 'never played' : `last played ${when(lastAt, scene)}`,
			maybeBeforeRecords ? 'added before the records begin' : '',
		),
	json: record,
	beside: (data, {own}) => ({
		level: levelOf(own),
		since: data.since,
		records_from: data.recordsFrom,
		libraries: data.libraries.map(({sectionId, name, listedAt, isChanged}) => ({
			section_id: keyValue(sectionId),
			section_name: name,
			listed_at: listedAt,
			changed_since: isChanged,
		})),
		not_listed: data.unlisted,
		total: data.sums.all,
		never: {...data.sums.never, maybe_before_records: data.maybes},
		idle: data.sums.idle,
		rest: data.sums.rest,
	}),
});
