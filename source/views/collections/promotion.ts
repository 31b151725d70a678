import {formatDay} from '../../canvas/clock.ts';
import {AppError, isCancelled} from '../../domain/app-error.ts';
import {collectionKey, isPromoted, type Promoted} from '../../domain/collection.ts';
import {formatSpan} from '../../domain/duration.ts';
import type {Placed, PromotionSpan} from '../../domain/promotion.ts';
import type {Json} from '../../export/json.ts';
import {median} from '../../stats/median.ts';
import {type ShownPeriod, shownPeriods} from '../../stats/promotion/periods.ts';
import type {MaybeCanvas} from '../plan/list-view.ts';
import type {Asking} from '../plan/view.ts';

/** Where a collection is now, and when it was shown in the last year. */
export type Shown = {
	/** What the last look found; null: nobody ever looked. */
	readonly placed: Placed | null;
	readonly periods: readonly ShownPeriod[];
	/** What the periods are made of, with the rows. */
	readonly spans: readonly PromotionSpan[];
};

/** By the library and key of the collection. */
export type ShownBy = ReadonlyMap<string, Shown>;

/** Of a year; where nobody can tell, none. */
export const askShown = async ({sources, signal}: Pick<Asking, 'sources' | 'signal'>): Promise<ShownBy> => {
	try {
		const {collections} = await sources.promotions({days: 365}, signal);
		return new Map(
			collections.map(each => [
				collectionKey(each),
				{placed: each.placed, periods: shownPeriods(each.spans), spans: each.spans},
			]),
		);
	} catch (error) {
		if (isCancelled(error) || !(error instanceof AppError)) throw error;
		return new Map();
	}
};

/** So often, and it is told as times and length. */
const often = 10;

/** True where it goes on and off so often that times and length tell more than dates. */
export const isRotating = ({periods}: Shown): boolean => periods.length >= often;

/** The flags of the last look where there was one; else those that a snapshot has. */
export const flagsOf = (shown: Shown | undefined, snapshot: Promoted | null): Promoted | null =>
	shown?.placed?.promoted ?? snapshot;

/** True where the last look found it shown. */
export const isOnNow = ({placed}: Shown): boolean => isPromoted(placed?.promoted ?? null);

const lengthOf = ({from, to}: ShownPeriod): number => to - from;

/** From so many cells on words are whole. */
const wideCells = 100;

/** "2 Nov, 21 d" for what is on, "to 2 Nov, 21 d" for what was, "20 × 12 h" for what rotates, "before the records". */
export const shownWords = (shown: Shown, {now, zone, glyphs, width = wideCells}: MaybeCanvas): string => {
	const {periods} = shown;
	const last = periods.at(-1);
	if (!last) return '';
	if (isRotating(shown)) {
		return `${periods.length} ${glyphs.times} ${formatSpan(median(periods.map(lengthOf)) ?? 0)}`;
	}
	if (!isOnNow(shown)) return `to ${formatDay(last.to, zone)}, ${formatSpan(lengthOf(last))}`;
	return last.begins
		? `${formatDay(last.from, zone)}, ${formatSpan(now - last.from)}`
		: `before ${width < wideCells ? '' : 'the '}records`;
};

/** What programs read of it. */
export const shownJson = (shown: Shown | undefined): {readonly [key: string]: Json} => {
	const last = shown?.periods.at(-1);
	const isOn = shown ? isOnNow(shown) : false;
	return {
		promoted_row: shown?.placed?.row ?? null,
		promoted_since: isOn && last?.begins ? Math.floor(last.from) : null,
		promoted_until: !isOn && last ? Math.floor(last.to) : null,
		promoted_periods: shown ? shown.periods.length : null,
	};
};
