import {existsSync} from 'node:fs';
import type {ServerName} from '../domain/app-error.ts';
import {type AddressWords, readAddress} from './address.ts';
import type {LibraryFilter, PlexConfig, ServerConfig, TautulliConfig} from './config.ts';
import type {Setting} from './environment.ts';
import {type Parts, pathInFile} from './parts.ts';
import {configError, type Problem, printable} from './problem.ts';
import {type FileSettings, sections} from './schema/sections.ts';
import {isMisnamed, printPath} from './unknown.ts';
import {secretText} from './values.ts';

/** Tautulli's own port on this machine, once there is a key. */
const defaultTautulliUrl = 'http://localhost:8181';

/** What is configured of a server (null: nothing, or not enough), and what is wrong or missing. */
type Outcome<Server> = {
	readonly config: Server | null;
	readonly problems: readonly Problem[];
	readonly warnings: readonly Problem[];
};

/** An address, and what is odd in it. */
type Address = {readonly url: string; readonly warnings: readonly Problem[]};

/** A key of this server as the file has it: `plex.token`, `servers[1].plex.token`. */
const keyName = ({at}: Parts, ...keys: readonly string[]): string => printPath([...at, ...keys]);

/** The variables are the first server's. */
const orVariable = ({besides}: Parts, variable: string): string =>
	besides === null ? `, or the variable ${variable}` : '';

const named = (where: string, name: string, {sentence, remedy}: AddressWords): Problem => ({
	where,
	sentence: `${name}${sentence}.`,
	remedy,
});

const addressOf = (server: ServerName, setting: Setting | null, parts: Parts): Address | null => {
	const {file, settings, at} = parts;
	const written = settings[server].base_url;
	const where = setting?.name ?? file?.whereValue([...at, server, 'base_url']) ?? server;
	const read = setting ? readAddress(setting.value, server) : written;
	if (!read) return null;
	const name = setting ? '' : `${keyName(parts, server, 'base_url')} `;
	if ('refusal' in read) throw configError([named(where, name, read.refusal)]);
	return {url: read.url, warnings: read.notes.map(note => named(where, name, note))};
};

const secretOf = (setting: Setting | null): string | null => {
	if (!setting) return null;
	if (secretText.test(setting.value)) return setting.value;
	const sentence = 'holds blanks, line breaks or other characters that no key has.';
	throw configError([{where: setting.name, sentence, remedy: 'Copy the key again, and nothing else.'}]);
};

const serverOf = (
	baseUrl: string,
	section: FileSettings['tautulli'] | FileSettings['plex'],
	parts: Parts,
): ServerConfig => ({
	baseUrl,
	verifyTls: section.verify_tls,
	caFile: section.ca_file === undefined ? null : pathInFile(section.ca_file, parts),
	headers: section.headers,
});

const noKey = (parts: Parts, variable: string): Problem => ({
	where: parts.file ? parts.file.whereKey([...parts.at, 'tautulli']) : variable,
	sentence: `${keyName(parts, 'tautulli', 'api_key')} is not set.`,
	missing: keyName(parts, 'tautulli', 'api_key'),
	remedy: `Copy the key from Tautulli (Settings, Web Interface, API) into ${keyName(parts, 'tautulli', 'api_key')}${orVariable(parts, 'HSH_TAUTULLI_API_KEY').replace('or the', 'or into the')}.`,
});

/** The key would go to this machine's own port, while the address stands there under another name. */
const misnamedUrl = (parts: Parts): Problem[] => {
	const {file, at} = parts;
	const keys = [...at, 'tautulli'];
	if (!file || !isMisnamed(file.valueAt(keys), 'base_url', Object.keys(sections.tautulli.shape))) return [];
	const name = keyName(parts, 'tautulli', 'base_url');
	return [
		{
			where: file.whereKey(keys),
			sentence: `${name} is not set.`,
			missing: name,
			remedy: `Write the address of Tautulli into ${name}.`,
		},
	];
};

const missingCaFile = (name: 'tautulli' | 'plex', {caFile}: ServerConfig, parts: Parts): Problem[] =>
	caFile === null || existsSync(caFile)
		? []
		: [
				{
					where: parts.file ? parts.file.whereValue([...parts.at, name, 'ca_file']) : name,
					sentence: `${keyName(parts, name, 'ca_file')} names ${printable(caFile)}, and there is no such file.`,
					remedy: 'Correct the path; a relative one counts from the folder of the configuration file.',
				},
			];

/** Tautulli's settings; null when there is neither an address nor a key and nobody has disabled it. */
export const tautulliOf = (parts: Parts): Outcome<TautulliConfig> => {
	const section = parts.settings.tautulli;
	const address = addressOf('tautulli', parts.environment.get('HSH_TAUTULLI_BASE_URL'), parts);
	const apiKey = secretOf(parts.environment.get('HSH_TAUTULLI_API_KEY')) ?? section.api_key ?? null;
	if (address === null && apiKey === null && section.enabled) return {config: null, problems: [], warnings: []};
	const problems = [
		...(address === null && section.enabled ? misnamedUrl(parts) : []),
		...(apiKey === null && section.enabled ? [noKey(parts, 'HSH_TAUTULLI_BASE_URL')] : []),
	];
	const config = {
		...serverOf(address?.url ?? defaultTautulliUrl, section, parts),
		enabled: section.enabled,
		apiKey: apiKey ?? '',
		timeoutSeconds: section.timeout_seconds,
		grouping: section.grouping,
		timezone: section.timezone ?? null,
	};
	return {
		config,
		problems: [...problems, ...missingCaFile('tautulli', config, parts)],
		warnings: address?.warnings ?? [],
	};
};

/** Which libraries count. */
export const filterOf = ({libraries}: FileSettings['plex']): LibraryFilter => ({
	libraries: libraries.filter(library => library.enabled).map(library => library.name),
	disabledLibraries: libraries.filter(library => !library.enabled).map(library => library.name),
});

const halfPlex = (parts: Parts, missing: 'token' | 'base_url'): Problem => {
	const name = keyName(parts, 'plex', missing);
	return {
		where: parts.file ? parts.file.whereKey([...parts.at, 'plex']) : 'environment',
		sentence: `${name} is not set, so Plex is not asked and what is promoted is not known.`,
		remedy: `Set ${name}${orVariable(parts, missing === 'token' ? 'HSH_PLEX_TOKEN' : 'HSH_PLEX_URL')}.`,
	};
};

/** Plex's settings; null when address or token is missing, with a warning when only one of them is. */
export const plexOf = (parts: Parts): Outcome<PlexConfig> => {
	const section = parts.settings.plex;
	const address = addressOf('plex', parts.environment.get('HSH_PLEX_URL'), parts);
	const token = secretOf(parts.environment.get('HSH_PLEX_TOKEN')) ?? section.token ?? null;
	if (address !== null && token !== null) {
		const config = {...serverOf(address.url, section, parts), ...filterOf(section), token};
		return {config, problems: missingCaFile('plex', config, parts), warnings: address.warnings};
	}
	if (address === null && token === null) return {config: null, problems: [], warnings: []};
	const half = halfPlex(parts, token === null ? 'token' : 'base_url');
	return {config: null, problems: [], warnings: [...(address?.warnings ?? []), half]};
};
