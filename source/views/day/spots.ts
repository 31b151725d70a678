import {columnsOf, type Frame} from '../../stats/day-frame.ts';
import {type Lane, lanesOf} from '../../stats/lanes.ts';
import type {DayStream} from './streams.ts';

/** Where a cursor stands: the row of somebody, and a column (Unix seconds). */
export type Spot = {readonly lane: string; readonly from: number; readonly step: number};

/** A row of the picture, and what tells it from the others. */
export type NamedLane = Lane<DayStream> & {readonly id: string};

/** Rows in the order of their first streams, a user's one below the other. */
export const namedLanes = (streams: readonly DayStream[]): readonly NamedLane[] => {
	const seen = new Map<string, number>();
	return lanesOf(streams, ({row}) => `${row.userId} ${row.user}`).map(lane => {
		const number = (seen.get(lane.owner) ?? 0) + 1;
		seen.set(lane.owner, number);
		return {...lane, id: `${lane.owner}/${number}`};
	});
};

const spotKey = ({lane, from, step}: Spot): string => `${lane}@${from}+${step}`;

/** Null: it is the key of a row of the table. */
export const spotOf = (key: string): Spot | null => {
	const [, lane, from, step] = /^(.*)@(\d+)\+(\d+)$/.exec(key) ?? [];
	return lane === undefined ? null : {lane, from: Number(from), step: Number(step)};
};

/** True where a stream runs in a spot's column. */
export const isIn = ({startedAt, stoppedAt}: DayStream, {from, step}: Pick<Spot, 'from' | 'step'>): boolean =>
	startedAt < from + step && stoppedAt > from;

/** The keys of all rows, column by column. */
export const spotKeys = (lanes: readonly NamedLane[], all: Frame): readonly string[] =>
	lanes.flatMap(({id}) =>
		Array.from({length: columnsOf(all)}, (_, index) =>
			spotKey({lane: id, from: all.from + index * all.step, step: all.step}),
		),
	);
