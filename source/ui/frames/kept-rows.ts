import type {Row} from '../../canvas/row.ts';

/** Makes something of a row, or takes what was made of it before. */
export type KeepMade<Made> = (row: Row, others: readonly unknown[], make: () => Made) => Made;

/**
 * Keeps what was last made of a row together with some other things, while all of these are the same ones: the rows of a pane that did
 * not change are not measured, cut and painted again for each frame.
 */
export const keepMade = <Made>(): KeepMade<Made> => {
	const kept = new WeakMap<Row, {readonly others: readonly unknown[]; readonly made: Made}>();
	return (row, others, make) => {
		const known = kept.get(row);
		if (known && known.others.length === others.length && others.every((other, index) => other === known.others[index]))
			return known.made;
		const made = make();
		kept.set(row, {others, made});
		return made;
	};
};
