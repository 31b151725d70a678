/** A server in the house has answered by then; one that takes longer holds nothing up. */
const mostMs = 250;

/** The first answer about who is watching, which comes before what takes long. */
export type FirstLook = {
	/** Resolves when there was one, or it takes too long. */
	readonly passed: Promise<void>;
	/** Takes note of a question: its end, good or bad, is told to whoever asked before this resolves. */
	readonly note: (asked: Promise<unknown>) => void;
};

/** Begins to wait. */
export const createFirstLook = (): FirstLook => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const timer = setTimeout(resolve, mostMs);
	const settled = (): void => {
		clearTimeout(timer);
		setImmediate(resolve);
	};
	return {passed: promise, note: asked => void asked.then(settled, settled)};
};
