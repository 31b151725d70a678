import {openInMemory, type Store} from '../../store/open.ts';
import type {HeldStore} from '../hold-store.ts';

/** Where the history is mirrored: the database, or memory while there is none. */
export type HeldMirror = {
	readonly current: () => Pick<Store, 'mirror' | 'lease' | 'events'>;
	/** True: what is mirrored is gone when the program ends. */
	readonly isInMemory: () => boolean;
};

/** `now`: Unix seconds. The one in memory is made when it is needed; whoever reads it still may, when there is a database again. */
export const holdMirror = (held: Pick<HeldStore, 'current'>, now: () => number): HeldMirror => {
	let inMemory: Store | null = null;
	return {
		current: () => {
			const store = held.current();
			if (store) {
				inMemory = null;
				return store;
			}
			inMemory ??= openInMemory({now});
			return inMemory;
		},
		isInMemory: () => held.current() === null,
	};
};
