import type {Glyphs} from './glyphs.ts';

/** 48210 as "48 210", with the thin space of the glyphs. Fractions are rounded away. */
export const formatCount = (value: number, glyphs: Glyphs): string => {
	const digits = String(Math.abs(Math.round(value)));
	const grouped = digits.replace(/\B(?=(\d{3})+$)/g, glyphs.thousands);
	return Math.round(value) < 0 ? `${glyphs.minus}${grouped}` : grouped;
};

/** A change with its sign: "+4", "−1", "0". */
export const formatChange = (value: number, glyphs: Glyphs): string =>
	value > 0 ? `+${formatCount(value, glyphs)}` : formatCount(value, glyphs);

/** One digit after the point: "9.6". */
export const formatDecimal = (value: number): string => value.toFixed(1);

/** Seconds as "2h 0m", always hours and minutes, as the model has it; Tautulli can have a negative sum: "-0h 2m". */
export const formatDuration = (seconds: number): string => {
	const minutes = Math.floor(Math.abs(seconds) / 60);
	return `${seconds < 0 && minutes > 0 ? '-' : ''}${Math.floor(minutes / 60)}h ${minutes % 60}m`;
};

/** Seconds played as minutes, as lengths of films are told: "44 min". */
export const formatMinutes = (seconds: number, glyphs: Glyphs): string =>
	`${formatCount(Math.trunc(seconds / 60), glyphs)} min`;

/** An hour of the day as it stands under a column: "7" for "07"; what is no number stays as it is. */
export const formatHour = (category: string): string => (/^\d+$/.test(category) ? String(Number(category)) : category);

/** Seconds played as whole hours with thousands, for a column of hours: "1 204"; under ten hours one digit more: "4.5", "−0.5". */
export const formatHoursAlone = (seconds: number, glyphs: Glyphs): string => {
	const hours = seconds / 3600;
	const size = Math.abs(hours);
	if (size === 0 || size >= 9.95) return formatCount(hours, glyphs);
	return `${hours < -0.05 ? glyphs.minus : ''}${formatDecimal(size)}`;
};

/** The same with its unit: "1 204 h". */
export const formatHours = (seconds: number, glyphs: Glyphs): string => `${formatHoursAlone(seconds, glyphs)} h`;

/** kb/s as megabits with one digit, without the unit: "21.4". */
export const formatMegabits = (kbps: number): string =>
	kbps < 999_950 ? formatDecimal(kbps / 1000) : String(Math.round(kbps / 1000));

/** A whole percentage of a part: "62 %". A part that is there never reads 0, one that is not all never 100. */
export const formatPercent = (percent: number, part: number, whole: number): string => {
	if (percent === 0) return part > 0 ? '<1 %' : '0 %';
	return percent === 100 && part < whole ? '99 %' : `${percent} %`;
};

/** A part of a whole, rounded alone: "62 %"; of nothing: "0 %". Parts that stand together have `shareWords`. */
export const formatShare = (part: number, whole: number): string =>
	whole <= 0 || part <= 0 ? '0 %' : formatPercent(Math.round((100 * part) / whole), part, whole);

/** Bytes as "712 B", "41 kB", "20.4 MB", "1.9 TB". */
export const formatBytes = (bytes: number): string => {
	if (bytes < 1000) return `${bytes} B`;
	if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
	if (bytes < 1_000_000_000) return `${formatDecimal(bytes / 1_000_000)} MB`;
	if (bytes < 1_000_000_000_000) return `${formatDecimal(bytes / 1_000_000_000)} GB`;
	return `${formatDecimal(bytes / 1_000_000_000_000)} TB`;
};

/** "1 play", "2 plays". */
export const plural = (count: number, one: string, many: string, glyphs: Glyphs): string =>
	`${formatCount(count, glyphs)} ${count === 1 ? one : many}`;
