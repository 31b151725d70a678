import {formatWhen} from '../../canvas/clock.ts';
import {formatBytes, formatCount, plural} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {joinWhole} from '../../canvas/widths.ts';
import {AppError} from '../../domain/app-error.ts';
import type {BoardRow} from '../../domain/board.ts';
import type {Promoted, Snapshot} from '../../domain/collection.ts';
import type {Lift} from '../../domain/lift.ts';
import type {Coverage, PlayCount} from '../../domain/plays/plays.ts';
import {valueIn} from '../collections/data.ts';
import {askShown, flagsOf, type Shown, shownJson, shownWords} from '../collections/promotion.ts';
import {trendRows} from '../collections/trend.ts';
import {askKnownLifts} from '../lift/ask.ts';
import {liftJson} from '../lift/json.ts';
import {liftText} from '../lift/numbers.ts';
import {liftRows} from '../lift/page.ts';
import {verdictWords} from '../lift/words.ts';
import {listView} from '../plan/list-view.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {amountWords, personName, sentence, windowWords} from '../plan/words.ts';
import {askNamed} from '../plays/named-rows.ts';
import {keyValue} from '../plays/named-view.ts';
import {neverPlayed, type TitleRow, titleColumns, titleRows} from './titles.ts';

type OneCollection = {
	readonly row: BoardRow;
	readonly snapshots: readonly Snapshot[];
	/** What promoting it did in a year; null: it was never recorded. */
	readonly lift: Lift | null;
	/** What of it was played, the most first, and what was not. */
	readonly titles: readonly TitleRow[];
	readonly shown: Shown | undefined;
	/** Who watches it, the most first. */
	readonly watchers: readonly PlayCount[];
	readonly coverage: Coverage;
};

/** Collections of seasons, episodes, albums and tracks hold no titles themselves. */
const holdsTitles = ({snapshot}: BoardRow): boolean => ['movie', 'show', 'artist'].includes(snapshot.mediaType);

const placesWords = (promoted: Promoted | null, {glyphs}: Scene): string => {
	if (promoted === null) return 'whether it is promoted is not known';
	const places = [
		promoted.home ? 'your Home' : '',
		promoted.shared ? (glyphs.ascii ? "friends' Home" : 'friends’ Home') : '',
		promoted.recommended ? 'Recommended' : '',
	].filter(Boolean);
	return places.length === 0 ? 'not promoted' : `on ${places.join(', ')}`;
};

/** "on your Home since 9 Nov, 14 d", "row 5". */
const promotionWords = ({row, shown}: OneCollection, scene: Scene): readonly string[] => {
	const places = placesWords(flagsOf(shown, row.snapshot.promoted), scene);
	const when = shown ? shownWords(shown, scene) : '';
	return [`${places}${when === '' ? '' : ` (${when})`}`, shown?.placed?.row ? `row ${shown.placed.row}` : ''];
};

const sizeWords = (titles: readonly TitleRow[]): readonly string[] => {
	const never = neverPlayed(titles);
	const size = titles.reduce((sum, title) => sum + (title.size ?? 0), 0);
	const idle = never.size > 0 ? `, ${formatBytes(never.size)}` : '';
	return [size > 0 ? formatBytes(size) : '', never.titles > 0 ? `${never.titles} never played${idle}` : ''];
};

const watcherWords = ({watchers}: OneCollection, {names, glyphs}: Scene): readonly string[] =>
	watchers.map(({name, plays}) => `${personName(name, names)} ${formatCount(plays, glyphs)}`);

const factRows = (data: OneCollection, canvas: Canvas): readonly Row[] => {
	const {snapshot} = data.row;
	const {glyphs, now, zone} = canvas;
	const items = snapshot.totalItems === null ? '' : plural(snapshot.totalItems, 'item', 'items', glyphs);
	const windows = snapshot.windows.map(({days}) => {
		const name = days === 0 ? 'all' : `${days} d`;
		return `${name} ${amountWords(valueIn(snapshot, days, 'plays') ?? 0, 'plays', glyphs)}`;
	});
	const room = canvas.width - 1;
	const played = data.titles.filter(({plays}) => plays > 0).length;
	const collected = `collected ${formatWhen(snapshot.collectedAt, now, zone)}`;
	const watchers = watcherWords(data, canvas);
	return [
		[{text: ` ${joinWhole([...promotionWords(data, canvas), snapshot.libraryName], '   ', room)}`}],
		[
			{
				text: ` ${joinWhole([items, ...sizeWords(data.titles), `${plural(played, 'title', 'titles', glyphs)} played`], '   ', room)}`,
			},
		],
		[{text: ` ${joinWhole(windows, '   ', room)}`}],
		...(watchers.length === 0 ? [] : [[{text: ` by ${joinWhole(watchers, '  ', room - 4)}`}]]),
		[{text: ` ${collected}`, role: 'dim'}],
	];
};

