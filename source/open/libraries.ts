import {AppError, isCancelled} from '../domain/app-error.ts';
import type {Library} from '../domain/library.ts';
import type {TautulliClient} from '../tautulli/client.ts';
import type {HeldMirror} from './hold-mirror.ts';

const stored = ({current}: Pick<HeldMirror, 'current'>): readonly Library[] | null => {
	const {mirror} = current();
	const state = mirror.servers.current();
	const found = state ? mirror.names.libraries(state.serverId) : [];
	return found.length === 0 ? null : found;
};

const save = ({current}: Pick<HeldMirror, 'current'>, libraries: readonly Library[]): void => {
	const {mirror} = current();
	const state = mirror.servers.current();
	if (state) mirror.names.saveLibraries(state.serverId, libraries);
};

/** Tautulli's libraries, Live TV among them, and noted for the time when it is away; then those of the last time. */
export const listLibraries = async (
	tautulli: TautulliClient | null,
	mirrored: Pick<HeldMirror, 'current'>,
	signal?: AbortSignal,
): Promise<readonly Library[]> => {
	try {
		if (!tautulli) throw new AppError('config', 'Tautulli is switched off in the configuration.', {server: 'tautulli'});
		const [listed, live] = await Promise.all([tautulli.getLibraries(signal), tautulli.getLiveTv(signal)]);
		const all = [...listed, ...(live ? [live] : [])];
		save(mirrored, all);
		return all;
	} catch (error) {
		const known = stored(mirrored);
		if (known && !isCancelled(error)) return known;
		throw error;
	}
};
