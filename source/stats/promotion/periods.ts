import {isOn, type PromotionSpan} from '../../domain/promotion.ts';

/** A time of being shown anywhere. Only a known off ends it, and what lies in it may be unknown. Unix seconds. */
export type ShownPeriod = {
	readonly from: number;
	readonly to: number;
	/** True: it is known to have begun then, since it was off just before; else it may have been on for longer. */
	readonly begins: boolean;
};

/** Between two looks that differ nobody knows; what was off so shortly before has begun now. */
const closeSeconds = 48 * 3600;

/** The times of being shown, oldest first. `spans` lie in order. */
export const shownPeriods = (spans: readonly PromotionSpan[]): readonly ShownPeriod[] => {
	const periods: ShownPeriod[] = [];
	let wasOn = false;
	let lastOff = Number.NEGATIVE_INFINITY;
	for (const span of spans) {
		if (!isOn(span)) {
			[wasOn, lastOff] = [false, span.to];
			continue;
		}
		const last = periods.at(-1);
		if (wasOn && last) periods[periods.length - 1] = {...last, to: span.to};
		else periods.push({from: span.from, to: span.to, begins: span.from - lastOff <= closeSeconds});
		wasOn = true;
	}
	return periods;
};
