/** What the screen says of a server, put together from its pings and from the answers about who is watching. */
export type ServerState =
	/** Nothing has answered yet, and nothing has failed. */
	| {readonly state: 'asking'}
	/** Plex is not configured, and Tautulli does not say. */
	| {readonly state: 'unknown'}
	/** Milliseconds of the last ping; null: none since it is there. `fromTautulli` is false where Tautulli cannot reach it. */
	| {readonly state: 'up'; readonly ms: number | null; readonly version: string | null; readonly fromTautulli: boolean}
	/** Unix seconds since when; null: not known. `fromTautulli` is true where Tautulli still reaches it. */
	| {readonly state: 'away'; readonly since: number | null; readonly fromTautulli: boolean}
	/** It does not take the key or the token. */
	| {readonly state: 'refused'}
	/** Switched off in the configuration. */
	| {readonly state: 'off'};

/** Both servers. */
export type ServerStates = {readonly tautulli: ServerState; readonly plex: ServerState; readonly name: string};
