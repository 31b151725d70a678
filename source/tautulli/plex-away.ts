import {AppError} from '../domain/app-error.ts';
import type {Transport} from '../http/contract.ts';

/** Tautulli answers "success" with nothing in it when it cannot reach Plex: an error with Plex, not an empty answer. */
export const plexAway = (transport: Transport): AppError =>
	new AppError('unreachable', `${transport.where} answers, but it cannot reach Plex.`, {
		server: 'plex',
		hint: 'Is Plex running? Tautulli may need half a minute to notice that it is back.',
	});
