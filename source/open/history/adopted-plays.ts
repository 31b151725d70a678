import {setImmediate} from 'node:timers/promises';
import {inTurns} from '../../domain/in-turns.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {ItemQuery} from '../../questions/queries.ts';
import type {Mirror} from '../../store/mirror/mirror.ts';

/** Plays of an item or a collection that were carried over beside the current history; null: none ever were. */
export const adoptedPlaysOf = async (
	{servers, adopted}: Mirror,
	{ratingKey, days}: ItemQuery,
	grouping: boolean,
	now: number,
): Promise<number | null> => {
	const serverId = servers.current()?.serverId;
	if (serverId === undefined || !adopted.any(serverId)) return null;
	const window = {serverId, since: days === 0 ? null : now - days * secondsPerDay, grouping};
	// No play has the key of a collection, so at most one of the two counts anything.
	const ofItem = await inTurns(adopted.ofItem(window, ratingKey), setImmediate);
	return ofItem + (await inTurns(adopted.ofCollections(window, [ratingKey]), setImmediate));
};
