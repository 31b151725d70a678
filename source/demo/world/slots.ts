import {weekdayOf, type Zone} from './zone.ts';

/** The most streams that ever run at once. */
export const slotCount = 9;

/** How likely somebody sits down at each hour of the day, 0 to 23. */
const evening = [
	0.12, 0.05, 0.02, 0.01, 0.01, 0.02, 0.05, 0.08, 0.1, 0.11, 0.12, 0.15, 0.18, 0.17, 0.16, 0.2, 0.28, 0.4, 0.55, 0.75,
	0.9, 0.85, 0.55, 0.28,
];

/** A number from 0 to 1 that is the same for a day in every demo. */
const moodOf = (day: number): number => {
	const mixed = Math.imul(day ^ (day >>> 7), 0x9e37_79b1) >>> 0;
	return ((mixed ^ (mixed >>> 15)) % 1000) / 1000;
};

/** How many streams a day has room for: 5 to 8 on most, 7 to 9 from Friday to Sunday, so that days differ. */
const openSlots = (day: number, weekday: number): number => {
	const isWeekend = weekday === 0 || weekday === 5 || weekday === 6;
	return isWeekend ? 7 + Math.round(moodOf(day) * 2) : 5 + Math.round(moodOf(day) * 3);
};

/**
 * The chance that a free stream is taken up at a moment. The first two are taken round the clock (night shifts and
 * friends abroad), so that there is always something to see; the third nearly so; the rest follow the evening.
 */
export const chanceOf = (slot: number, at: number, zone: Zone): number => {
	if (slot < 2) return 1;
	if (slot === 2) return 0.35;
	const day = zone.dayOf(at);
	const weekday = weekdayOf(day);
	if (slot >= openSlots(day, weekday)) return 0;
	const hour = zone.hourOf(at);
	const isWeekend = weekday === 0 || weekday === 6;
	const afternoon = isWeekend && hour >= 10 && hour < 19 ? 2.2 : 1;
	const late = weekday === 5 || weekday === 6 ? 1.15 : 1;
	return Math.min(0.95, (evening[hour] ?? 0.1) * afternoon * late * (1 - (slot - 3) * 0.09));
};
