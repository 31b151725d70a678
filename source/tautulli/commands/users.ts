import * as z from 'zod/mini';
import type {User} from '../../domain/user.ts';
import type {Call} from '../call.ts';
import {flag, num, shownName, text} from '../wire.ts';
import {userWords} from '../words.ts';

const wire = z.pipe(
	z.object({user_id: num, friendly_name: text, username: text, is_active: flag, is_admin: flag}),
	z.transform(
		(row): User => ({
			userId: row.user_id,
			friendlyName: shownName(row.friendly_name, row.username),
			isActive: row.is_active,
			isAdmin: row.is_admin,
		}),
	),
);

/** All users that Tautulli knows, those that left Plex included; 0 is its built-in "Local". */
export const getUsers = async (call: Call, signal?: AbortSignal): Promise<User[]> => {
	const {data} = await call.ask('get_users', {}, {signal});
	return [...call.decodeList('get_users', userWords, wire, data).read];
};
