import {type Document, isMap, parseDocument, Scalar} from 'yaml';
import type {Environment} from './environment.ts';
import {type Place, resolvePath, userConfigPath} from './paths.ts';

/** A server as it is written. */
export type NewServer = {
	readonly baseUrl: string;
	/** Secret. */
	readonly secret: string;
	readonly verifyTls: boolean;
	/** Absolute. */
	readonly caFile: string | null;
	/** Secret. */
	readonly headers: Readonly<Record<string, string>>;
	/** Further keys that were taken over, by their names in the file. */
	readonly others: Readonly<Record<string, unknown>>;
};

/** What a new file says; `libraries` empty: all of them. */
export type NewConfig = {
	readonly tautulli: NewServer;
	readonly plex: NewServer | null;
	readonly libraries: readonly string[];
};

/** Where a new configuration goes: `--config`, `TAUTOP_CONFIG`, or the user's own folder. homescreen-hero's file stays its own. */
export const newFilePath = (flag: string | undefined, environment: Environment, place: Place, cwd: string): string => {
	const named = flag ?? environment.get('TAUTOP_CONFIG')?.value;
	return named === undefined ? userConfigPath(place) : resolvePath(named, cwd, place.home);
};

const template = `# Written by \`tautop init\`. Whoever can read this file has your keys: it is for you alone (chmod 600).
# config.example.yaml, which comes with tautop, has every key with its default and meaning.

# Who watched what and when.
tautulli:
  base_url: ""
  api_key: ""

# The collections, and what is promoted. Without address and token that is not known.
plex:
  base_url: ""
  token: ""
  # Whose collections count. Empty: those of all libraries.
  libraries: []
`;

/** A scalar in quotes: some keys look like numbers to some readers of YAML. */
const quoted = (text: string): Scalar<string> => {
	const scalar = new Scalar(text);
	scalar.type = Scalar.QUOTE_DOUBLE;
	return scalar;
};

const needSection = (document: Document, name: string): void => {
	if (!isMap(document.get(name, true))) document.set(name, document.createNode({}));
};

const setServer = (document: Document, name: 'tautulli' | 'plex', secretName: string, server: NewServer): void => {
	document.setIn([name, 'base_url'], server.baseUrl);
	document.setIn([name, secretName], quoted(server.secret));
	if (server.verifyTls) document.deleteIn([name, 'verify_tls']);
	const others = {
		...(!server.verifyTls && {verify_tls: false}),
		...(server.caFile !== null && {ca_file: server.caFile}),
		...(Object.keys(server.headers).length > 0 && {headers: server.headers}),
		...server.others,
	};
	for (const [key, value] of Object.entries(others)) document.setIn([name, key], document.createNode(value));
};

/**
 * The text of a configuration. `base` is the file that it takes the place of, where that can be read: whatever else stands in
 * it, comments too, is kept.
 */
export const newFileText = ({tautulli, plex, libraries}: NewConfig, base: string | null): string => {
	const document = parseDocument(base ?? template, {merge: true});
	needSection(document, 'tautulli');
	document.deleteIn(['tautulli', 'enabled']);
	setServer(document, 'tautulli', 'api_key', tautulli);
	needSection(document, 'plex');
	if (plex) setServer(document, 'plex', 'token', plex);
	else for (const key of ['base_url', 'token']) document.deleteIn(['plex', key]);
	document.setIn(['plex', 'libraries'], document.createNode(libraries.map(name => ({name, enabled: true}))));
	return document.toString({lineWidth: 0});
};
