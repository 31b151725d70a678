import {secondsPerDay} from '../../domain/period.ts';
import {nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import type {ZoneSpan} from '../../domain/zone.ts';

/** When plays started by the server's clock: days since 1970 (`nothing` without a start), and hours 0 to 23. */
export type LocalStarts = {readonly days: Int32Array; readonly hours: Uint8Array};

/** The offset in force at a time: spans are few and times come nearly in order, so the last one is tried first. */
const createOffsets = (spans: readonly ZoneSpan[]): ((at: number) => number) => {
	let index = 0;
	return at => {
		while (index > 0 && at < (spans[index]?.from ?? 0)) index -= 1;
		while (index + 1 < spans.length && at >= (spans[index + 1]?.from ?? 0)) index += 1;
		return spans[index]?.offsetSeconds ?? 0;
	};
};

/** The server's clock at the start of each play. */
export const localStarts = ({count, startedAt}: PlayColumns, spans: readonly ZoneSpan[]): LocalStarts => {
	const days = new Int32Array(count);
	const hours = new Uint8Array(count);
	const offsetAt = createOffsets(spans);
	for (let at = 0; at < count; at++) {
		const start = startedAt[at] ?? nothing;
		if (start === nothing) {
			days[at] = nothing;
			continue;
		}
		const local = start + offsetAt(start);
		const day = Math.floor(local / secondsPerDay);
		days[at] = day;
		hours[at] = Math.floor((local - day * secondsPerDay) / 3600);
	}
	return {days, hours};
};
