/** Places, number by number, those with the same number in order; and those of one number. */
type Grouped = {readonly all: Int32Array; readonly of: (number: number) => Int32Array};

/** Groups places by the number that each has, from 0 to `count`; those with a number below zero are in no group. */
export const groupPlaces = (numbers: Int32Array, count: number): Grouped => {
	const begins = new Int32Array(count + 1);
	for (const number of numbers) if (number >= 0) begins[number + 1] = (begins[number + 1] ?? 0) + 1;
	for (let number = 0; number < count; number++) begins[number + 1] = (begins[number + 1] ?? 0) + (begins[number] ?? 0);
	const all = new Int32Array(begins[count] ?? 0);
	const next = begins.slice();
	for (let place = 0; place < numbers.length; place++) {
		const number = numbers[place] ?? -1;
		if (number < 0) continue;
		const at = next[number] ?? 0;
		all[at] = place;
		next[number] = at + 1;
	}
	return {all, of: number => all.subarray(begins[number], begins[number + 1])};
};
