import type {Place} from '../../domain/lift.ts';
import type {PromotionSpan} from '../../domain/promotion.ts';

/** Where a collection was shown, as far as a lift asks: spans of the same kind count together. */
export type ShownKind = {
	readonly home: boolean;
	readonly shared: boolean;
	readonly recommended: boolean;
	/** It was promoted, nobody knows where. */
	readonly somewhere: boolean;
	/** Index of its rows among the bands; null: nowhere, or not known. */
	readonly band: number | null;
	/** False: it was promoted outside of the times that are asked for. */
	readonly isMeant: boolean;
};

/** Who looks: the owner, anybody else, or all alike. */
export type Who = 'owner' | 'friend' | 'anybody';

/** On and off are compared; out is left out. */
type Role = 'on' | 'off' | 'out';

/** One question about promotion: what a kind of time is for somebody. */
export type RoleOf = (kind: ShownKind, who: Who) => Role;

/** Index among the bands 1, 2, 3-5, 6+. */
const bandOf = (row: number | null): number | null => {
	if (row === null) return null;
	return row <= 2 ? row - 1 : row <= 5 ? 2 : 3;
};

/** A number that is the same for spans of the same kind. */
export const kindNumber = ({shown, row}: Pick<PromotionSpan, 'shown' | 'row'>, isMeant: boolean): number => {
	const places =
		shown === 'somewhere' ? 8 : Number(shown.home) + 2 * Number(shown.shared) + 4 * Number(shown.recommended);
	return places + 16 * Number(isMeant) + 32 * ((bandOf(row) ?? -1) + 1);
};

export const kindOf = ({shown, row}: Pick<PromotionSpan, 'shown' | 'row'>, isMeant: boolean): ShownKind => {
	const {home, shared, recommended} = shown === 'somewhere' ? {home: false, shared: false, recommended: false} : shown;
	return {home, shared, recommended, somewhere: shown === 'somewhere', band: bandOf(row), isMeant};
};

/** True where anybody saw it. */
export const isShown = ({home, shared, recommended, somewhere}: ShownKind): boolean =>
	home || shared || recommended || somewhere;

/** The owner sees Home and Recommended, everybody else the shared Home and Recommended. */
const isSeenBy = (kind: ShownKind, who: Who): boolean => {
	if (who === 'anybody' || kind.somewhere) return isShown(kind);
	return kind.recommended || (who === 'owner' ? kind.home : kind.shared);
};

/** Promoted or not, for whoever looks. */
export const promoted: RoleOf = (kind, who) => {
	if (!isSeenBy(kind, who)) return 'off';
	return kind.isMeant ? 'on' : 'out';
};

const viewersOf: {readonly [Name in Place]: Who | null} = {home: 'owner', shared: 'friend', recommended: null};

/** Promoted or not, whenever it was and whoever looks. */
export const everPromoted: RoleOf = kind => (isShown(kind) ? 'on' : 'off');

/** One place against none; time in another place alone is left out, and so is who does not see this one. */
export const inPlace =
	(place: Place): RoleOf =>
	(kind, who) => {
		const viewer = viewersOf[place];
		if (viewer !== null && who !== 'anybody' && who !== viewer) return 'out';
		if (!isShown(kind)) return 'off';
		return kind[place] && kind.isMeant ? 'on' : 'out';
	};

/** Some rows against no promotion. */
export const inBand =
	(band: number): RoleOf =>
	(kind, who) => {
		const role = promoted(kind, who);
		return role === 'on' && kind.band !== band ? 'out' : role;
	};

/** Rows 1 and 2 against those below: real off is left out. */
export const highAgainstLow: RoleOf = (kind, who) => {
	if (promoted(kind, who) !== 'on' || kind.band === null) return 'out';
	return kind.band <= 1 ? 'on' : 'off';
};
