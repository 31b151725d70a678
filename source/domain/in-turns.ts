/** Takes the steps of a generator; between them, `turn` gives the thread back. */
export const inTurns = async <Value>(steps: Generator<void, Value>, turn: () => Promise<unknown>): Promise<Value> => {
	let step = steps.next();
	while (!step.done) {
		await turn();
		step = steps.next();
	}
	return step.value;
};
