import * as z from 'zod';
import {memberLevel} from '../../source/domain/member-level.ts';
import {secondsPerDay} from '../../source/domain/period.ts';
import type {CountWindow, PlayCount} from '../../source/store/mirror/play-counts.ts';
import {runThrough} from '../helpers/run-through.ts';
import {number, usersSchema, windowsSchema} from './ask.ts';
import type {Setting} from './check-graphs.ts';

const groupings = [true, false];

const windowOf = (serverId: number, now: number, days: number, grouping: boolean): CountWindow => ({
	serverId,
	since: days === 0 ? null : now - days * secondsPerDay,
	grouping,
});

type Theirs = z.output<typeof windowsSchema>;

const theirWindows = (windows: Theirs): number[][] =>
	windows.map(({query_days, total_plays, total_time}) => [query_days, total_plays, total_time]);

const byId = (users: ReadonlyArray<readonly number[]>): Array<readonly number[]> =>
	users.toSorted(([one = 0], [two = 0]) => one - two);

const theirUsers = (users: z.output<typeof usersSchema>): Array<readonly number[]> =>
	byId(users.map(({user_id, total_plays, total_time}) => [user_id, total_plays, total_time]));

/** Compares one thing's plays and time in all windows, grouped and not. */
const checkWindows = async (
	{ask, tally, serverId, now}: Setting,
	kind: string,
	command: string,
	parameters: Readonly<Record<string, string>>,
	windows: readonly number[],
	count: (window: CountWindow) => PlayCount,
): Promise<void> => {
	for (const grouping of groupings) {
		const asked = {...parameters, query_days: windows.join(','), grouping: grouping ? 1 : 0};
		const theirs = await ask(command, windowsSchema, asked);
		tally.compare(kind, `${JSON.stringify(parameters)}, grouping ${asked.grouping}`, theirWindows(theirs), () =>
			windows.map(days => {
				const {plays, playedSeconds} = count(windowOf(serverId, now(), days, grouping));
				return [days, plays, playedSeconds];
			}),
		);
	}
};

/** Items, seasons, shows, albums, artists: plays and time by window, and their users. */
export const checkItems = async (setting: Setting, keys: readonly string[], windows: readonly number[]) => {
	const {ask, mirror, tally, serverId} = setting;
	for (const ratingKey of keys) {
		await checkWindows(setting, 'items', 'get_item_watch_time_stats', {rating_key: ratingKey}, windows, window =>
			mirror.counts.item(window, ratingKey),
		);
		for (const grouping of groupings) {
			const parameters = {rating_key: ratingKey, grouping: grouping ? 1 : 0};
			const theirs = await ask('get_item_user_stats', usersSchema, parameters);
			const window = {serverId, since: null, grouping};
			tally.compare('users of items', `${ratingKey}, grouping ${parameters.grouping}`, theirUsers(theirs), () =>
				byId(
					mirror.counts
						.usersOf(window, ratingKey)
						.map(({userId, plays, playedSeconds}) => [userId, plays, playedSeconds]),
				),
			);
			tally.compare('unique users', ratingKey, theirs.length, () => mirror.counts.item(window, ratingKey).users);
		}
	}
};

/** Every user and every library. */
export const checkPeopleAndLibraries = async (setting: Setting, windows: readonly number[]): Promise<void> => {
	const {ask, mirror} = setting;
	const users = await ask('get_users', z.array(z.object({user_id: number})));
	for (const {user_id: userId} of users) {
		await checkWindows(setting, 'users', 'get_user_watch_time_stats', {user_id: String(userId)}, windows, window =>
			mirror.counts.user(window, userId),
		);
	}
	const libraries = await ask('get_library_names', z.array(z.object({section_id: number})));
	for (const {section_id: section} of libraries) {
		const sectionId = String(section);
		await checkWindows(setting, 'libraries', 'get_library_watch_time_stats', {section_id: sectionId}, windows, window =>
			mirror.counts.library(window, sectionId),
		);
		for (const grouping of groupings) {
			const parameters = {section_id: sectionId, grouping: grouping ? 1 : 0};
			const theirs = await ask('get_library_user_stats', usersSchema, parameters);
			setting.tally.compare(
				'users of libraries',
				sectionId,
				theirs.length,
				() => mirror.counts.library({serverId: setting.serverId, since: null, grouping}, sectionId).users,
			);
		}
	}
};

const collectionSchema = z.object({
	data: z.array(z.object({ratingKey: number, title: z.string(), subtype: z.string(), childCount: number})),
});
const childrenSchema = z.object({
	children_list: z.array(z.object({rating_key: number, title: z.string(), guid: z.string()})),
});

/** Every collection of every library, with the members that Tautulli itself counts. */
export const checkCollections = async (setting: Setting, windows: readonly number[]): Promise<void> => {
	const {ask, mirror, tally, serverId, now} = setting;
	const libraries = await ask('get_libraries', z.array(z.object({section_id: number})));
	const keys: string[] = [];
	for (const {section_id} of libraries) {
		const {data} = await ask('get_collections_table', collectionSchema, {section_id, length: 1000});
		for (const {ratingKey, subtype} of data) {
			const collectionKey = String(ratingKey);
			const parameters = {rating_key: collectionKey, media_type: 'collection'};
			const {children_list} = await ask('get_children_metadata', childrenSchema, parameters);
			const members = children_list.map(child => ({
				ratingKey: String(child.rating_key),
				type: subtype,
				title: child.title,
				guid: child.guid,
			}));
			mirror.members.save({collectionKey, level: memberLevel(subtype), changedAt: null, members}, now());
			keys.push(collectionKey);
		}
	}
	for (const grouping of groupings) {
		const counted = (): ReadonlyArray<ReadonlyMap<string, readonly number[]>> =>
			windows.map(
				days =>
					new Map(
						mirror.collections
							.counts(windowOf(serverId, now(), days, grouping))
							.map(({collectionKey, plays, playedSeconds}) => [collectionKey, [days, plays, playedSeconds]]),
					),
			);
		const users = mirror.collections.users({serverId, since: null, grouping});
		for (const ratingKey of keys) {
			const parameters = {rating_key: ratingKey, media_type: 'collection', grouping: grouping ? 1 : 0};
			const theirs = await ask('get_item_watch_time_stats', windowsSchema, {
				...parameters,
				query_days: windows.join(','),
			});
			tally.compare('collections', `${ratingKey}, grouping ${parameters.grouping}`, theirWindows(theirs), () =>
				counted().map((counts, index) => counts.get(ratingKey) ?? [windows[index], 0, 0]),
			);
			const sinces = windows.map(days => windowOf(serverId, now(), days, grouping).since);
			const query = {serverId, collectionKeys: [ratingKey], sinces, grouping};
			const one = runThrough(mirror.memberPlays.count(query)).byCollection.get(ratingKey);
			if (!one) throw new Error(`Collection ${ratingKey} was not counted.`);
			// Tautulli knows nothing of plays under an older key, so where there are some the two count different things.
			const exact = one.rowsByGuid + one.rowsOfOthers === 0;
			const kind = exact ? 'collections one by one' : 'not compared: re-added';
			const mine = one.windows.map(({plays, playedSeconds}, index) => [windows[index], plays, playedSeconds]);
			tally.compare(
				kind,
				`${ratingKey}, grouping ${parameters.grouping}`,
				exact ? theirWindows(theirs) : mine,
				() => mine,
			);
			const theirPeople = await ask('get_item_user_stats', usersSchema, parameters);
			tally.compare('users of collections', ratingKey, theirPeople.length, () => users.get(ratingKey) ?? 0);
		}
	}
};
