import type {Lift, LiftNumbers} from '../../domain/lift.ts';
import type {Json} from '../../export/json.ts';

type JsonObject = {readonly [key: string]: Json};

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const roundedOrNull = (value: number | null): number | null => (value === null ? null : rounded(value));

/** A lift of many collections, as JSON has it. */
export const numbersJson = (found: LiftNumbers): JsonObject => ({
	lift: roundedOrNull(found.lift),
	low: roundedOrNull(found.low),
	high: roundedOrNull(found.high),
	verdict: found.verdict,
	reason: found.reason,
	on_starts: found.onStarts,
	off_starts: found.offStarts,
	other_on_starts: found.otherOnStarts,
	other_off_starts: found.otherOffStarts,
	expected_on: rounded(found.expectedOn),
	expected_off: rounded(found.expectedOff),
	rotated: found.rotated,
});

/** A lift of one collection, as JSON has it. */
export const liftJson = (found: Lift): JsonObject => {
	const {rotated, ...numbers} = numbersJson(found);
	return {
		...numbers,
		on_hours: rounded(found.onHours),
		off_hours: rounded(found.offHours),
		unknown_hours: rounded(found.unknownHours),
		periods: found.periods,
		rotated: rotated ?? found.rotated,
		also_elsewhere: found.alsoElsewhere,
		last_on: found.lastOn === null ? null : Math.floor(found.lastOn),
	};
};
