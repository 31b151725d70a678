import {formatCount, formatDuration, formatHours, plural} from '../canvas/format.ts';
import type {Glyphs} from '../canvas/glyphs.ts';
import type {YAxis} from '../domain/media.ts';

/** How counts on an axis read: plays as they are, seconds as hours. */
export const axisCount =
	(yAxis: YAxis, glyphs: Glyphs) =>
	(value: number): string =>
		yAxis === 'plays' ? formatCount(value, glyphs) : formatHours(value, glyphs);

/** A count with its unit: "1 943 plays", "12h 30m". */
export const wholeCount = (value: number, yAxis: YAxis, glyphs: Glyphs): string =>
	yAxis === 'plays' ? plural(value, 'play', 'plays', glyphs) : formatDuration(value);
