/** A program that runs for years forgets what it has told. */
const mostTold = 500;

/** Whether a sentence is new, which it is once. */
export const createIsNew = (): ((text: string) => boolean) => {
	const told = new Set<string>();
	return text => {
		if (told.has(text)) return false;
		if (told.size >= mostTold) told.clear();
		told.add(text);
		return true;
	};
};
