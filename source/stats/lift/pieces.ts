import type {PromotionSpan} from '../../domain/promotion.ts';
import type {LiftCollection, LiftInput, Stretch} from './input.ts';
import {overlap} from './member-time.ts';
import {kindNumber, kindOf, type ShownKind} from './shown.ts';

/** A stretch of known promotion that lies in one part of the window. */
type Piece = Stretch & {
	readonly part: number;
	/** Index of its kind. */
	readonly kind: number;
};

export type Pieces = {readonly pieces: readonly Piece[]; readonly kinds: readonly ShownKind[]};

/** Calls back with the stretches that lie inside of times and between them, in order. */
const split = (
	whole: Stretch,
	only: readonly Stretch[] | null,
	found: (from: number, to: number, isMeant: boolean) => void,
): void => {
	let at = whole.from;
	for (const {from, to} of only ?? [whole]) {
		const [begin, end] = [Math.max(at, from), Math.min(to, whole.to)];
		if (begin >= end) continue;
		if (begin > at) found(at, begin, false);
		found(begin, end, true);
		at = end;
	}
	if (at < whole.to) found(at, whole.to, false);
};

/** What is known of a collection's promotion, cut at the edges of the parts. `only` in order. */
export const piecesOf = (
	{spans}: Pick<LiftCollection, 'spans'>,
	edges: readonly number[],
	only: LiftInput['only'],
): Pieces => {
	const window = {from: edges[0] ?? 0, to: edges.at(-1) ?? 0};
	const kinds: ShownKind[] = [];
	const known = new Map<number, number>();
	const indexOf = (span: PromotionSpan, isMeant: boolean): number => {
		const number = kindNumber(span, isMeant);
		const index = known.get(number) ?? kinds.push(kindOf(span, isMeant)) - 1;
		known.set(number, index);
		return index;
	};
	const pieces: Piece[] = [];
	let part = 0;
	for (const span of spans) {
		const whole = overlap(span, window);
		if (!whole) continue;
		split(whole, only, (from, to, isMeant) => {
			const kind = indexOf(span, isMeant);
			for (let at = from; at < to; ) {
				while ((edges[part + 1] ?? Number.POSITIVE_INFINITY) <= at) part += 1;
				const end = Math.min(to, edges[part + 1] ?? to);
				pieces.push({from: at, to: end, part, kind});
				at = end;
			}
		});
	}
	return {pieces, kinds};
};
