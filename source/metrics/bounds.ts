import {type Family, family, type Metric, type Sample} from './family.ts';

/** How many of each kind get series of their own: the largest. A scraper keeps every label for months. */
const most = {collections: 200, libraries: 50, users: 100} as const;

type Bounded = keyof typeof most;

/** How many were left out; a metric of every topic that is bounded. */
export const leftOut = {
	name: 'tautop_left_out',
	type: 'gauge',
	help: 'How many have no series of their own, since there are too many of them: the smallest.',
	labels: ['what'],
} as const satisfies Metric;

/** The first of what is ordered by size, and how many are left out. */
export const bounded = <Item>(
	what: Bounded,
	items: readonly Item[],
): {readonly kept: readonly Item[]; readonly left: Family} => {
	const kept = items.slice(0, most[what]);
	const sample: Sample<'what'> = {labels: {what}, value: items.length - kept.length};
	return {kept, left: family(leftOut, [sample])};
};
