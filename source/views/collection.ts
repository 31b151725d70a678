import {formatWhen} from '../canvas/clock.ts';
import {plural} from '../canvas/format.ts';
import type {Row} from '../canvas/row.ts';
import {joinWhole} from '../canvas/widths.ts';
import {AppError} from '../domain/app-error.ts';
import type {BoardRow} from '../domain/board.ts';
import type {Promoted, Snapshot} from '../domain/collection.ts';
import type {Lift} from '../domain/lift.ts';
import type {Coverage} from '../domain/plays/plays.ts';
import {valueIn} from './collections/data.ts';
import {trendRows} from './collections/trend.ts';
import {askKnownLifts} from './lift/ask.ts';
import {liftJson} from './lift/json.ts';
import {liftText} from './lift/numbers.ts';
import {liftRows} from './lift/page.ts';
import {verdictWords} from './lift/words.ts';
import {listView} from './plan/list-view.ts';
import type {Canvas, Scene} from './plan/scene.ts';
import {amountWords, sentence, time, windowWords} from './plan/words.ts';
import {askNamed, type NamedRow} from './plays/named-rows.ts';
import {keyValue} from './plays/named-view.ts';

type OneCollection = {
	readonly row: BoardRow;
	readonly snapshots: readonly Snapshot[];
	/** What promoting it did in a year; null: it was never recorded. */
	readonly lift: Lift | null;
	/** What of it was played, the most first. */
	readonly titles: readonly NamedRow[];
	readonly coverage: Coverage;
};

const placesWords = (promoted: Promoted | null, {glyphs}: Scene): string => {
	if (promoted === null) return 'whether it is promoted is not known';
	const places = [
		promoted.home ? 'your Home' : '',
		promoted.shared ? (glyphs.ascii ? "friends' Home" : 'friends’ Home') : '',
		promoted.recommended ? 'Recommended' : '',
	].filter(Boolean);
	return places.length === 0 ? 'not promoted' : `on ${places.join(', ')}`;
};

const factRows = ({row, titles}: OneCollection, canvas: Canvas): readonly Row[] => {
	const {snapshot} = row;
	const {glyphs, now, zone} = canvas;
	const items = snapshot.totalItems === null ? '' : plural(snapshot.totalItems, 'item', 'items', glyphs);
	const ever = snapshot.windows.find(({days}) => days === 0)?.items ?? null;
	const never = snapshot.totalItems !== null && ever !== null ? `${snapshot.totalItems - ever} never played` : '';
	const windows = snapshot.windows.map(({days}) => {
		const name = days === 0 ? 'all' : `${days} d`;
		return `${name} ${amountWords(valueIn(snapshot, days, 'plays') ?? 0, 'plays', glyphs)}`;
	});
	const room = canvas.width - 1;
	const collected = [
		`collected ${formatWhen(snapshot.collectedAt, now, zone)}`,
		`${plural(titles.length, 'title', 'titles', glyphs)} played`,
	];
	return [
		[
			{
				text: ` ${joinWhole([placesWords(snapshot.promoted, canvas), items, never, snapshot.libraryName], '   ', room)}`,
			},
		],
		[{text: ` ${joinWhole(windows, '   ', room)}`}],
		[
			{
				text: ` ${joinWhole(collected, '   ', room)}`,
				role: 'dim',
			},
		],
	];
};

/** One collection: where it is promoted, how it went, and which of its titles are watched. */
export const collection = listView<OneCollection, NamedRow>({
	name: 'collection',
	title: 'Collection',
	summary: 'one collection: its places, its trend, its titles by plays',
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
		const [snapshots, named, lifts] = await Promise.all([
			sources.trend({sectionUuid, ratingKey, sinceDays: 90}, signal),
			askNamed({...asking, query: {...query, where}}, 'title', true),
			askKnownLifts(asking),
		]);
		const lift = lifts.get(`${sectionUuid}/${ratingKey}`) ?? null;
		return {row, snapshots, titles: named.rows, coverage: named.coverage, lift};
	},
	coverage: ({coverage}) => coverage,
	rows: ({titles}) => titles,
	key: ({key}) => key,
	columns: [
		{id: 'rating_key', value: ({key}) => keyValue(key)},
		{id: 'title', heading: 'title', value: ({name}) => name, grows: true, atMost: 48},
		{id: 'total_plays', heading: 'plays', value: ({plays}) => plays, bar: true},
		{
			id: 'total_duration',
			heading: 'time',
			value: ({playedSeconds}) => playedSeconds,
			show: row => time(row.playedSeconds),
			dropAt: 1,
		},
		{id: 'users', heading: 'users', value: ({users}) => users, when: rows => rows.some(({users}) => users !== null)},
		{
			id: 'last',
			heading: 'last played',
			value: ({lastAt}) => lastAt,
			show: ({lastAt}, {now, zone}) => (lastAt === null ? '' : formatWhen(lastAt, now, zone)),
			dropAt: 2,
		},
	],
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
	lead: ({row, lift}, rows, scene) =>
		sentence(
			row.snapshot.collectionName,
			placesWords(row.snapshot.promoted, scene),
			plural(rows.length, 'title', 'titles', scene.glyphs),
			lift ? `lift ${liftText(lift, scene.glyphs.times)}` : '',
			lift ? verdictWords(lift) : '',
		),
	speak: ({name, plays}, {glyphs}) => sentence(name, amountWords(plays, 'plays', glyphs)),
	jsonName: 'titles',
	behind: ({lift}) => ({lift: lift && liftJson(lift)}),
});
