import * as z from 'zod';
import {memberLevel} from '../../source/domain/member-level.ts';
import {secondsPerDay} from '../../source/domain/period.ts';
import type {CountWindow} from '../../source/domain/plays/play-count.ts';
import {countCollection, countPlays, only} from '../helpers/count-plays.ts';
import {number, usersSchema, windowsSchema} from './ask.ts';
import type {Setting} from './check-graphs.ts';

const groupings = [true, false];

const windowOf = (serverId: number, now: number, days: number, grouping: boolean): CountWindow => ({
	serverId,
	since: days === 0 ? null : now - days * secondsPerDay,
	grouping,
});

type Theirs = z.output<typeof windowsSchema>;

/** Where the seconds come to exactly 0, Tautulli answers no plays. */
const theirWindows = (windows: Theirs): number[][] =>
	windows.map(({query_days, total_plays, total_time}) => [query_days, total_plays, total_time]);

/** What one thing's plays are counted by. */
type Kind = 'title' | 'user' | 'library';

/** Compares one thing's plays and time in all windows, grouped and not. */
const checkWindows = async (
	{ask, tally, mirror, serverId, now}: Setting,
	[kind, id]: readonly [Kind, string],
	command: string,
	parameters: Readonly<Record<string, string>>,
	windows: readonly number[],
): Promise<void> => {
	for (const grouping of groupings) {
		const asked = {...parameters, query_days: windows.join(','), grouping: grouping ? 1 : 0};
		const theirs = await ask(command, windowsSchema, asked);
		tally.compare(command, `${JSON.stringify(parameters)}, grouping ${asked.grouping}`, theirWindows(theirs), () =>
			windows.map(days => {
				const {plays, playedSeconds} = countPlays(mirror, windowOf(serverId, now(), days, grouping), only(kind, id));
				return [days, playedSeconds === 0 ? 0 : plays, playedSeconds];
			}),
		);
	}
};

/** How many users there are behind one thing, of all time. */
const checkUsers = async (
	{ask, tally, mirror, serverId}: Setting,
	[kind, id]: readonly [Kind, string],
	command: string,
	parameters: Readonly<Record<string, string>>,
): Promise<void> => {
	const theirs = await ask(command, usersSchema, parameters);
	const window = {serverId, since: null, grouping: true};
	tally.compare(command, id, theirs.length, () => countPlays(mirror, window, only(kind, id)).users);
};

/** Items, seasons, shows, albums, artists: plays and time by window, and their users. */
export const checkItems = async (setting: Setting, keys: readonly string[], windows: readonly number[]) => {
	for (const key of keys) {
		const parameters = {rating_key: key};
		await checkWindows(setting, ['title', key], 'get_item_watch_time_stats', parameters, windows);
		await checkUsers(setting, ['title', key], 'get_item_user_stats', parameters);
	}
};

/** Every user and every library. */
export const checkPeopleAndLibraries = async (setting: Setting, windows: readonly number[]): Promise<void> => {
	const {ask} = setting;
	const users = await ask('get_users', z.array(z.object({user_id: number})));
	for (const {user_id} of users) {
		const id = String(user_id);
		await checkWindows(setting, ['user', id], 'get_user_watch_time_stats', {user_id: id}, windows);
	}
	const libraries = await ask('get_library_names', z.array(z.object({section_id: number})));
	for (const {section_id} of libraries) {
		const id = String(section_id);
		await checkWindows(setting, ['library', id], 'get_library_watch_time_stats', {section_id: id}, windows);
		await checkUsers(setting, ['library', id], 'get_library_user_stats', {section_id: id});
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
		for (const ratingKey of keys) {
			const parameters = {rating_key: ratingKey, media_type: 'collection', grouping: grouping ? 1 : 0};
			const theirs = await ask('get_item_watch_time_stats', windowsSchema, {
				...parameters,
				query_days: windows.join(','),
			});
			const counted = windows.map(days =>
				countCollection(mirror, windowOf(serverId, now(), days, grouping), ratingKey),
			);
			tally.compare('collections', `${ratingKey}, grouping ${parameters.grouping}`, theirWindows(theirs), () =>
				counted.map(({plays, playedSeconds}, index) => [windows[index], plays, playedSeconds]),
			);
			const theirPeople = await ask('get_item_user_stats', usersSchema, parameters);
			tally.compare('users of collections', ratingKey, theirPeople.length, () => counted.at(windows.indexOf(0))?.users);
		}
	}
};
