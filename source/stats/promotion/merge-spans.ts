import {isPromoted} from '../../domain/collection.ts';
import type {PromotionSpan, Shown} from '../../domain/promotion.ts';

/**
 * A rotation takes a while, and is written down when it is done: a look so near to an end of its span may have seen the
 * one before or after it.
 */
const edgeSeconds = 300;

const isOn = (shown: Shown): boolean => shown === 'somewhere' || isPromoted(shown);

/** True where a look inside of the span found another state. A span without length is a look alone. */
const isContradicted = ({from, to, shown}: PromotionSpan, looks: readonly PromotionSpan[]): boolean =>
	looks.some(look => look.from < to - edgeSeconds && look.to > from + edgeSeconds && isOn(look.shown) !== isOn(shown));

/** What of a span lies in no other one. `others` lie in order. */
const without = (span: PromotionSpan, others: readonly PromotionSpan[]): readonly PromotionSpan[] => {
	const rest: PromotionSpan[] = [];
	let {from} = span;
	for (const other of others) {
		if (other.to <= from || other.from >= span.to || other.from === other.to) continue;
		if (other.from > from) rest.push({...span, from, to: other.from});
		from = Math.max(from, other.to);
	}
	if (from < span.to) rest.push({...span, from});
	return rest;
};

const inOrder = (spans: readonly PromotionSpan[]): readonly PromotionSpan[] =>
	spans.filter(({from, to}) => from < to).toSorted((one, two) => one.from - two.from);

/** Each span with those of the others that meet it; both lie in order, so they are walked along together. */
const withNeighbours = (spans: readonly PromotionSpan[], others: readonly PromotionSpan[]) => {
	let start = 0;
	return spans.map(span => {
		while ((others[start]?.to ?? Number.POSITIVE_INFINITY) < span.from) start += 1;
		let end = start;
		while ((others[end]?.from ?? Number.POSITIVE_INFINITY) < span.to) end += 1;
		return {span, near: others.slice(start, end)};
	});
};

const fill = (known: readonly PromotionSpan[], more: readonly PromotionSpan[]): readonly PromotionSpan[] => {
	if (more.length === 0) return known;
	if (known.length === 0) return inOrder(more);
	return inOrder([...known, ...withNeighbours(more, known).flatMap(({span, near}) => without(span, near))]);
};

const believed = (rotations: readonly PromotionSpan[], looks: readonly PromotionSpan[]): readonly PromotionSpan[] => {
	if (looks.length === 0) return rotations;
	return withNeighbours(rotations, looks)
		.filter(({span, near}) => !isContradicted(span, near))
		.map(({span}) => span);
};

/**
 * All that is known of one collection. Looks win; a rotation that a look contradicts says nothing; what somebody stated
 * counts only where nothing else is known. Each list lies in order, without overlaps; so does what comes out.
 */
export const mergeSpans = (
	looks: readonly PromotionSpan[],
	rotations: readonly PromotionSpan[],
	stated: readonly PromotionSpan[] = [],
): readonly PromotionSpan[] => {
	return fill(fill(inOrder(looks), believed(rotations, looks)), stated);
};
