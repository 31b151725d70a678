import {axisRow} from '../canvas/axis.ts';
import {formatDay, formatWhen} from '../canvas/clock.ts';
import {lineChart} from '../canvas/line-chart.ts';
import type {Row} from '../canvas/row.ts';
import type {Snapshot} from '../domain/collection.ts';
import type {YAxis} from '../domain/media.ts';
import type {Days} from '../domain/period.ts';
import {windowOf} from '../stats/leaderboard.ts';
import {axisCount} from './counts.ts';
import type {Frame} from './report.ts';
import {windowName} from './words.ts';

/** The number of a snapshot in a window; null where it was stored without that window. */
export const inWindow = (snapshot: Snapshot, days: Days, yAxis: YAxis): number | null => {
	const window = windowOf(snapshot, days);
	if (!window) return null;
	return yAxis === 'plays' ? window.plays : window.playedSeconds;
};

/** How one collection went: its number in the window, snapshot by snapshot, as a line from zero. */
export const trendRows = (snapshots: readonly Snapshot[], days: Days, yAxis: YAxis, frame: Frame): Row[] => {
	const {width, glyphs, now, zone} = frame;
	const [first, last] = [snapshots[0], snapshots.at(-1)];
	if (!first || !last) return [];
	const what = `${yAxis === 'plays' ? 'plays' : 'hours'} in the ${windowName(days)}, snapshot by snapshot`;
	if (snapshots.length === 1) {
		return [
			[{text: `One snapshot so far, ${formatWhen(first.collectedAt, now, zone)}; the trend begins with the next.`}],
		];
	}
	const {rows, plotAt, plotWidth} = lineChart({
		series: [{values: snapshots.map(snapshot => inWindow(snapshot, days, yAxis)), role: 'accent'}],
		width,
		height: 9,
		glyphs,
		label: axisCount(yAxis, glyphs),
	});
	const end = formatDay(last.collectedAt, zone);
	const labels = axisRow(
		[
			{at: 0, text: formatDay(first.collectedAt, zone)},
			{at: plotWidth - end.length, text: end},
		],
		plotWidth,
	);
	return [[{text: what, role: 'dim'}], ...rows, [{text: ' '.repeat(plotAt) + labels, role: 'dim'}]];
};
