import {AppError, isCancelled} from '../../domain/app-error.ts';
import type {Library} from '../../domain/library.ts';
import {secondsPerDay} from '../../domain/period.ts';
import type {TautulliClient} from '../../tautulli/client.ts';
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

/** Lists them where they are not known, or not since yesterday; a failure is told by whoever needs them. */
export type NoteLibraries = (isHurried: boolean, signal?: AbortSignal) => Promise<void>;

/** `now`: Unix seconds. `isHurried`: somebody waits, so what is known is good enough. */
export const createNoteLibraries = (
	tautulli: TautulliClient | null,
	mirrored: Pick<HeldMirror, 'current'>,
	now: () => number,
): NoteLibraries => {
	let listedAt = Number.NEGATIVE_INFINITY;
	return async (isHurried, signal) => {
		const isKnown = stored(mirrored) !== null;
		if (!tautulli || (isKnown && (isHurried || now() - listedAt < secondsPerDay))) return;
		try {
			await listLibraries(tautulli, mirrored, signal);
			listedAt = now();
		} catch (error) {
			if (isCancelled(error) || !(error instanceof AppError)) throw error;
		}
	};
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
