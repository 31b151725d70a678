import {printable} from './problem.ts';
import type {TextFile} from './read-file.ts';

/**
 * A warning where a file with secrets can be read by every user of the machine, else null. Somebody else's file is left
 * alone: chmod is not ours to advise there, and might lock us out.
 */
export const secretsWarning = (
	path: string,
	file: Pick<TextFile, 'mode' | 'owner'>,
	uid: number | null | undefined,
	platform: NodeJS.Platform,
): string | null => {
	const ours = uid === undefined || uid === null || uid === 0 || uid === file.owner;
	if (platform === 'win32' || !ours || (file.mode & 0o004) === 0) return null;
	const name = printable(path);
	return `${name} holds secrets and can be read by everybody on this machine. Run: chmod 600 ${/^[\w./-]+$/.test(name) ? name : `'${name}'`}`;
};
