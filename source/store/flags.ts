import type {Promoted} from '../domain/collection.ts';

/** The three flags as columns: 0, 1, or all null where they are unknown. */
export type Flags = {
	readonly home: number | null;
	readonly shared: number | null;
	readonly recommended: number | null;
};

export const writeFlags = (promoted: Promoted | null): Flags => ({
	home: promoted && Number(promoted.home),
	shared: promoted && Number(promoted.shared),
	recommended: promoted && Number(promoted.recommended),
});

export const readFlags = ({home, shared, recommended}: Flags): Promoted | null =>
	home === null || shared === null || recommended === null
		? null
		: {home: home === 1, shared: shared === 1, recommended: recommended === 1};
