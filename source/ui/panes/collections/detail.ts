import {formatDay, formatWhen} from '../../../canvas/clock.ts';
import {axisUnder, dateLabels} from '../../../canvas/date-axis.ts';
import {formatChange, plural} from '../../../canvas/format.ts';
import type {Glyphs} from '../../../canvas/glyphs.ts';
import {lineChart} from '../../../canvas/line-chart.ts';
import type {Row} from '../../../canvas/row.ts';
import type {BoardRow} from '../../../domain/board.ts';
import type {Promoted, Snapshot} from '../../../domain/collection.ts';
import type {YAxis} from '../../../domain/media.ts';
import type {Days} from '../../../domain/period.ts';
import {shownTitle} from '../../../domain/text.ts';
import {amount, blank, daysWords, left} from '../../components/cells.ts';
import type {Frame} from '../../components/pane.ts';
import {type CollectionsData, keyOf} from './data.ts';
import {friendsHome} from './rows.ts';

/** Where a collection is promoted, in words. */
const placesWords = (promoted: Promoted | null, glyphs: Glyphs): string => {
	if (promoted === null) return 'whether it is promoted is not known';
	const places = [
		promoted.home ? 'your Home' : '',
		promoted.shared ? friendsHome(glyphs) : '',
		promoted.recommended ? 'Recommended' : '',
	].filter(Boolean);
	return places.length === 0 ? 'not promoted' : `on ${places.join(', ')}`;
};

const itemsWords = ({totalItems, windows}: Snapshot, frame: Frame): string => {
	if (totalItems === null) return '';
	const items = plural(totalItems, 'item', 'items', frame.glyphs);
	const everPlayed = windows.find(({days}) => days === 0)?.items ?? null;
	return everPlayed === null ? items : `${items}, ${totalItems - everPlayed} never played`;
};

/** Plays (or hours) of a snapshot in a window; null: that window was not stored. */
const valueIn = ({windows}: Snapshot, days: Days, yAxis: YAxis): number | null => {
	const window = windows.find(total => total.days === days);
	if (!window) return null;
	return yAxis === 'duration' ? window.playedSeconds : window.plays;
};

const windowName = (days: Days, isRoomy: boolean): string => {
	if (isRoomy) return daysWords(days);
	return days === 0 ? 'all' : `${days} d`;
};

/** All stored windows in one row, the asked one in bold. */
const windowsRow = ({windows}: Snapshot, {board, yAxis}: CollectionsData, frame: Frame): Row =>
	windows.flatMap(
		({days, plays, playedSeconds}): Row => [
			{text: `   ${windowName(days, frame.width >= 110)} `, role: 'dim'},
			{
				text: amount(yAxis === 'duration' ? playedSeconds : plays, yAxis, frame.glyphs),
				role: days === board.days ? 'bold' : 'plain',
			},
		],
	);

const titleRule = (row: BoardRow, frame: Frame): Row => {
	const {glyphs} = frame;
	const {snapshot} = row;
	const where = ` ${placesWords(snapshot.promoted, glyphs)} `;
	const room = Math.max(0, frame.width - where.length - 6);
	const name = left(shownTitle(snapshot.collectionName), room, glyphs).text.trimEnd();
	const fill = glyphs.box.rule.repeat(Math.max(0, frame.width - name.length - where.length - 4));
	return [
		{text: `${glyphs.box.rule} `, role: 'dim'},
		{text: name, role: 'bold'},
		{text: ` ${fill}`, role: 'dim'},
		{text: where},
		{text: glyphs.box.rule, role: 'dim'},
	];
};

const changeWords = (values: readonly number[], yAxis: YAxis, frame: Frame): string => {
	const first = values[0];
	const last = values.at(-1);
	if (first === undefined || last === undefined || values.length < 2) return 'one snapshot so far';
	const change = yAxis === 'duration' ? (last - first) / 3600 : last - first;
	return `${formatChange(change, frame.glyphs)}${yAxis === 'duration' ? ' h' : ''} since the first of ${values.length}`;
};

const trendRows = (
	snapshots: readonly Snapshot[],
	data: CollectionsData,
	frame: Frame,
	height: number,
): readonly Row[] => {
	const {days} = data.board;
	const points = snapshots.map(snapshot => valueIn(snapshot, days, data.yAxis));
	const values = points.filter(value => value !== null);
	const what = `${data.yAxis === 'duration' ? 'hours' : 'plays'} of ${daysWords(days)}, snapshot by snapshot`;
	const words: Row = [blank(3), {text: `${what}   ${changeWords(values, data.yAxis, frame)}`, role: 'dim'}];
	if (values.length < 2 || height < 5) return [words];
	const chart = lineChart({
		series: [{values: points, role: 'accent'}],
		width: frame.width - 2,
		height: height - 2,
		glyphs: frame.glyphs,
		label: value => `  ${amount(value, data.yAxis, frame.glyphs)}`,
	});
	const dates = snapshots.map(({collectedAt}) => formatDay(collectedAt, frame.zone));
	return [words, ...chart.rows, axisUnder(dateLabels(dates, chart.plotWidth), chart.plotAt, chart.plotWidth)];
};

/** The selected collection: where it is, its windows, its items, its trend; exactly as many rows as there is room for. */
export const detailRows = (row: BoardRow, data: CollectionsData, frame: Frame, height: number): readonly Row[] => {
	const {snapshot} = row;
	const collected = `collected ${formatWhen(snapshot.collectedAt, frame.now, frame.zone)}`;
	const facts = [itemsWords(snapshot, frame), snapshot.libraryName, collected].filter(Boolean).join('   ');
	const head: Row[] = [
		titleRule(row, frame),
		windowsRow(snapshot, data, frame),
		[blank(3), {text: facts, role: 'dim'}],
	];
	const trend =
		data.trend?.key === keyOf(row) ? trendRows(data.trend.snapshots, data, frame, height - head.length) : [];
	return [...head, ...trend].slice(0, height);
};
