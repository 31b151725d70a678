import type {Store} from '../store/open.ts';

/** Another process on the same database is noticed this soon. */
const lookEveryMs = 2000;

/** Calls `changed` when another process has written to the database. Returns the function that stops looking. */
export const watchStored = (store: Store, changed: () => void): (() => void) => {
	let seen = store.dataVersion();
	const timer = setInterval(() => {
		const version = store.dataVersion();
		if (version === seen) return;
		seen = version;
		changed();
	}, lookEveryMs);
	return () => clearInterval(timer);
};
