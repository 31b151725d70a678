import type {HeldStore} from './hold-store.ts';

/** Another process on the same database, and a file that is gone, are noticed this soon. */
const lookEveryMs = 2000;

/** Looks at the database again and again. Returns the function that stops looking. */
export const watchStored = ({look}: HeldStore, failed: (error: unknown) => void): (() => void) => {
	const timer = setInterval(() => void look().catch(failed), lookEveryMs);
	return () => clearInterval(timer);
};
