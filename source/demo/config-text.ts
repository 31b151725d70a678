import type {Demo} from './start.ts';

/** A complete config.yaml that connects to a running demo. JSON strings are YAML strings, whatever the path holds. */
export const demoConfigText = (
	demo: Pick<Demo, 'tautulliUrl' | 'plexUrl' | 'apiKey' | 'token' | 'timeZone'>,
	databasePath: string,
): string =>
	[
		'tautulli:',
		'  enabled: true',
		`  base_url: ${demo.tautulliUrl}`,
		`  api_key: "${demo.apiKey}"`,
		`  timezone: ${JSON.stringify(demo.timeZone)}`,
		'plex:',
		`  base_url: ${demo.plexUrl}`,
		`  token: "${demo.token}"`,
		'database:',
		`  path: ${JSON.stringify(databasePath)}`,
		'',
	].join('\n');
