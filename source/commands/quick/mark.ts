import {createHash} from 'node:crypto';
import {existsSync, statSync} from 'node:fs';
import path from 'node:path';
import {isUnset} from '../../config/is-unset.ts';
import {lookedFor, type Naming, namedPath, namingOf} from '../../config/looked-for.ts';
import {processPlace} from '../../config/process-place.ts';
import {buildOf} from '../../engine/place/build.ts';
import type {QuickArgs} from './quick-args.ts';

/** Variables that a configuration can depend on: ours, and where folders are. */
const isOurs =
	/^(?:HSH_|TAUTOP_|HOMESCREEN_HERO_|XDG_|HOME$|USERPROFILE$|APPDATA$|LOCALAPPDATA$|TMPDIR$|TEMP$|TMP$|TZ$)/;

/** One state of one file; null: there is none. Whoever writes to a file changes its last time, whatever else stays. */
const stateOf = (file: string): string | null => {
	const found = statSync(file, {bigint: true, throwIfNoEntry: false});
	return found ? [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ') : null;
};

/**
 * A name for all that the configuration of this process would be read from, as it is now: equal names, equal configurations.
 * It holds a hash of secrets that stand in variables, and nothing of files. Null: what is read cannot be told beforehand.
 */
export const markOf = ({config, server}: Pick<QuickArgs, 'config' | 'server'>, version: string): string | null => {
	const {place, cwd} = processPlace();
	const {env} = place;
	// It may say anything that a variable can.
	if (existsSync(path.join(cwd, '.env'))) return null;
	const variables = Object.entries(env)
		.filter(([name]) => isOurs.test(name))
		.toSorted();
	const get = (name: string): Naming | null => (isUnset(env[name]) ? null : {name, value: env[name]?.trim() ?? ''});
	const naming = namingOf(config ?? undefined, get);
	const secretFiles = variables.flatMap(([name]) => (name.endsWith('_FILE') ? (get(name) ?? []) : []));
	const files = [...lookedFor(naming, place, cwd), ...secretFiles.map(each => namedPath(each, place, cwd))]
		// A bar asks from anywhere: a folder in which there is nothing of ours is like any other.
		.flatMap(file => {
			const state = stateOf(file);
			return state === null ? [] : [[file, state]];
		});
	const database = get('TAUTOP_DB');
	const isRelative = database !== null && !path.isAbsolute(database.value);
	const all = [buildOf(version), server, naming?.value ?? null, variables, files, isRelative ? cwd : ''];
	return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 40);
};
