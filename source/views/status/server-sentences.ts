import {formatWhen} from '../../canvas/clock.ts';
import {type ServerName, serverTitles} from '../../domain/app-error.ts';
import type {Voice} from '../plan/scene.ts';

/** How a server is, as a sentence. */
export const serverSentence = (
	server: ServerName,
	{servers, now, zone}: Pick<Voice, 'servers' | 'now' | 'zone'>,
): string => {
	const found = servers[server];
	const name = serverTitles[server];
	switch (found.state) {
		case 'asking':
			return `${name} is being asked.`;
		case 'unknown':
			return `Whether ${name} is there is not known.`;
		case 'up': {
			const speed = found.ms === null ? '' : ` in ${Math.round(found.ms)} milliseconds`;
			const lost = found.fromTautulli ? '' : ', but Tautulli cannot reach it: who is watching is not known';
			return `${name} answers${speed}${lost}.`;
		}
		case 'away': {
			const since = found.since === null ? '' : ` since ${formatWhen(found.since, now, zone)}`;
			if (found.fromTautulli) return `${name} is away${since}, but only from here.`;
			const meaning = server === 'plex' ? 'who is watching is not known' : 'what was said before may be old';
			return `${name} is away${since}: ${meaning}.`;
		}
		case 'refused':
			return server === 'plex' ? 'Plex refused the token.' : 'Tautulli refused the key.';
		case 'off':
			return `${name} is switched off in the configuration.${server === 'tautulli' ? ' Set tautulli.enabled to true.' : ''}`;
	}
};
