import type {User} from '../../domain/user.ts';
import type {Database} from '../database.ts';

/** The users of mirrored plays. Rows bring their names along; these are names of today. */
export type MirrorUsers = {
	/** One transaction. Users without plays are passed over. */
	readonly saveNames: (serverId: number, users: ReadonlyArray<Pick<User, 'userId' | 'friendlyName'>>) => void;
};

export const createMirrorUsers = (database: Database): MirrorUsers => {
	const update = database.prepare<[string, number, number, string]>(
		'UPDATE mirror_users SET name = ? WHERE server_id = ? AND user_id = ? AND name <> ?',
	);
	return {
		saveNames: (serverId, users) =>
			database.immediate(() => {
				for (const {userId, friendlyName} of users) update.run(friendlyName, serverId, userId, friendlyName);
			}),
	};
};
