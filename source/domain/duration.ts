const units: Readonly<Record<string, number>> = {s: 1, m: 60, h: 3600, d: 86_400};

/** The seconds of `30s`, `5m`, `2h` or `1d`, as people type how long something lasts; null where it is none of these. */
export const durationSeconds = (typed: string): number | null => {
	const [, count = '', unit = ''] = /^(\d{1,7})([smhd])$/.exec(typed.trim()) ?? [];
	const seconds = Number(count) * (units[unit] ?? Number.NaN);
	return Number.isNaN(seconds) ? null : seconds;
};
