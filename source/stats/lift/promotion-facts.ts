import {secondsPerDay} from '../../domain/period.ts';
import {weekdayOf, type ZoneSpan} from '../../domain/zone.ts';
import {median} from '../median.ts';
import type {Pieces} from './pieces.ts';
import type {RoleOf} from './shown.ts';

/** How long a collection was on and off, whoever looks, and how often it was put up. Times are Unix seconds. */
export type PromotionFacts = {
	readonly onSeconds: number;
	readonly offSeconds: number;
	readonly periods: readonly Period[];
	/** When it was on last; null: never. */
	readonly lastOn: number | null;
};

type Period = {readonly begunAt: number; readonly onSeconds: number};

/** Of one question. Only a known off ends a period. */
export const factsOf = ({pieces, kinds}: Pieces, role: RoleOf): PromotionFacts => {
	const roles = kinds.map(kind => role(kind, 'anybody'));
	const periods: Array<{begunAt: number; onSeconds: number}> = [];
	let open: {begunAt: number; onSeconds: number} | null = null;
	let [onSeconds, offSeconds] = [0, 0];
	let lastOn: number | null = null;
	for (const {from, to, kind} of pieces) {
		if (roles[kind] === 'off') {
			offSeconds += to - from;
			open = null;
		}
		if (roles[kind] !== 'on') continue;
		onSeconds += to - from;
		lastOn = to;
		if (!open) {
			open = {begunAt: from, onSeconds: 0};
			periods.push(open);
		}
		open.onSeconds += to - from;
	}
	return {onSeconds, offSeconds, periods, lastOn};
};

const fewestPeriods = 10;
const longestMedianSeconds = 72 * 3600;
const fewestWeekdays = 4;

/** 0 is Sunday, by the clock of these spans. */
const weekdayAt = (clock: readonly ZoneSpan[], at: number): number => {
	const span = clock.findLast(({from}) => from <= at) ?? clock[0];
	return weekdayOf(Math.floor((at + (span?.offsetSeconds ?? 0)) / secondsPerDay));
};

/** True where periods began on enough days of the week. */
const isSpread = (periods: readonly Period[], clock: readonly ZoneSpan[]): boolean =>
	new Set(periods.map(({begunAt}) => weekdayAt(clock, begunAt))).size >= fewestWeekdays;

/** On and off so often, on so many days of the week, that what else changes meets both sides. */
export const isRotated = ({periods}: Pick<PromotionFacts, 'periods'>, clock: readonly ZoneSpan[]): boolean =>
	periods.length >= fewestPeriods &&
	(median(periods.map(({onSeconds}) => onSeconds)) ?? 0) <= longestMedianSeconds &&
	isSpread(periods, clock);