/** One collection: where it is promoted, how it went, and which of its titles are watched. */
export const collection = listView<OneCollection, TitleRow>({
	name: 'collection',
	title: 'Collection',
	summary: 'one collection: its places, its trend, who watches, its titles, what lies idle',
	takes: {
		window: 'any',
		past: true,
		measure: ['plays', 'duration', 'users'],
		narrowing: true,
		subject: {usage: 'NAME', kind: 'collection'},
	},
	ask: async asking => {
		const {sources, query, signal} = asking;
		const {subject} = query;
		const board = await sources.board({days: 30, yAxis: 'plays'}, signal);
		const row = board.rows.find(({snapshot}) => snapshot.ratingKey === subject?.id);
		if (!row || !subject) {
			throw new AppError('not-found', `No snapshot is of the collection ${subject?.name ?? ''} yet.`, {
				hint: 'tautop collect takes one.',
			});
		}
		const {sectionUuid, ratingKey} = row.snapshot;
		const where = {...query.where, collection: [subject]};
		const base = {split: 'nothing', measure: 'plays', limit: Number.MAX_SAFE_INTEGER} as const;
		const named = await askNamed({...asking, query: {...query, where}}, 'title', true);
		const [snapshots, items, ever, watchers, lifts, shown] = await Promise.all([
			sources.trend({sectionUuid, ratingKey, sinceDays: 90}, signal),
			holdsTitles(row) ? sources.collectionItems({ratingKey}, signal) : [],
			sources.plays({...base, by: 'title', window: {days: 0}, where: {collection: [subject]}}, signal),
			sources.plays({...base, by: 'user', window: query.window, where}, signal),
			askKnownLifts(asking),
			askShown(asking),
		]);
		const key = `${sectionUuid}/${ratingKey}`;
		return {
			row,
			snapshots,
			titles: titleRows(named.rows, items, ever.rows),
			watchers: watchers.rows.filter(({plays}) => plays > 0),
			coverage: named.coverage,
			lift: lifts.get(key) ?? null,
			shown: shown.get(key),
		};
	},
	coverage: ({coverage}) => coverage,
	rows: ({titles}) => titles,
	key: ({key}) => key,
	columns: titleColumns,
	ranked: ({query}) => ({plays: 'total_plays', duration: 'total_duration', users: 'users'})[query.measure],
	empty: (_, scene) => `None of its titles was played in ${windowWords(scene.query.window, scene)}.`,
	note: (_, rows, scene) =>
		`${plural(rows.length, 'title', 'titles', scene.glyphs)}, ${windowWords(scene.query.window, scene)}`,
	above: (data, _, canvas) => [
		...factRows(data, canvas),
		...(data.lift ? liftRows(data.lift, canvas) : []),
		...(canvas.height >= 20 ? trendRows(data.snapshots, 30, 'plays', canvas, 9) : []),
		[],
	],
	enter: ({key, name}) => ({view: 'title', subject: {id: key, name}}),
	lead: ({row, lift, shown}, rows, scene) =>
		sentence(
			row.snapshot.collectionName,
			placesWords(flagsOf(shown, row.snapshot.promoted), scene),
			plural(rows.length, 'title', 'titles', scene.glyphs),
			lift ? `lift ${liftText(lift, scene.glyphs.times)}` : '',
			lift ? verdictWords(lift) : '',
		),
	speak: ({name, plays}, {glyphs}) => sentence(name, amountWords(plays, 'plays', glyphs)),
	jsonName: 'titles',
	behind: ({lift, shown, titles, watchers}) => {
		const never = neverPlayed(titles);
		return {
			...shownJson(shown),
			never_played: never.titles,
			never_played_size: never.size,
			watched_by: watchers.map(({key, name, plays}) => ({user_id: keyValue(key), name, plays})),
			lift: lift && liftJson(lift),
		};
	},
});
