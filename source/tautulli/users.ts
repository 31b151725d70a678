import {z} from 'zod';
import type {User} from '../domain/user.ts';
import type {Call} from './call.ts';
import {flag, num, shownName, text} from './wire.ts';

const wire = z.array(
	z.object({user_id: num, friendly_name: text, username: text, is_active: flag}).transform(
		(row): User => ({
			userId: row.user_id,
			friendlyName: shownName(row.friendly_name, row.username),
			isActive: row.is_active,
		}),
	),
);

/** All users that Tautulli knows, those that left Plex included; 0 is its built-in "Local". */
export const getUsers = (call: Call, signal?: AbortSignal): Promise<User[]> =>
	call.read('get_users', wire, {}, {signal});
