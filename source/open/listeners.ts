/** A list of listeners, called in the order in which they came. */
export type Listeners<Event> = {
	readonly emit: (event: Event) => void;
	/** Returns the function that ends the listening. */
	readonly listen: (listener: (event: Event) => void) => () => void;
};

export const createListeners = <Event>(): Listeners<Event> => {
	const listeners = new Set<(event: Event) => void>();
	return {
		emit: event => {
			for (const listener of [...listeners]) listener(event);
		},
		listen: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
};
