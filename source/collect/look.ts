import {AppError, isCancelled} from '../domain/app-error.ts';
import {isPromoted} from '../domain/collection.ts';
import type {Section} from '../domain/library.ts';
import type {LookedLibrary, LookReport, Placed} from '../domain/promotion.ts';
import type {PlexClient} from '../plex/client.ts';
import type {Store} from '../store/open.ts';
import {inParallel} from './in-parallel.ts';

export type LookDeps = {
	readonly plex: PlexClient;
	readonly store: Store;
	/** Unix seconds. */
	readonly now: () => number;
};

type Looked = {readonly section: Section; readonly at: number} & (
	| {readonly placed: ReadonlyMap<string, Placed>; readonly error: null}
	| {readonly placed: null; readonly error: AppError}
);

/** The server's queue takes two requests at a time. */
const atOnce = 2;

const ask = async ({plex, now}: LookDeps, section: Section, signal: AbortSignal): Promise<Looked> => {
	try {
		const placed = await plex.getPromotions(section.sectionId, signal);
		return {section, at: now(), placed, error: null};
	} catch (error) {
		if (!(error instanceof AppError) || isCancelled(error)) throw error;
		return {section, at: now(), placed: null, error};
	}
};

const save = ({store}: LookDeps, looked: Looked): LookedLibrary => {
	const {section, at, placed, error} = looked;
	const library = section.name;
	if (!placed) return {library, promoted: null, changed: null, error: error.message};
	const changed = store.promotions.saveLook({sectionUuid: section.uuid, at, placed});
	const promoted = [...placed.values()].filter(place => isPromoted(place.promoted)).length;
	return {library, promoted, changed, error: null};
};

/**
 * Looks at what is promoted in these libraries, one request each, and stores all of it in one transaction. A library that
 * does not answer, or says nothing to this token, is not looked at; where none does, its trouble is thrown.
 */
export const lookAt = async (
	deps: LookDeps,
	sections: readonly Section[],
	signal: AbortSignal,
): Promise<LookReport> => {
	const answers: Looked[] = [];
	for await (const {value} of inParallel(sections, atOnce, section => ask(deps, section, signal))) answers.push(value);
	const [first] = answers;
	if (first?.error && answers.every(({error}) => error)) throw first.error;
	answers.sort((one, two) => sections.indexOf(one.section) - sections.indexOf(two.section));
	const libraries = deps.store.atomically(() => answers.map(answer => save(deps, answer)));
	return {at: deps.now(), libraries};
};
