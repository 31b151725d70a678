import {formatCategory, formatDay, formatDayClock, type Zone} from '../../canvas/clock.ts';
import {maxOf} from '../../canvas/resample.ts';
import {type Peaks, seriesValues} from '../../domain/plays/graph.ts';

/** The most streams at once of a window, with its day and, where it is known, its clock time; '' where there were none. */
export type Highest = {readonly count: number; readonly when: string; readonly day: string};

/** Zones to choose from: of days (null: not known), and of clocks. */
export type Zones = {readonly graphZone: Zone; readonly zone: Zone};

/** The highest of a series. Times stand beside days that were cut in the server's zone, so they are in it too. */
export const highestOf = (peaks: Peaks, series: string, {graphZone, zone}: Zones): Highest => {
	const values = seriesValues(peaks, series);
	const daily = maxOf(values);
	const known = peaks.highest?.[series];
	if (known && known.count >= daily) {
		const at = known.startedAt;
		return {count: known.count, when: formatDayClock(at, graphZone ?? zone), day: formatDay(at, graphZone ?? zone)};
	}
	const day = daily === 0 ? '' : formatCategory(peaks.categories[values.lastIndexOf(daily)] ?? '');
	return {count: daily, when: day, day};
};
