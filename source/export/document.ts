import type {DataTable} from './data-table.ts';

/** Something to read: paragraphs under a title, and tables that may have a title of their own. */
export type Document = {
	readonly title: string;
	readonly paragraphs: readonly string[];
	readonly tables: ReadonlyArray<{readonly title: string; readonly table: DataTable}>;
};
