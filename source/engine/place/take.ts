import {renameSync, statSync, unlinkSync} from 'node:fs';
import {createServer, type Server, type Socket} from 'node:net';
import process from 'node:process';
import {isSame, look, type SocketFile} from './look.ts';
import {isPipe} from './pipe.ts';
import {claimOf} from './socket-path.ts';

/** The place of the engine that keeps a database: whoever connects to its socket is heard here. */
export type Place = {
	/** False once the file of the socket is gone, or is another one's. */
	readonly isOurs: () => boolean;
	/** Nobody is heard any more, and the place is free. Who was let in already stays connected. */
	readonly leave: () => void;
};

/** A claim takes no longer than a few turns of the loop: one that is so old was left behind by a process that was killed. */
const staleClaimMs = 5000;

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Listens there, for this user alone from the first moment on. Resolves with the code of what went wrong, or null. */
const listen = (server: Server, path: string): Promise<string | null> =>
	new Promise(resolve => {
		server.once('error', error => resolve(codeOf(error)));
		// The file is made inside of this call, with the mode that the mask leaves.
		const before = process.umask(0o177);
		try {
			server.listen(path, () => resolve(null));
		} finally {
			process.umask(before);
		}
	});

/** Throws away what a claimer that was killed has left; nothing that is no socket. */
const clearClaim = (claim: string): 'taken' | null => {
	const found = look(claim);
	if (found === 'foreign') return null;
	try {
		if (found && Date.now() - statSync(claim).mtimeMs > staleClaimMs) unlinkSync(claim);
	} catch {
		// Its claimer has just moved it into place.
	}
	return 'taken';
};

/** True: what listens under the name of its claim is at the path now, in the place of `stale`. */
const moveIn = (claim: string, path: string, stale: SocketFile | null): boolean => {
	// Only who has the claim changes anything at the path, and between these two calls nobody else can.
	if (!isSame(stale, look(path))) return false;
	try {
		renameSync(claim, path);
		return true;
	} catch {
		return false;
	}
};

const placeOf = (server: Server, path: string): Place => {
	const own = isPipe(path) ? null : look(path);
	const isOurs = (): boolean => server.listening && (own === null || (own !== 'foreign' && isSame(own, look(path))));
	return {
		isOurs,
		leave: () => {
			try {
				if (own !== null && isOurs()) unlinkSync(path);
			} catch {
				// The next one finds a socket that nobody listens to.
			}
			server.close();
		},
	};
};

/**
 * Takes the place where there is nothing, or only `stale`, which nobody listens to. The socket is made under another name,
 * which one process can have at a time, and moved into place when it listens: so nobody ever meets one that does not, and
 * of two that come at once only one gets in. `taken`: another one was faster. Null: there can be no socket here.
 */
export const takePlace = async (
	path: string,
	stale: SocketFile | null,
	attend: (socket: Socket) => void,
): Promise<Place | 'taken' | null> => {
	const server = createServer(attend);
	const claim = isPipe(path) ? path : claimOf(path);
	const refused = await listen(server, claim);
	if (refused === 'EADDRINUSE') return isPipe(path) ? 'taken' : clearClaim(claim);
	if (refused !== null) return null;
	server.on('error', () => undefined);
	if (isPipe(path) || moveIn(claim, path, stale)) return placeOf(server, path);
	server.close();
	return 'taken';
};
