/** The mouse at a cell, counted from 0: a press of its left button, or its wheel. */
export type Mouse = {readonly did: 'click' | 'wheel-up' | 'wheel-down'; readonly column: number; readonly row: number};

const report = /^\[<(\d+);(\d+);(\d+)M$/;

const does: Readonly<Record<number, Mouse['did']>> = {0: 'click', 64: 'wheel-up', 65: 'wheel-down'};

/** Shift, Alt and Ctrl, which mean nothing here. */
const modifiers = 4 + 8 + 16;

/** What an SGR report (mode 1006), written without its Esc, tells; null: nothing that has a meaning here, such as a release. */
export const mouseOf = (sequence: string): Mouse | null => {
	const [, button, column, row] = report.exec(sequence) ?? [];
	const did = button === undefined ? undefined : does[Number(button) & ~modifiers];
	return did === undefined ? null : {did, column: Number(column) - 1, row: Number(row) - 1};
};
