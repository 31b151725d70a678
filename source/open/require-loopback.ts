import type {Config} from '../config/config.ts';
import {AppError} from '../domain/app-error.ts';
import type {Clock} from '../domain/clock.ts';

const isLoopback = (baseUrl: string): boolean => {
	const host = URL.parse(baseUrl)?.hostname ?? '';
	return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
};

/** A clock of our own would spoil what is kept of a real server. Throws `config` for a server on another machine. */
export const requireLoopback = ({isOurs}: Clock, {tautulli, plex}: Config): void => {
	const servers = [tautulli, plex].flatMap(server => (server ? [server.baseUrl] : []));
	if (!isOurs || servers.every(isLoopback)) return;
	throw new AppError('config', 'TAUTOP_CLOCK is for servers on this machine only.', {hint: 'Unset it.'});
};
