import type {Graph} from '../domain/graph.ts';
import type {DataTable} from '../export/data-table.ts';
import type {Json} from '../export/json.ts';

/** A graph as the API's JSON: categories, and each series by its name. */
export const graphJson = (graph: Graph): {readonly categories: readonly string[]; readonly series: Json} => ({
	categories: graph.categories,
	series: Object.fromEntries(graph.series.map(({name, values}) => [name, values])),
});

/** A graph as rows, one a category: its name in the column `heading`, then each series. */
export const graphTable = (heading: string, {categories, series}: Graph): DataTable => ({
	columns: [heading, ...series.map(({name}) => name)],
	rows: categories.map((category, index) => [category, ...series.map(({values}) => values[index] ?? null)]),
});
