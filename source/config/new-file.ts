import {type Document, isMap, parseDocument, Scalar} from 'yaml';
import type {Environment} from './environment.ts';
import type {KeyPath} from './parse.ts';
import {type Place, resolvePath, userConfigPath} from './paths.ts';
import {listName} from './schema/entries.ts';

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

/** An entry of the list of servers; its place may be the next one that is free. */
export type NewEntry = {readonly name: string; readonly index: number};

/** Where a new configuration goes: `--config`, `TAUTOP_CONFIG`, or the user's own folder. homescreen-hero's file stays its own. */
export const newFilePath = (flag: string | undefined, environment: Environment, place: Place, cwd: string): string => {
	const named = flag ?? environment.get('TAUTOP_CONFIG')?.value;
	return named === undefined ? userConfigPath(place) : resolvePath(named, cwd, place.home);
};

const template = `# Written by \`tautop init\`. Whoever can read this file has your keys: it is for you alone (chmod 600).
# \`tautop config --example\` prints every key with its default and meaning.

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

const needSection = (document: Document, at: KeyPath): void => {
	if (!isMap(document.getIn(at, true))) document.setIn(at, document.createNode({}));
};

/** What is of one address: another one neither needs it nor may get it. */
const ofAddress = ['verify_tls', 'ca_file', 'headers'];

const setServer = (document: Document, at: KeyPath, secretName: string, server: NewServer): void => {
	document.setIn([...at, 'base_url'], server.baseUrl);
	document.setIn([...at, secretName], quoted(server.secret));
	const others = {
		...(!server.verifyTls && {verify_tls: false}),
		...(server.caFile !== null && {ca_file: server.caFile}),
		...(Object.keys(server.headers).length > 0 && {headers: server.headers}),
		...server.others,
	};
	for (const key of ofAddress) if (!Object.hasOwn(others, key)) document.deleteIn([...at, key]);
	for (const [key, value] of Object.entries(others)) document.setIn([...at, key], document.createNode(value));
};

/**
 * The text of a configuration. `base` is the file that it takes the place of, where that can be read: whatever else stands in
 * it, comments too, is kept. `entry`: the server of its list that this is; null: there is no list.
 */
export const newFileText = (
	{tautulli, plex, libraries}: NewConfig,
	base: string | null,
	entry: NewEntry | null = null,
): string => {
	const document = parseDocument(base ?? template, {merge: true});
	const place: KeyPath = entry === null ? [] : [listName, entry.index];
	if (entry && !document.hasIn(place)) document.setIn(place, document.createNode({name: entry.name}));
	const [toTautulli, toPlex] = [
		[...place, 'tautulli'],
		[...place, 'plex'],
	];
	needSection(document, toTautulli);
	document.deleteIn([...toTautulli, 'enabled']);
	setServer(document, toTautulli, 'api_key', tautulli);
	needSection(document, toPlex);
	if (plex) setServer(document, toPlex, 'token', plex);
	else for (const key of ['base_url', 'token', ...ofAddress]) document.deleteIn([...toPlex, key]);
	document.setIn([...toPlex, 'libraries'], document.createNode(libraries.map(name => ({name, enabled: true}))));
	return document.toString({lineWidth: 0});
};
