import type {User} from '../../domain/user.ts';
import type {Database} from '../database.ts';

/** What Tautulli's list of users tells beyond the rows of plays, which bring their names along. */
export type MirrorUsers = {
	/** Names of today, and who owns the server. One transaction. Names of users without plays are passed over. */
	readonly save: (serverId: number, users: ReadonlyArray<Omit<User, 'isActive'>>) => void;
	/** Ids of the owners; empty: Tautulli names none. Null: it was not asked yet. */
	readonly owners: (serverId: number) => readonly number[] | null;
};

export const createMirrorUsers = (database: Database): MirrorUsers => {
	const update = database.prepare<[string, number, number, string]>(
		'UPDATE mirror_users SET name = ? WHERE server_id = ? AND user_id = ? AND name <> ?',
	);
	const saveOwners = database.prepare<[string, number]>('UPDATE mirror_servers SET owners = ? WHERE id = ?');
	const selectOwners = database.prepare<[number], {owners: string | null}>(
		'SELECT owners FROM mirror_servers WHERE id = ?',
	);
	return {
		save: (serverId, users) =>
			database.immediate(() => {
				for (const {userId, friendlyName} of users) update.run(friendlyName, serverId, userId, friendlyName);
				const owners = users.filter(({isAdmin}) => isAdmin).map(({userId}) => userId);
				saveOwners.run(JSON.stringify(owners), serverId);
			}),
		owners: serverId => {
			const text = selectOwners.get(serverId)?.owners ?? null;
			const owners: readonly number[] | null = text === null ? null : JSON.parse(text);
			return owners;
		},
	};
};
