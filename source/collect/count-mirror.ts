import {AppError} from '../domain/app-error.ts';
import {memberLevel} from '../domain/member-level.ts';
import {type Days, secondsPerDay, storedWindows, type WindowTotal} from '../domain/period.ts';
import type {Mirror} from '../store/mirror.ts';
import type {CountCollection} from './count.ts';
import {type MemberSources, readMembers} from './read-members.ts';

export type MirrorCountSources = Omit<MemberSources, 'members'> & {
	readonly mirror: Mirror;
	readonly serverId: number;
	readonly queryDays: Days;
	/** True: rows that Tautulli joined count as one. */
	readonly grouping: boolean;
	/** Unix seconds: the end of all windows. */
	readonly countedAt: number;
	/** Gives the thread back for a moment. */
	readonly turn: (signal: AbortSignal) => Promise<void>;
};

/**
 * Counts from the mirror: nothing is asked but for the members, and all windows have users. A play counts by the key
 * that the members' type asks for, and by its guid where the title was added again under another key.
 */
export const createMirrorCount = (sources: MirrorCountSources): CountCollection => {
	const {mirror, serverId, queryDays, grouping, countedAt} = sources;
	const days = storedWindows.includes(queryDays) ? storedWindows : [...storedWindows, queryDays];
	const sinces = days.map(window => (window === 0 ? null : countedAt - window * secondsPerDay));
	return async (collection, signal) => {
		const level = memberLevel(collection.mediaType);
		const members = await readMembers({...sources, members: mirror.members}, collection, level, signal);
		await sources.turn(signal);
		const counted = mirror.memberPlays.count({
			serverId,
			collectionKey: collection.ratingKey,
			sinces,
			grouping,
		});
		const totals = counted.windows.map((window, index): WindowTotal => ({...window, days: days[index] ?? 0}));
		const asked = totals.find(window => window.days === queryDays);
		if (!asked) throw new AppError('bad-answer', 'The window of the run is missing.');
		return {
			windows: totals.slice(0, storedWindows.length),
			asked,
			totalItems: members.length,
			playsByGuid: counted.rowsByGuid,
			playsOfOthers: counted.rowsOfOthers,
		};
	};
};
