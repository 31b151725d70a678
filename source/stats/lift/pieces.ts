import type {LiftCollection, LiftInput, Stretch} from './input.ts';
import {overlap} from './member-time.ts';
import {kindName, kindOf, type ShownKind} from './shown.ts';

/** A stretch of known promotion that lies in one part of the window. */
export type Piece = Stretch & {
	readonly part: number;
	/** Index of its kind. */
	readonly kind: number;
};

export type Pieces = {readonly pieces: readonly Piece[]; readonly kinds: readonly ShownKind[]};

/** A stretch inside of times, and between them. */
const split = (
	whole: Stretch,
	only: readonly Stretch[] | null,
): ReadonlyArray<Stretch & {readonly isMeant: boolean}> => {
	if (only === null) return [{...whole, isMeant: true}];
	const inside = only.flatMap(each => overlap(each, whole) ?? []).toSorted((one, two) => one.from - two.from);
	const found: Array<Stretch & {isMeant: boolean}> = [];
	let at = whole.from;
	for (const {from, to} of inside) {
		if (from > at) found.push({from: at, to: from, isMeant: false});
		if (to > at) found.push({from: Math.max(at, from), to, isMeant: true});
		at = Math.max(at, to);
	}
	return at < whole.to ? [...found, {from: at, to: whole.to, isMeant: false}] : found;
};

/** What is known of a collection's promotion, cut at the edges of the parts. */
export const piecesOf = (
	{spans}: Pick<LiftCollection, 'spans'>,
	edges: readonly number[],
	only: LiftInput['only'],
): Pieces => {
	const window = {from: edges[0] ?? 0, to: edges.at(-1) ?? 0};
	const kinds: ShownKind[] = [];
	const numbers = new Map<number, number>();
	const numberOf = (kind: ShownKind): number => {
		const name = kindName(kind);
		const known = numbers.get(name);
		if (known !== undefined) return known;
		numbers.set(name, kinds.length);
		return kinds.push(kind) - 1;
	};
	const pieces: Piece[] = [];
	let part = 0;
	for (const span of spans) {
		const whole = overlap(span, window);
		if (!whole) continue;
		for (const {from, to, isMeant} of split(whole, only)) {
			const kind = numberOf(kindOf(span, isMeant));
			for (let at = from; at < to; ) {
				while ((edges[part + 1] ?? Number.POSITIVE_INFINITY) <= at) part += 1;
				const end = Math.min(to, edges[part + 1] ?? to);
				pieces.push({from: at, to: end, part, kind});
				at = end;
			}
		}
	}
	return {pieces, kinds};
};
