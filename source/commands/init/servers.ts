import type {ServerName} from '../../domain/app-error.ts';
import {type Contact, type Met, meetPlex, meetTautulli} from '../../open/init/contact.ts';

/** What questions and sentences say of a server. */
export type Asked = {
	readonly server: ServerName;
	readonly title: string;
	/** What opens it: "API key". */
	readonly secret: string;
	/** Where to find that. */
	readonly whereIsIt: string;
	/** The variables that name it. */
	readonly variables: {readonly baseUrl: string; readonly secret: string};
	readonly meet: (contact: Contact, secret: string, signal: AbortSignal) => Promise<Met>;
};

export const tautulli: Asked = {
	server: 'tautulli',
	title: 'Tautulli',
	secret: 'API key',
	whereIsIt: 'It stands in Tautulli under Settings, Web Interface, API.',
	variables: {baseUrl: 'HSH_TAUTULLI_BASE_URL', secret: 'HSH_TAUTULLI_API_KEY'},
	meet: meetTautulli,
};

export const plex: Asked = {
	server: 'plex',
	title: 'Plex',
	secret: 'token',
	whereIsIt:
		'It must be the owner’s: open any film in Plex on the web as the owner, then Get Info, View XML; the address of that page ends with X-Plex-Token=…',
	variables: {baseUrl: 'HSH_PLEX_URL', secret: 'HSH_PLEX_TOKEN'},
	meet: meetPlex,
};
