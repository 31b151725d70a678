/** Takes all steps of a generator, one after the other, and returns how it ends. */
export const runThrough = <Value>(steps: Generator<unknown, Value>): Value => {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
};
