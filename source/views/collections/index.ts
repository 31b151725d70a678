import {formatDay, formatWhen} from '../../canvas/clock.ts';
import {formatCount, plural} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import type {BoardRow} from '../../domain/board.ts';
import {asTyped} from '../../domain/command-flags.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {liftJson} from '../lift/json.ts';
import {liftText, narrowLift} from '../lift/numbers.ts';
import {listView, type MaybeCanvas} from '../plan/list-view.ts';
import {type Own, switchValue} from '../plan/own.ts';
import {rotationFlag, rotationOf} from '../plan/query.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {amount, amountWords, sentence, windowWords} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';
import {boardColumns, isNarrow, knowsPromotion} from './columns.ts';
import {
	askCollections,
	type BoardItem,
	type CollectionsData,
	homeSwitch,
	itemsOf,
	keyOf,
	measureOf,
	mediaSwitch,
	perItem,
	valueIn,
} from './data.ts';
import {shownJson} from './promotion.ts';
import {rotationJson, rotationWords} from './rotation.ts';
import {trendRows} from './trend.ts';

const kinds: Readonly<Record<string, string>> = {movie: 'films', show: 'shows'};

/**
 * When its numbers are from, where that is long ago: `c` renews those of the snapshots. Some of a rotation's can have been taken
 * for it, others later.
 */
const whenWords = ({board, countedNow}: CollectionsData, {now, zone}: Scene): string => {
	if (countedNow || board.collectedAt === null) return '';
	const oldest = Math.min(...board.rows.map(({snapshot}) => snapshot.collectedAt));
	if (board.rotated && board.collectedAt - oldest >= secondsPerDay)
		return `snapshots of ${formatDay(oldest, zone)} to ${formatDay(board.collectedAt, zone)}`;
	return now - board.collectedAt < secondsPerDay ? '' : `of ${formatWhen(board.collectedAt, now, zone)}`;
};

const isHomeOnly = (own: Own): boolean => switchValue(own, homeSwitch) === 'home';

/** What counts most stands last. */
const noteOf = (data: CollectionsData, rows: readonly BoardRow[], scene: Scene): string => {
	const media = switchValue(scene.own, mediaSwitch);
	return [
		whenWords(data, scene),
		data.uncounted > 0 ? `${data.uncounted} not read yet` : '',
		rotationWords(data.board, scene),
		[String(rows.length), kinds[media] ?? '', isHomeOnly(scene.own) ? 'on Home' : ''].filter(Boolean).join(' '),
		`${rotationOf(scene.query) === null ? '' : 'plays of '}${windowWords(scene.query.window, scene)}`,
	]
		.filter(Boolean)
		.join(', ');
};

const isFiltered = ({own, query}: Scene): boolean =>
	switchValue(own, mediaSwitch) !== 'all' ||
	switchValue(own, homeSwitch) !== 'all' ||
	own.filter !== '' ||
	Object.keys(query.where).length > 0;

const empty = ({board}: CollectionsData, scene: MaybeCanvas): readonly Row[] => {
	if (board.collectedAt !== null && isFiltered(scene)) return [[{text: 'No collection passes this filter.'}]];
	if (scene.form === 'report')
		return [[{text: asTyped('No snapshots yet: tautop collect takes the first ones.', scene.commandFlags)}]];
	return [
		[{text: 'No snapshots yet.'}],
		[{text: 'c', role: 'bold'}, {text: '  collect now'}],
		[{text: asTyped('or run  tautop collect  from a timer', scene.commandFlags), role: 'dim'}],
	];
};

/** What the signs of the columns that are seen mean. */
const legend = (rows: readonly BoardItem[], canvas: Canvas, shown: ReadonlySet<string>): string => {
	const {glyphs} = canvas;
	if (!knowsPromotion(rows)) return 'promotion not known';
	const most = rows[0]?.mostInWeek ?? 0;
	const weeks = `weekly plays, one scale to ${formatCount(most, glyphs)}   ${glyphs.box.side} promoted`;
	const places = `H Home  F ${glyphs.ascii ? "friends' Home" : 'friends’ Home'}  R Recommended`;
	return [
		shown.has('weeks') ? weeks : '',
		shown.has('on') ? (isNarrow(canvas) ? `${glyphs.home} on Home` : places) : '',
	]
		.filter(Boolean)
		.join('   ');
};

