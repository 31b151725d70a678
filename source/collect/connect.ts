import {AppError} from '../domain/app-error.ts';
import type {Section} from '../domain/library.ts';
import type {CollectRequest} from '../domain/run.ts';
import {didYouMean, quotes} from '../domain/text/nearest.ts';
import {comparable} from '../domain/text/text.ts';
import type {TautulliClient} from '../tautulli/client.ts';
import {type Lister, namesWithoutSection, sectionsNamed} from './listing.ts';

/** The sections of a run. */
export type Connected = {
	/** Every section of the server, whether it is enabled or not. */
	readonly all: readonly Section[];
	/** All enabled ones. */
	readonly enabled: readonly Section[];
	/** Those that the request is about. */
	readonly chosen: readonly Section[];
	readonly warnings: readonly string[];
};

const quoted = (names: readonly string[]): string => names.map(name => `"${name}"`).join(', ');

/** Tautulli counts a collection as nothing while it has no Plex: its zeros are worth something only when it has one. */
const checkStatus = async (tautulli: TautulliClient, signal: AbortSignal): Promise<void> => {
	if ((await tautulli.getServerStatus(signal)) === true) return;
	throw new AppError('unreachable', 'Tautulli is not connected to Plex, so it cannot count collections.', {
		server: 'plex',
		hint: 'It needs up to half a minute after Plex has come back. Then collect again.',
	});
};

/** Which libraries count, by name. None enabled: all but the disabled ones. */
export type EnabledLibraries = {readonly libraries: readonly string[]; readonly disabledLibraries: readonly string[]};

/** Those that count. Throws `config` where none does. */
export const enabledSections = (
	all: readonly Section[],
	{libraries, disabledLibraries}: EnabledLibraries,
): Section[] => {
	const disabled = new Set(disabledLibraries.map(comparable));
	const enabled = sectionsNamed(all, libraries).filter(
		({name}) => libraries.length > 0 || !disabled.has(comparable(name)),
	);
	if (enabled.length > 0) return enabled;
	const there = quoted([...new Set(all.map(({name}) => name))]);
	throw new AppError('config', `No library of the server is enabled: it has ${there}.`, {
		hint: 'Write one of these names into plex.libraries, or leave the list empty to take all.',
	});
};

const chooseSections = (all: readonly Section[], names: EnabledLibraries, request: CollectRequest): Connected => {
	const enabled = enabledSections(all, names);
	const chosen = request.library === undefined ? enabled : sectionsNamed(enabled, [request.library]);
	if (chosen.length === 0) {
		const there = [...new Set(enabled.map(({name}) => name))];
		throw new AppError('usage', `No enabled library is called "${request.library}".`, {
			hint: didYouMean(request.library ?? '', there, quotes) || `Enabled: ${quoted(there)}.`,
		});
	}
	const warnings = namesWithoutSection(all, names.libraries).map(
		name => `The server has no library called "${name}" (plex.libraries): it is passed over.`,
	);
	return {all, enabled, chosen, warnings};
};

/**
 * Asks both servers whether they are there, and which libraries there are. An empty answer is a fault: Plex gives it
 * while it starts.
 */
export const connect = async (
	lister: Lister,
	{tautulli, ...names}: EnabledLibraries & {readonly tautulli: TautulliClient},
	request: CollectRequest,
	signal: AbortSignal,
): Promise<Connected> => {
	const listing = lister.getSections(signal);
	const status = checkStatus(tautulli, signal);
	// What Plex itself says comes first: Tautulli notices an absence later than we do.
	status.catch(() => undefined);
	const sections = await listing;
	if (sections.length === 0) {
		throw new AppError('bad-answer', 'Plex lists no libraries with collections.', {
			server: 'plex',
			hint: 'It does so while it starts. Try again in a minute.',
		});
	}
	await status;
	return chooseSections(sections, names, request);
};
