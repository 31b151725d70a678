const plural = (count: number, unit: string): string[] =>
	count > 0 ? [`${count} ${unit}${count > 1 ? 's' : ''}`] : [];

/** Seconds in Tautulli's words, `12 days 14 hrs 34 mins`; long ones lose their seconds, nothing and less is `0`. */
export const durationText = (seconds: number): string => {
	if (seconds <= 0) return '0';
	const short = seconds < 300_000;
	const rounded = short ? seconds : Math.round(seconds / 60) * 60;
	return [
		...plural(Math.floor(rounded / 86_400), 'day'),
		...plural(Math.floor((rounded % 86_400) / 3600), 'hr'),
		...plural(Math.floor((rounded % 3600) / 60), 'min'),
		...(short ? plural(rounded % 60, 'sec') : []),
	].join(' ');
};
