/** One line of the table: a figure, and where there is one its goal and whether it is met. */
export type Line = {
	readonly what: string;
	readonly value: string;
	readonly goal?: string | undefined;
	readonly isMet?: boolean | undefined;
};

/** A line as text, in columns. */
export const lineText = ({what, value, goal, isMet}: Line): string =>
	`${what.padEnd(48)}${value.padEnd(30)}${goal ? `${goal.padEnd(18)}${isMet ? 'met' : 'MISSED'}` : ''}`.trimEnd();
