/** A value of a cell: text, a number, yes or no, or not known. */
export type DataCell = string | number | boolean | null;

/** Rows under stable names, for programs to read: what csv and plain text are made of. */
export type DataTable = {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly DataCell[])[];
};

/** A cell as text; what is not known is empty. */
export const cellText = (cell: DataCell): string => (cell === null ? '' : String(cell));
