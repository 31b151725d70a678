import type {Environment} from './environment.ts';
import type {FileSettings} from './schema.ts';

/** Headers that say how, not who: their values are ordinary words, which must stay readable. */
const ordinary =
	/^(?:accept(?:-.*)?|cache-control|connection|content-type|forwarded|host|origin|referer|user-agent|x-forwarded-.*|x-real-ip|x-requested-with)$/i;
const secretNames = /token|auth|key|secret|cookie|pass|credential|session/i;

/** A shorter value of a header whose name tells nothing is a word such as "prod". */
const shortestUnnamed = 8;

/** "Basic abc" and "Bearer abc" are secret without their first word too; so are the values of cookies. */
const partsOf = (value: string): string[] => [
	value,
	...value.split(' ').slice(1),
	...value.split(/;\s*/).flatMap(pair => pair.split('=').slice(1)),
];

const secretsOfHeaders = (headers: Readonly<Record<string, string>>): string[] =>
	Object.entries(headers)
		.filter(([name]) => !ordinary.test(name))
		.flatMap(([name, value]) =>
			partsOf(value).filter(part => secretNames.test(name) || part.length >= shortestUnnamed),
		);

const decoded = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

/** The password of `http://user:password@host`, and both as a proxy gets them. */
const secretsOfAddress = (address: string | undefined): string[] => {
	const url = address === undefined ? null : URL.parse(address);
	if (!url || url.password === '') return [];
	const password = decoded(url.password);
	return [password, `${decoded(url.username)}:${password}`];
};

const variables = ['HSH_TAUTULLI_API_KEY', 'HSH_PLEX_TOKEN'] as const;
const addressVariables = ['HSH_TAUTULLI_BASE_URL', 'HSH_PLEX_URL'] as const;

/** Every secret that is configured, of both servers, whether it counts or another one goes before it. */
export const secretsOf = (
	{tautulli, plex}: Pick<FileSettings, 'tautulli' | 'plex'>,
	environment: Environment,
): string[] => [
	...[tautulli.api_key, plex.token].filter(secret => secret !== undefined),
	...variables.flatMap(name => environment.get(name)?.value ?? []),
	...[tautulli, plex].flatMap(({headers, base_url: address}) => [
		...secretsOfHeaders(headers),
		...secretsOfAddress(address),
	]),
	...addressVariables.flatMap(name => secretsOfAddress(environment.get(name)?.value)),
];
