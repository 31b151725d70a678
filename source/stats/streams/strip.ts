import type {Minute} from '../../domain/streams/minute.ts';
import type {StripMinute} from '../../domain/streams/strip.ts';

/** A play as far as its minutes are counted. */
type Ran = {readonly startedAt: number | null; readonly stoppedAt: number | null; readonly transcodeDecision: string};

type Span = {readonly startedAt: number; readonly stoppedAt: number; readonly decision: string};

/** The times (Unix seconds) that a history knows all plays of. */
export type KnownTime = {readonly from: number; readonly to: number};

/** The parts of a minute are each the most of their own moment: together they may be more than there ever were at once. */
const ofSeen = ({streams, direct, copied, transcoded}: Minute): StripMinute => {
	const most = Math.min(transcoded, streams);
	const more = Math.min(copied, streams - most);
	return {streams, transcoded: most, copied: more, direct: Math.min(direct, streams - most - more), isSeen: true};
};

const countAt = (at: number, spans: readonly Span[]): StripMinute => {
	const running = spans.filter(({startedAt, stoppedAt}) => startedAt <= at && at < stoppedAt);
	const count = (name: string): number => running.filter(({decision}) => decision === name).length;
	return {
		streams: running.length,
		direct: count('direct play'),
		copied: count('copy'),
		transcoded: count('transcode'),
		isSeen: false,
	};
};

/** The first of the highest moments of a minute: there are never more streams than when one begins. */
const ofPlays = (minute: number, spans: readonly Span[]): StripMinute => {
	const [from, to] = [minute * 60, minute * 60 + 60];
	const near = spans.filter(({startedAt, stoppedAt}) => startedAt < to && stoppedAt > from);
	const moments = near.map(({startedAt}) => Math.max(from, startedAt));
	return [from, ...moments]
		.toSorted((one, two) => one - two)
		.map(at => countAt(at, near))
		.reduce((best, one) => (one.streams > best.streams ? one : best));
};

/**
 * `count` minutes from one on (Unix seconds / 60): as they were seen, from history where nobody looked; null where that does not
 * know them either.
 */
export const stripMinutes = (
	first: number,
	count: number,
	seen: readonly Minute[],
	plays: readonly Ran[],
	known: KnownTime | null,
): ReadonlyArray<StripMinute | null> => {
	const byMinute = new Map(seen.map(minute => [minute.minute, minute]));
	const spans = plays.flatMap(({startedAt, stoppedAt, transcodeDecision}) =>
		startedAt === null || stoppedAt === null ? [] : [{startedAt, stoppedAt, decision: transcodeDecision}],
	);
	return Array.from({length: count}, (_, index) => {
		const minute = first + index;
		const found = byMinute.get(minute);
		if (found) return ofSeen(found);
		const isKnown = known !== null && minute * 60 >= known.from && minute * 60 + 60 <= known.to;
		return isKnown ? ofPlays(minute, spans) : null;
	});
};

/** A stream that runs, and since when it does (Unix seconds), as far as anybody can tell. */
export type Running = {readonly since: number; readonly decision: string};

/**
 * Adds what still runs to the minutes that history alone tells of. In the minute in which it began another one may have ended just before,
 * of the same person even: there it counts only where it is alone.
 */
export const withRunning = (
	first: number,
	minutes: ReadonlyArray<StripMinute | null>,
	running: readonly Running[],
): ReadonlyArray<StripMinute | null> =>
	minutes.map((minute, index) => {
		if (!minute || minute.isSeen) return minute;
		const at = (first + index) * 60;
		const there = running.filter(({since}) => since <= at || (minute.streams === 0 && since < at + 60));
		const count = (name: string): number => there.filter(({decision}) => decision === name).length;
		return {
			streams: minute.streams + there.length,
			direct: minute.direct + count('direct play'),
			copied: minute.copied + count('copy'),
			transcoded: minute.transcoded + count('transcode'),
			isSeen: false,
		};
	});

/** A column of some minutes, as its first highest one was; null: none of them is known. `at`: Unix seconds of its first minute. */
export type StripColumn = {readonly at: number; readonly highest: (StripMinute & {readonly minute: number}) | null};

/** Columns of `step` minutes each, cut by the clock: one stays as it is while time goes by. */
export const stripColumns = (
	first: number,
	minutes: ReadonlyArray<StripMinute | null>,
	step: number,
): readonly StripColumn[] => {
	const columns: StripColumn[] = [];
	for (const [index, value] of minutes.entries()) {
		const minute = first + index;
		const at = minute - (minute % step);
		const last = columns.at(-1);
		const held = last?.at === at * 60 ? last.highest : null;
		const highest = value && value.streams > (held?.streams ?? -1) ? {...value, minute} : held;
		if (last?.at === at * 60) columns[columns.length - 1] = {...last, highest};
		else columns.push({at: at * 60, highest});
	}
	return columns;
};
