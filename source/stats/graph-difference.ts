import type {Graph} from '../domain/plays/graph.ts';

/** Where two graphs differ first. */
export type GraphDifference = {
	readonly series: string;
	readonly category: string;
	readonly ours: number;
	readonly theirs: number;
};

/** The first place where ours has another number than theirs; null: none. What they do not know is no difference. */
export const graphDifference = (ours: Graph, theirs: Graph): GraphDifference | null => {
	for (const {name, values} of theirs.series) {
		const own = ours.series.find(series => series.name === name)?.values;
		for (const [index, category] of theirs.categories.entries()) {
			const their = values[index] ?? null;
			const mine = own?.[ours.categories.indexOf(category)] ?? 0;
			if (their !== null && mine !== their) return {series: name, category, ours: mine, theirs: their};
		}
	}
	return null;
};
