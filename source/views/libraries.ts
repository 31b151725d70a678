import {formatBytes, formatCount, formatHoursAlone, plural} from '../canvas/format.ts';
import {AppError, isCancelled} from '../domain/app-error.ts';
import type {Library} from '../domain/library.ts';
import type {Coverage} from '../domain/plays/plays.ts';
import type {LibrarySize} from '../domain/plays/unwatched.ts';
import {listView} from './plan/list-view.ts';
import type {Asking} from './plan/view.ts';
import {amountWords, sentence, windowWords} from './plan/words.ts';
import {askInside, type Inside, insideRows, nothingInside} from './plays/library-inside.ts';
import {askNamed, type NamedRow} from './plays/named-rows.ts';
import {keyValue} from './plays/named-view.ts';
import {wayBar} from './plays/way-bar.ts';

/** `listed`: what Plex lists of it; null: it was not listed. */
type LibraryRow = NamedRow & Pick<Library, 'count' | 'type'> & {readonly listed: LibrarySize | null};

type Libraries = {
	readonly rows: readonly LibraryRow[];
	readonly coverage: Coverage;
	readonly plays: number;
	readonly inside: Inside;
};

const unplayed = ({sectionId, name}: Library): NamedRow => ({
	key: sectionId,
	name,
	plays: 0,
	playedSeconds: 0,
	directPlay: 0,
	directStream: 0,
	transcode: 0,
	users: null,
	lastAt: null,
	deleted: false,
});

/** What each library holds; the plays stand without it. */
const askSizes = async ({sources, signal}: Asking): Promise<ReadonlyMap<string, LibrarySize>> => {
	try {
		const sizes = await sources.librarySizes(null, signal);
		return new Map(sizes.map(size => [size.sectionId, size]));
	} catch (error) {
		if (isCancelled(error) || !(error instanceof AppError)) throw error;
		return new Map();
	}
};

/** What is used: every library, also one that nobody plays, and plays whose library is gone. */
export const libraries = listView<Libraries, LibraryRow>({
	name: 'libraries',
	title: 'Libraries',
	summary: 'plays and time of every library, its size, and what of it was never played',
	takes: {window: 'any', past: true, measure: ['plays', 'duration'], narrowing: true},
	ask: async asking => {
		// Their names are known to whoever counts once they were listed.
		const listed = await asking.sources.libraries(null, asking.signal);
		const named = await askNamed(asking, 'library', false);
		const sizes = await askSizes(asking);
		const inside = asking.form === 'page' ? await askInside(asking, listed) : nothingInside;
		const rows = new Map(named.rows.map(row => [row.key, row]));
		const known = listed.map(
			(library): LibraryRow => ({
				...(rows.get(library.sectionId) ?? unplayed(library)),
				name: library.name,
				deleted: false,
				count: library.count,
				type: library.type,
				listed: sizes.get(library.sectionId) ?? null,
			}),
		);
		const ids = new Set(listed.map(({sectionId}) => sectionId));
		const gone = named.rows
			.filter(({key}) => !ids.has(key))
			.map((row): LibraryRow => ({...row, count: null, type: '', listed: null, deleted: row.key !== ''}));
		return {rows: [...known, ...gone], coverage: named.coverage, plays: named.total.plays, inside};
	},
	coverage: ({coverage}) => coverage,
	rows: ({rows}) => rows,
	key: ({key}) => key,
	columns: [
		{id: 'section_id', value: ({key}) => keyValue(key)},
		{
			id: 'section_name',
			heading: 'library',
			value: ({name}) => name,
			show: ({name, deleted}) => (deleted ? `${name} (deleted)` : name),
			grows: true,
			atMost: 40,
		},
		{id: 'section_type', heading: 'type', value: ({type}) => type, dropAt: 5},
		{
			id: 'count',
			heading: 'items',
			value: ({count}) => count,
			show: ({count}, {glyphs}) => (count === null ? '' : formatCount(count, glyphs)),
			align: 'right',
			dropAt: 1,
		},
		{
			id: 'size',
			heading: 'size',
			value: ({listed}) => listed?.sums.all.size ?? null,
			show: ({listed}) => (listed?.sums.all.size == null ? '' : formatBytes(listed.sums.all.size)),
			align: 'right',
			dropAt: 3,
			when: rows => rows.some(({listed}) => listed !== null),
		},
		{
			id: 'total_plays',
			heading: 'plays',
			value: ({plays}) => plays,
			show: ({plays}, {glyphs}) => formatCount(plays, glyphs),
			bar: true,
		},
		{
			id: 'total_duration',
			heading: 'hours',
			value: ({playedSeconds}) => playedSeconds,
			show: ({playedSeconds}, {glyphs}) => formatHoursAlone(playedSeconds, glyphs),
		},
		{
			id: 'never',
			heading: 'never',
			value: ({listed}) => listed?.sums.never.titles ?? null,
			show: ({listed}, {glyphs}) => (listed ? formatCount(listed.sums.never.titles, glyphs) : ''),
			align: 'right',
			dropAt: 4,
			when: rows => rows.some(({listed}) => listed !== null),
		},
		{id: 'never_size', value: ({listed}) => listed?.sums.never.size ?? null},
		{
			id: 'how',
			heading: 'how',
			value: ({plays, transcode}) => (plays === 0 ? null : transcode / plays),
			show: (row, {glyphs}) => wayBar(row, glyphs),
			align: 'left',
			first: 'down',
			dropAt: 6,
			exported: false,
		},
		{id: 'listed_at', value: ({listed}) => listed?.listedAt ?? null},
		{id: 'direct_play', value: ({directPlay}) => directPlay},
		{id: 'direct_stream', value: ({directStream}) => directStream},
		{id: 'transcode', heading: 'transcode', value: ({transcode}) => transcode, dropAt: 2},
	],
	below: (item, {inside}, canvas, room) => insideRows(inside, item.key, canvas, room),
	legend: rows =>
		rows.some(({listed}) => listed !== null) ? 'never: films, whole shows and artists that nobody has played' : '',
	empty: () => 'Tautulli has no libraries.',
	note: ({plays}, rows, scene) =>
		`${plural(rows.length, 'library', 'libraries', scene.glyphs)}, ${amountWords(plays, 'plays', scene.glyphs)}, ${windowWords(scene.query.window, scene)}`,
	enter: ({key, name}) => ({view: 'titles', where: {library: [{id: key, name}]}}),
	lead: (_, rows, scene) =>
		`${plural(rows.length, 'library', 'libraries', scene.glyphs)} in ${windowWords(scene.query.window, scene)}.`,
	speak: ({name, plays}, {glyphs}) => sentence(name, amountWords(plays, 'plays', glyphs)),
});
