import type {AppErrorData} from '../domain/app-error.ts';
import type {EngineTrouble} from '../domain/engine-trouble.ts';
import type {Trouble} from './feeds/reading.ts';

/** What is wrong, in the few words of the header. The only place of the screen where errors become words. */
export const troubleWords = ({code, server, message, hint}: AppErrorData): string => {
	const name = server === 'plex' ? 'Plex' : 'Tautulli';
	switch (code) {
		case 'unauthorized':
			return server === 'plex' ? 'Plex refused the token' : 'Tautulli refused the key';
		case 'unreachable':
		case 'timeout':
			return server === 'plex' ? 'Plex is away' : `${name}: no answer`;
		case 'server-error':
			return server === 'plex' ? 'Plex is away' : `${name}: an error of its own`;
		case 'bad-answer':
			return server === null ? message : `${name}: an answer that cannot be read`;
		case 'not-found':
			return `${name}: nothing at this address`;
		case 'store':
			return `Database: ${message}`;
		case 'busy':
			return 'Another run is collecting';
		case 'cancelled':
			return 'Cancelled: nothing of this run is stored';
		case 'config':
			return hint === null ? message : `${message} ${hint}`;
		case 'usage':
		case 'waiting':
			return message;
	}
};

/** True where the picture is "not known" rather than "lost": Tautulli answers, Plex does not. */
export const isPlexAway = ({code, server}: AppErrorData): boolean => server === 'plex' && code !== 'unauthorized';

/** When the engine comes back, as far as it is known. */
export const engineWords = ({retryAt}: EngineTrouble, now: number): string =>
	retryAt > now ? `restarts in ${Math.ceil(retryAt - now)} s` : 'restarting';

/** "retry 14 s"; '' where it is not asked again. */
export const retryWords = ({retryAt}: Trouble, now: number): string =>
	retryAt === null ? '' : `retry ${Math.max(0, Math.ceil(retryAt - now))} s`;
