import {formatWhen} from '../../canvas/clock.ts';
import type {ServerName} from '../../domain/app-error.ts';
import type {ServerState, ServerStates} from '../../domain/server-state.ts';
import type {Voice} from './voice.ts';

const titles: Readonly<Record<ServerName, string>> = {tautulli: 'Tautulli', plex: 'Plex'};

/** How a server is, as a sentence. */
export const serverSentence = (server: ServerName, {servers, now, zone}: Voice): string => {
	const found = servers[server];
	const name = titles[server];
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

/** What tells apart the states that are worth a line; '' while nothing is known. */
const kindOf = (found: ServerState): string => {
	if (found.state === 'asking' || found.state === 'unknown') return '';
	return found.state === 'up' || found.state === 'away' ? `${found.state} ${found.fromTautulli}` : found.state;
};

/** A sentence for each server that is lost, back, or otherwise not as it was. */
export const serverChanges = (before: ServerStates, voice: Voice): readonly string[] =>
	(['tautulli', 'plex'] as const).flatMap(server => {
		const [was, is] = [kindOf(before[server]), kindOf(voice.servers[server])];
		if (is === '' || is === was) return [];
		if (is !== 'up true') return [serverSentence(server, voice)];
		return was === '' ? [] : [`${titles[server]} is back.`];
	});
