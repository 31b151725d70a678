import {formatPercent} from '../../canvas/format.ts';
import {percentages} from '../../stats/percentages.ts';

/** Parts as percentages that add up to 100: "62 %". */
export const shareWords = (parts: readonly number[]): readonly string[] => {
	const whole = parts.reduce((sum, part) => sum + Math.max(0, part), 0);
	return percentages(parts).map((percent, index) => formatPercent(percent, parts[index] ?? 0, whole));
};
