/** A value of a fixed list, so that whatever a server says costs no new series; the last one of the list is for all others. */
export const enumerated = <Value extends string>(
	values: readonly [...Value[], 'other'],
	text: string,
): Value | 'other' => values.find(value => value === text) ?? 'other';
