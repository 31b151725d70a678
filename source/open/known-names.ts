import {readdirSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {ConfigFlags} from '../config/flags.ts';
import {demoDatabasePath} from '../config/paths.ts';
import type {KnownKind} from '../domain/known-names.ts';
import {readKnownNames} from '../store/known-names.ts';
import {configOf, configsOf, userId} from './configure.ts';

/** That of the demo which was seen last: its file is named by a zone where it is evening. */
const newestDemo = (): string => {
	const folder = path.dirname(demoDatabasePath(userId(), tmpdir(), 'any'));
	const files = readdirSync(folder)
		.filter(name => name.endsWith('.db'))
		.map(name => path.join(folder, name));
	const [newest = ''] = files.toSorted((one, two) => statSync(two).mtimeMs - statSync(one).mtimeMs);
	return newest;
};

/** Names that the database of this process's configuration holds. No server is asked. Throws where they cannot be read. */
export const knownNames = (kind: KnownKind, flags: ConfigFlags, demo: boolean): readonly string[] =>
	readKnownNames(demo ? newestDemo() : configOf({flags}).database.path, kind);

/** The names of the servers that are configured; none without a list. Throws where the configuration cannot be read. */
export const serverNames = (flags: ConfigFlags): readonly string[] => configsOf({flags})[0]?.serverNames ?? [];
