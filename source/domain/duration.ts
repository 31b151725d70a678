const units: Readonly<Record<string, number>> = {s: 1, m: 60, h: 3600, d: 86_400};

/** The seconds of `30s`, `5m`, `2h` or `1d`, as people type how long something lasts; null where it is none of these. */
export const durationSeconds = (typed: string): number | null => {
	const [, count = '', unit = ''] = /^(\d{1,7})([smhd])$/.exec(typed.trim()) ?? [];
	const seconds = Number(count) * (units[unit] ?? Number.NaN);
	return Number.isNaN(seconds) ? null : seconds;
};

/** How long ago, or how long still, in the largest whole unit: "14 s", "55 min", "3 h", "2 d". */
export const formatSpan = (seconds: number): string => {
	const span = Math.max(0, seconds);
	if (span < 60) return `${Math.floor(span)} s`;
	if (span < 3600) return `${Math.floor(span / 60)} min`;
	if (span < 2 * 86_400) return `${Math.floor(span / 3600)} h`;
	return `${Math.floor(span / 86_400)} d`;
};
