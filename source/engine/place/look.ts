import {lstatSync} from 'node:fs';
import process from 'node:process';

/** One socket file, told apart from any other that was ever at its path. */
export type SocketFile = {readonly device: bigint; readonly inode: bigint; readonly madeAt: bigint};

/** What lies at a path; `foreign`: no socket of this user. Null: nothing. */
export const look = (path: string): SocketFile | 'foreign' | null => {
	try {
		const found = lstatSync(path, {bigint: true, throwIfNoEntry: false});
		if (!found) return null;
		const isOwn = process.getuid === undefined || found.uid === BigInt(process.getuid());
		// Inodes are used again, times of making are not; nothing writes to a socket's file.
		return found.isSocket() && isOwn ? {device: found.dev, inode: found.ino, madeAt: found.mtimeNs} : 'foreign';
	} catch {
		return 'foreign';
	}
};

/** True where both looks found the same, or nothing. */
export const isSame = (one: SocketFile | null, two: SocketFile | 'foreign' | null): boolean => {
	if (one === null || two === null || two === 'foreign') return one === two;
	return one.device === two.device && one.inode === two.inode && one.madeAt === two.madeAt;
};
