import type {Environment} from './environment.ts';
import {secretVariables} from './schema/section-docs.ts';
import type {FileSettings} from './schema/sections.ts';

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

const ofFile = ({tautulli, plex}: Pick<FileSettings, 'tautulli' | 'plex'>): string[] => [
	...[tautulli.api_key, plex.token].filter(secret => secret !== undefined),
	...[tautulli, plex].flatMap(({headers}) => secretsOfHeaders(headers)),
];

/**
 * Every secret that is configured, of all servers, whether it counts or another one goes before it. Addresses hold none: one
 * with a password in it is refused.
 */
export const secretsOf = (
	all: readonly Pick<FileSettings, 'tautulli' | 'plex'>[],
	environment: Environment,
): string[] => [...all.flatMap(ofFile), ...secretVariables.flatMap(name => environment.get(name)?.value ?? [])];
