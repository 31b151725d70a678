import {secondsPerDay} from '../../domain/period.ts';
import type {MirrorPart} from '../../store/mirror/mirror-parts.ts';

/** Back to where every library is done; null where nothing is yet, or all is. */
export const coveredDay = (parts: readonly MirrorPart[]): number | null => {
	const open = parts.filter(({done}) => !done).map(({fromDay}) => fromDay);
	if (open.length === 0 || open.some(day => day === null)) return null;
	return Math.max(...open.map(day => day ?? 0));
};

/** Plays are mirrored by their start and counted by their stop: none goes on for longer than this. */
const longestPlayDays = 3;

/** From when on starts have to be mirrored, so that whatever stopped since then is there (Unix seconds). */
export const playsFrom = (since: number): number => since - longestPlayDays * secondsPerDay;
