import {isOn, type PromotionSpan} from '../../domain/promotion.ts';

/**
 * A rotation takes a while, and is written down when it is done: a look so near to an end of its span may have seen the
 * one before or after it.
 */
const edgeSeconds = 300;

/** True where a look inside of the span found another state. A span without length is a look alone. */
const contradicts = (look: PromotionSpan, {from, to, shown}: PromotionSpan): boolean =>
	look.from < to - edgeSeconds && look.to > from + edgeSeconds && isOn(look) !== isOn({shown});

/** Both lists lie in order, so they are walked along together. */
const believed = (rotations: readonly PromotionSpan[], looks: readonly PromotionSpan[]): readonly PromotionSpan[] => {
	let start = 0;
	return rotations.filter(span => {
		while ((looks[start]?.to ?? Number.POSITIVE_INFINITY) < span.from) start += 1;
		for (let next = start; (looks[next]?.from ?? span.to) < span.to; next++) {
			const look = looks[next];
			if (look && contradicts(look, span)) return false;
		}
		return true;
	});
};

/** What is known, and what of more lies in none of it. */
const fill = (known: readonly PromotionSpan[], more: readonly PromotionSpan[]): readonly PromotionSpan[] => {
	if (more.length === 0) return known;
	const found: PromotionSpan[] = [];
	let [next, covered] = [0, Number.NEGATIVE_INFINITY];
	for (const span of more) {
		let from = Math.max(span.from, covered);
		for (let one = known[next]; one && one.from < span.to; one = known[next]) {
			if (one.from > from) found.push({...span, from, to: one.from});
			found.push(one);
			from = Math.max(from, one.to);
			next += 1;
		}
		covered = from;
		if (from < span.to) found.push(from === span.from ? span : {...span, from});
	}
	return [...found, ...known.slice(next)];
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
	const known = looks.filter(({from, to}) => from < to);
	return fill(fill(known, believed(rotations, looks)), stated);
};