const yAxisOf = ({query}: Scene): 'plays' | 'duration' => (query.measure === 'duration' ? 'duration' : 'plays');

const trendJson = ({trends, board}: CollectionsData) =>
	trends.flatMap(({row, snapshots}) =>
		snapshots.map(snapshot => ({
			rating_key: keyValue(row.snapshot.ratingKey),
			collected_at: Math.floor(snapshot.collectedAt),
			total_plays: valueIn(snapshot, board.days, 'plays'),
			total_duration: valueIn(snapshot, board.days, 'duration'),
		})),
	);

const ranked = {plays: 'total_plays', duration: 'total_duration', users: 'unique_users'} as const;

/** Which collections earn their place. */
export const collections = listView<CollectionsData, BoardItem>({
	name: 'collections',
	title: 'Collections',
	summary: 'the collections by plays, from the snapshots; one with its trend',
	takes: {
		window: 'any',
		past: true,
		measure: ['plays', 'duration', 'users'],
		narrowing: true,
		subject: {usage: '[NAME]', kind: 'text'},
		flags: [rotationFlag('only what this imported rotation featured; plays are those of the days that are asked for')],
	},
	switches: [mediaSwitch, homeSwitch],
	detail: {view: 'titles', kind: 'collection'},
	ask: askCollections,
	coverage: ({coverage}) => coverage,
	rows: (data, {own}) => itemsOf(data).filter(({snapshot}) => !isHomeOnly(own) || snapshot.promoted?.home === true),
	key: keyOf,
	columns: boardColumns,
	ranked: ({query}) => ranked[query.measure],
	empty,
	note: noteOf,
	legend,
	above: ({trends, board}, _, canvas) =>
		trends.flatMap(({snapshots}) => [...trendRows(snapshots, board.days, yAxisOf(canvas), canvas, 11), []]),
	enter: ({snapshot}) => ({
		view: 'collection',
		subject: {id: snapshot.ratingKey, name: shownTitle(snapshot.collectionName)},
	}),
	lead: (_, rows, scene) =>
		`${plural(rows.length, 'collection', 'collections', scene.glyphs)} by ${scene.query.measure === 'duration' ? 'hours' : scene.query.measure} in ${windowWords(scene.query.window, scene)}.`,
	speak: (row, {query, glyphs}) => {
		const items = perItem(row);
		return sentence(
			`${row.rank}`,
			shownTitle(row.snapshot.collectionName),
			amountWords(measureOf(row, query.measure), query.measure, glyphs),
			items === null ? '' : `${items.toFixed(1)} for each item`,
			row.snapshot.promoted?.home ? 'on your Home' : '',
			row.lift?.reason === null ? `lift ${liftText(row.lift, glyphs.times)}` : '',
		);
	},
	line: (_, rows, {query, glyphs}) => {
		const [first, ...others] = rows;
		if (!first) return {body: [{text: 'no snapshots yet'}], note: ''};
		const count = amount(measureOf(first, query.measure), query.measure, glyphs);
		const lift = first.lift?.reason === null ? narrowLift(first.lift, glyphs) : null;
		return {
			body: [
				{text: `${first.rank} ${shownTitle(first.snapshot.collectionName)} ${count}`},
				...(lift ? [{text: ' '}, lift] : []),
			],
			note: others.length === 0 ? '' : `${others.length} more`,
		};
	},
	beside: ({board}, scene) => ({
		query_days: 'days' in scene.query.window ? scene.query.window.days : null,
		...rotationJson(board, scene),
	}),
	json: row => {
		const {snapshot} = row;
		return {
			rank: row.rank,
			collection: snapshot.collectionName,
			plex_library: snapshot.libraryName,
			rating_key: keyValue(snapshot.ratingKey),
			media_type: snapshot.mediaType,
			total_plays: row.plays,
			total_duration: row.playedSeconds,
			unique_users: row.uniqueUsers,
			total_items: snapshot.totalItems,
			items_with_plays: row.itemsWithPlays,
			promoted: snapshot.promoted === null ? null : {...snapshot.promoted},
			rank_change: row.rankChange,
			is_new: row.isNew,
			collected_at: Math.floor(snapshot.collectedAt),
			...shownJson(row.shown),
			weeks: row.weeks,
			lift: row.lift && liftJson(row.lift),
		};
	},
	behind: (data, {query}) => ({
		weeks: data.weekly.weeks,
		...(query.subject && {trend: trendJson(data)}),
	}),
});
