/** Runs a generator of facts to its end, handing each fact on, and gives back what it returns. */
export const follow = async <Fact, Result>(
	work: AsyncGenerator<Fact, Result>,
	tell: (fact: Fact) => void,
): Promise<Result> => {
	let step = await work.next();
	while (!step.done) {
		tell(step.value);
		step = await work.next();
	}
	return step.value;
};
