import type {MirrorPart} from '../../store/mirror/mirror-parts.ts';

/** Back to where every library is done; null where nothing is yet, or all is. */
export const coveredDay = (parts: readonly MirrorPart[]): number | null => {
	const open = parts.filter(({done}) => !done).map(({fromDay}) => fromDay);
	if (open.length === 0 || open.some(day => day === null)) return null;
	return Math.max(...open.map(day => day ?? 0));
};
