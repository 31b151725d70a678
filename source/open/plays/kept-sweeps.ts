import type {StreamColumns} from '../../stats/true-peaks.ts';
import type {HeldColumns} from './held-columns.ts';

type Kept<Swept> = {readonly streams: StreamColumns; readonly swept: Promise<Swept>};

/** Sweeps of these streams, if they are not the same as before. */
export type KeepSwept<Swept> = (
	columns: HeldColumns,
	name: string,
	streams: StreamColumns,
	sweep: () => Promise<Swept>,
) => Promise<Swept>;

/** The windows that a dashboard asks for, and the stretches that records are looked for in, narrowed by a few things. */
const mostKept = 12;

const isSame = <Column extends Int32Array | Uint8Array>(one: Column, two: Column): boolean =>
	one.length === two.length &&
	Buffer.from(one.buffer, one.byteOffset, one.byteLength).equals(
		Buffer.from(two.buffer, two.byteOffset, two.byteLength),
	);

const areSame = (one: StreamColumns, two: StreamColumns): boolean =>
	isSame(one.startedAt, two.startedAt) && isSame(one.stoppedAt, two.stoppedAt) && isSame(one.ways, two.ways);

/**
 * Keeps what streams came to, by a name that says all else that counts: a window slides with each second, a new play changes one stretch
 * of many, and mostly the streams themselves are still those of the last time. They are compared, which costs nearly nothing
 * beside a sweep. It belongs to the columns that they were read from.
 */
export const keepSwept = <Swept>(): KeepSwept<Swept> => {
	const kept = new WeakMap<HeldColumns, Map<string, Kept<Swept>>>();
	return (columns, name, streams, sweep) => {
		const held = kept.get(columns) ?? new Map<string, Kept<Swept>>();
		kept.set(columns, held);
		const known = held.get(name);
		held.delete(name);
		if (known && areSame(known.streams, streams)) {
			held.set(name, known);
			return known.swept;
		}
		const swept = sweep();
		const entry = {streams, swept};
		held.set(name, entry);
		const [oldest] = held.keys();
		if (held.size > mostKept && oldest !== undefined) held.delete(oldest);
		swept.catch(() => held.get(name) === entry && held.delete(name));
		return swept;
	};
};
