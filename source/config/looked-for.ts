import path from 'node:path';
import type {Setting} from './environment.ts';
import {type Place, resolvePath, userConfigPath} from './paths.ts';

/** What names the configuration file. */
export type Naming = Pick<Setting, 'name' | 'value'>;

/** The flag, then the variables; null: nothing names it, so it is looked for. */
export const namingOf = (flag: string | undefined, get: (name: string) => Naming | null): Naming | null =>
	flag === undefined ? (get('TAUTOP_CONFIG') ?? get('HOMESCREEN_HERO_CONFIG')) : {name: '--config', value: flag};

/** Where a file is that is named. */
export const namedPath = ({value}: Naming, {home}: Place, cwd: string): string => resolvePath(value, cwd, home);

/** In the working folder, where it may be another program's. */
export const localPath = (cwd: string): string => path.join(cwd, 'config.yaml');

/** The other ending of YAML files, which is not read, but told of. */
export const otherEnding = (file: string): string => file.replace(/yaml$/, 'yml');

/** Every file that finding the configuration can depend on, absolute. */
export const lookedFor = (naming: Naming | null, place: Place, cwd: string): readonly string[] =>
	naming === null
		? [localPath(cwd), userConfigPath(place)].flatMap(file => [file, otherEnding(file)])
		: [namedPath(naming, place, cwd)];
