import {existsSync} from 'node:fs';
import path from 'node:path';
import {AppError} from '../domain/app-error.ts';
import {checkFile, isOfHero} from './check.ts';
import type {Environment} from './environment.ts';
import {isUnset} from './is-unset.ts';
import type {NewServer} from './new-file.ts';
import {isRecord, parseFile} from './parse.ts';
import {type Place, resolvePath, userConfigPath} from './paths.ts';
import {readTextFile} from './read-file.ts';
import type {FileSettings} from './schema/sections.ts';

/** A server as far as it is known: an address or a key may be missing. */
export type Draft = Omit<NewServer, 'baseUrl' | 'secret'> & {
	readonly baseUrl: string | null;
	/** Secret. */
	readonly secret: string | null;
};

/** Nothing is known. */
export const emptyDraft: Draft = {
	baseUrl: null,
	secret: null,
	verifyTls: true,
	caFile: null,
	headers: {},
	others: {},
};

/** The same at this address; what is of another one, its headers before all, does not count there. */
export const draftAt = (draft: Draft, baseUrl: string): Draft =>
	draft.baseUrl === null || draft.baseUrl === baseUrl
		? {...draft, baseUrl}
		: {...emptyDraft, baseUrl, secret: draft.secret};

/** What a configuration that is there already says of one server. */
export type FoundServer = {
	/** Null: the only one, without a list. */
	readonly name: string | null;
	readonly tautulli: Draft;
	readonly plex: Draft;
	/** Those that count; empty: all. */
	readonly libraries: readonly string[];
};

/** All of them, the one first of which it is about. */
export type FoundServers = FoundServer & {
	readonly file: string;
	readonly text: string;
	/** In their order; empty without a list. */
	readonly listed: readonly FoundServer[];
	/** True: it is a configuration of homescreen-hero, which tautop reads too. */
	readonly isHero: boolean;
};

/** True where something of a server stands there. */
export const hasServer = ({tautulli, plex}: FoundServer): boolean =>
	[tautulli, plex].some(({baseUrl, secret}) => baseUrl !== null || secret !== null);

/** What is taken over under its own name, where it was written. */
const carried = ['timeout_seconds', 'grouping', 'timezone'];

const othersOf = (section: object, raw: unknown): Readonly<Record<string, unknown>> =>
	isRecord(raw)
		? Object.fromEntries(Object.entries(section).filter(([key]) => carried.includes(key) && !isUnset(raw[key])))
		: {};

type Section = FileSettings['tautulli'] | FileSettings['plex'];

const draftOf = (
	section: Section,
	secret: string | undefined,
	raw: unknown,
	pathOf: (written: string) => string,
): Draft => ({
	baseUrl: section.base_url?.url ?? null,
	secret: secret ?? null,
	verifyTls: section.verify_tls,
	caFile: section.ca_file === undefined ? null : pathOf(section.ca_file),
	headers: section.headers,
	others: othersOf(section, raw),
});

/** A configuration file, or null: there is none, or it cannot be read, or is wrong. Never throws. */
export const readServers = (file: string, home: string): FoundServers | null => {
	if (!existsSync(file)) return null;
	try {
		const {text} = readTextFile(file);
		const parsed = parseFile(file, text);
		const {entries, problems} = checkFile(parsed);
		if (parsed.problems.length > 0 || problems.length > 0) return null;
		const pathOf = (written: string): string => resolvePath(written, path.dirname(file), home);
		const all = entries.map(
			({name, at, settings: {tautulli, plex}}): FoundServer => ({
				name,
				tautulli: draftOf(tautulli, tautulli.api_key, parsed.valueAt([...at, 'tautulli']), pathOf),
				plex: draftOf(plex, plex.token, parsed.valueAt([...at, 'plex']), pathOf),
				libraries: plex.libraries.filter(each => each.enabled).map(each => each.name),
			}),
		);
		const [first] = all;
		return first
			? {...first, file, text, listed: all.filter(({name}) => name !== null), isHero: isOfHero(parsed.values)}
			: null;
	} catch (error) {
		if (error instanceof AppError) return null;
		throw error;
	}
};

/** Below the working folder, as homescreen-hero's container has it. */
const usualPlaces = ['config.yaml', 'data/config.yaml', 'config/config.yaml', 'homescreen-hero/config.yaml'];

/**
 * A configuration that could be taken over: homescreen-hero's own, or one of tautop at another place. The first of the usual
 * places that holds servers; `target`, where the new one goes, is none of them.
 */
export const findServers = (
	target: string,
	environment: Environment,
	place: Place,
	cwd: string,
): FoundServers | null => {
	const named = environment.get('HOMESCREEN_HERO_CONFIG')?.value;
	const files = [
		...(named === undefined ? [] : [resolvePath(named, cwd, place.home)]),
		...usualPlaces.map(name => path.join(cwd, name)),
		userConfigPath(place),
	];
	for (const file of files) {
		const found = file === target ? null : readServers(file, place.home);
		if (found && hasServer(found)) return found;
	}
	return null;
};
