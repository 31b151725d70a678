import {nearest, plain} from '../domain/text/nearest.ts';
import {type SectionName, sections} from './schema/sections.ts';

/** How other tools call our keys. Letters alone count, as in `plain`. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
	base_url: ['url', 'uri', 'host', 'hostname', 'ip', 'ipaddress', 'address', 'server', 'serverurl', 'endpoint', 'port'],
	api_key: ['key', 'apitoken', 'token', 'secret'],
	token: ['apikey', 'key', 'authtoken', 'accesstoken', 'xplextoken', 'secret'],
	verify_tls: ['ssl', 'tls', 'insecure', 'usessl', 'https'],
	ca_file: ['ca', 'cacert', 'cert', 'certificate'],
	timezone: ['tz'],
	libraries: ['sections'],
	schedule: ['cron', 'interval'],
	path: ['file', 'database', 'db'],
};

const isSection = (name: string): name is SectionName => Object.hasOwn(sections, name);
const sectionNames = Object.keys(sections).filter(isSection);
const keysOf = (section: SectionName): readonly string[] => Object.keys(sections[section].shape);

/** The key that somebody meant by a name, or null: one of other tools, or a slip of the hand. */
export const meantKey = (name: string, known: readonly string[]): string | null => {
	const wanted = plain(name);
	return known.find(key => otherNames[key]?.includes(wanted)) ?? nearest(name, known);
};

/** The section of a server that somebody meant: `Tautulli`, `tautuli`, `plexpy`, `plex_server`. */
const meantServer = (name: string): 'tautulli' | 'plex' | null => {
	const wanted = plain(name);
	if (/tautull?i|plexpy/.test(wanted) || nearest(wanted, ['tautulli'])) return 'tautulli';
	return /^plex|^pms$/.test(wanted) ? 'plex' : null;
};

/** What belongs to a server wherever it stands, and what does so only beside its like. */
const bareKeys = {tautulli: ['base_url', 'api_key'], plex: ['token']} as const;

/** Where a name at the left margin belongs. */
export type Place = {
	readonly section: SectionName;
	/** Null: it is the section itself. */
	readonly key: string | null;
	/** False: many programs have such a key. */
	readonly sure: boolean;
};

/** `tautulli_api_key`, `HSH_PLEX_URL`: the key behind the name of its section; null: there is none. */
const keyBehind = (name: string, section: 'tautulli' | 'plex'): string | null => {
	const rest = plain(name).replace(/^(?:hsh)?(?:tautull?i|plexpy|plex)/, '');
	return rest === '' || rest === plain(name) ? null : meantKey(rest, keysOf(section));
};

/** Where a top-level name that is no section belongs; null: nothing of ours is like it. */
export const meantPlace = (name: string): Place | null => {
	const server = meantServer(name.replace(/^HSH_/i, ''));
	if (server) return {section: server, key: keyBehind(name, server), sure: true};
	for (const section of ['tautulli', 'plex'] as const) {
		const key = meantKey(name, bareKeys[section]);
		if (key) return {section, key, sure: false};
	}
	const section = nearest(name, sectionNames);
	return section !== null && isSection(section) ? {section, key: null, sure: false} : null;
};

/**
 * True for a file that somebody wrote for us under wrong names: one of them is a server's, or an API key stands beside an
 * address, or there is nothing else in it. `config.yaml` is a common name, and other programs have addresses too.
 */
export const isMeantForUs = (names: readonly string[]): boolean => {
	const places = names.map(meantPlace);
	if (places.some(place => place?.sure)) return true;
	const hasKey = names.some(name => plain(name) === 'apikey');
	return (hasKey && places.some(place => place?.key === 'base_url')) || places.every(place => place !== null);
};

/** The question that helps with an unknown key or section; null: nothing is like it. */
export const meantWords = (name: string, known: readonly string[], isTop: boolean): string | null => {
	const place = isTop ? meantPlace(name) : null;
	if (place?.key) return `Did you mean ${place.key}, indented below \`${place.section}:\`?`;
	const close = place ? place.section : isTop ? null : meantKey(name, known);
	return close ? `Did you mean ${close}?` : null;
};
