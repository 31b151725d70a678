import {nothing, type PlayColumns} from '../../domain/plays/play-columns.ts';
import type {Unit} from './units.ts';

/** When each unit was played last, by its place: Unix seconds; `nothing`: nobody knows when. A unit that never was is missing. */
export type LastPlays = ReadonlyMap<number, number>;

/**
 * Plays by the keys that their titles have today: of the leaf, else of its season or album, else of its show or artist, so that an
 * episode that is gone is a play of its show. Live TV is of no title.
 */
export const lastPlays = (columns: PlayColumns, units: readonly Unit[]): LastPlays => {
	const {count, itemKeys, parentKeys, grandparentKeys, startedAt, stoppedAt, media} = columns;
	const live = media.texts.indexOf('live');
	const places = new Map(units.map(({key}, place) => [key, place]));
	const last = new Map<number, number>();
	for (let at = 0; at < count; at++) {
		if (media.indexes[at] === live) continue;
		const place =
			places.get(itemKeys[at] ?? nothing) ??
			places.get(parentKeys[at] ?? nothing) ??
			places.get(grandparentKeys[at] ?? nothing);
		if (place === undefined) continue;
		const when = Math.max(stoppedAt[at] ?? nothing, startedAt[at] ?? nothing);
		const known = last.get(place);
		if (known === undefined || when > known) last.set(place, when);
	}
	return last;
};
