/** What was compared: how many of each kind, and the first differences. */
export type Tally = {
	readonly compare: (kind: string, what: string, theirs: unknown, ours: () => unknown) => void;
	readonly rows: () => ReadonlyArray<{readonly kind: string; readonly checked: number; readonly different: number}>;
	readonly differences: readonly string[];
};

const shown = (value: unknown): string => {
	const text = JSON.stringify(value);
	return text.length > 400 ? `${text.slice(0, 400)}…` : text;
};

/** The first place where two values differ, since graphs are long. */
const firstDifference = (theirs: unknown, ours: unknown): string => {
	if (Array.isArray(theirs) && Array.isArray(ours) && theirs.length === ours.length) {
		const index = theirs.findIndex((value, at) => JSON.stringify(value) !== JSON.stringify(ours[at]));
		return `at ${index}: ${firstDifference(theirs[index], ours[index])}`;
	}
	return `Tautulli ${shown(theirs)}, mirror ${shown(ours)}`;
};

export const createTally = (): Tally => {
	const kinds = new Map<string, {checked: number; different: number}>();
	const differences: string[] = [];
	return {
		compare: (kind, what, theirs, ours) => {
			const row = kinds.get(kind) ?? {checked: 0, different: 0};
			kinds.set(kind, row);
			row.checked += 1;
			const mine = ours();
			if (JSON.stringify(theirs) === JSON.stringify(mine)) return;
			row.different += 1;
			differences.push(`${kind}, ${what}: ${firstDifference(theirs, mine)}`);
		},
		rows: () => [...kinds].map(([kind, row]) => ({kind, ...row})),
		differences,
	};
};
