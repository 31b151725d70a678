import type {DemoUser} from '../../world/people.ts';
import type {World} from '../../world/world.ts';
import {crashed, type Json, success} from '../answer.ts';
import type {Command, Commands} from '../context.ts';
import {groupingOf} from '../params.ts';
import {drawOf, ordered, pageOf, searched} from '../table.ts';
import {playsOf, secondsOf} from '../tally.ts';
import {userThumb} from '../user-stats.ts';
import {lastRowFields} from './libraries.ts';

type Fields = {readonly [name: string]: Json};

const filters: Fields = {
	filter_all: null,
	filter_movies: null,
	filter_tv: null,
	filter_music: null,
	filter_photos: null,
};

/** The built-in user that Tautulli always has. */
const local: Fields = {
	row_id: 1,
	user_id: 0,
	username: 'Local',
	friendly_name: 'Local',
	thumb: null,
	email: null,
	is_active: 1,
	is_admin: 0,
	is_home_user: null,
	is_allow_sync: null,
	is_restricted: null,
	do_notify: 1,
	keep_history: 1,
	allow_guest: 0,
	shared_libraries: [],
	...filters,
};

const userRow = (world: World, user: DemoUser, index: number): Fields => ({
	row_id: index + 2,
	user_id: user.userId,
	username: user.username,
	friendly_name: user.friendlyName,
	thumb: userThumb(user),
	email: `${user.userId}@example.com`,
	is_active: user.isActive ? 1 : 0,
	is_admin: user.isAdmin ? 1 : 0,
	is_home_user: user.isHome ? 1 : 0,
	is_allow_sync: 1,
	is_restricted: 0,
	do_notify: 1,
	keep_history: 1,
	allow_guest: 0,
	shared_libraries: world.libraries.map(({sectionId}) => String(sectionId)),
	...filters,
});

const getUsers: Command = ({world}) =>
	success([local, ...world.people.map((user, index) => userRow(world, user, index))]);

const getUserNames: Command = ({world}) =>
	success([
		{user_id: 0, friendly_name: 'Local'},
		...world.people.map(({userId, friendlyName}) => ({user_id: userId, friendly_name: friendlyName})),
	]);

const tableRow = (world: World, user: DemoUser, index: number, grouping: boolean): Fields => {
	const rows = world.history.byUser(user.userId);
	const last = rows.at(-1);
	return {
		row_id: index + 2,
		user_id: user.userId,
		username: user.username,
		friendly_name: user.friendlyName,
		title: user.username,
		email: `${user.userId}@example.com`,
		user_thumb: userThumb(user),
		plays: playsOf(rows, grouping),
		duration: secondsOf(rows),
		last_seen: last?.startedAt ?? null,
		ip_address: last === undefined ? null : user.ipAddress,
		platform: last?.plan.player.platform ?? null,
		player: last?.plan.player.name ?? null,
		transcode_decision: last?.plan.decision ?? null,
		...lastRowFields(last),
		do_notify: 1,
		keep_history: 1,
		allow_guest: 0,
		is_active: user.isActive ? 1 : 0,
	};
};

const localRow: Fields = {
	row_id: 1,
	user_id: 0,
	username: 'Local',
	friendly_name: 'Local',
	title: null,
	email: null,
	user_thumb: 'interfaces/default/images/gravatar-default-80x80.png',
	plays: 0,
	duration: 0,
	last_seen: null,
	ip_address: null,
	platform: null,
	player: null,
	transcode_decision: null,
	...lastRowFields(undefined),
	do_notify: 1,
	keep_history: 1,
	allow_guest: 0,
	is_active: 1,
};

const getUsersTable: Command = ({world}, params) => {
	const grouping = groupingOf(params);
	const rows = [localRow, ...world.people.map((user, index) => tableRow(world, user, index, grouping))];
	const found = searched(params, rows, ['friendly_name', 'username', 'platform', 'player', 'last_played']);
	const data = pageOf(params, ordered(params, found, 'friendly_name'));
	if (data === null) return crashed;
	return success({recordsFiltered: found.length, recordsTotal: rows.length, data, draw: drawOf(params)});
};

/** Commands about all users. */
export const userCommands: Commands = {
	get_users: getUsers,
	get_user_names: getUserNames,
	get_users_table: getUsersTable,
};
