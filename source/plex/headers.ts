export type PlexIdentity = {
	readonly token: string;
	/** Made once per installation and kept: the owner's list of devices shows one entry for each. */
	readonly clientIdentifier: string;
	/** Of tautop. */
	readonly version: string;
};

/** The header that says who asks. */
export const tokenHeader = (token: string): Record<string, string> => ({'X-Plex-Token': token});

/** The headers that a transport to Plex sends with every request. The token stays out of URLs, logs and errors this way. */
export const plexHeaders = ({token, clientIdentifier, version}: PlexIdentity): Record<string, string> => ({
	...tokenHeader(token),
	'X-Plex-Client-Identifier': clientIdentifier,
	'X-Plex-Product': 'tautop',
	'X-Plex-Version': version,
});
