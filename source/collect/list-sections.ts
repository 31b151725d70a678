import {AppError, isCancelled} from '../domain/app-error.ts';
import type {Section} from '../domain/library.ts';
import type {CollectRequest, FailedItem, Progress} from '../domain/run.ts';
import type {Store} from '../store/open.ts';
import {inParallel} from './in-parallel.ts';
import type {Lister, Listing} from './listing.ts';

/** What the sections hold; those that could not be read are in `failed`. */
export type Listed = {
	readonly listings: readonly Listing[];
	readonly failed: readonly FailedItem[];
	readonly warnings: readonly string[];
	/** False where a section could not be listed. */
	readonly allRead: boolean;
};

type Answer = {readonly section: Section; readonly listing: Listing | null; readonly error: AppError | null};

const ask = async (lister: Lister, section: Section, signal: AbortSignal): Promise<Answer> => {
	try {
		return {section, listing: await lister.getListing(section, signal), error: null};
	} catch (error) {
		if (!(error instanceof AppError) || isCancelled(error)) throw error;
		return {section, listing: null, error};
	}
};

/** A library as a whole has no collection's name and no key. */
const failedLibrary = (section: Section, reason: string): FailedItem => ({
	collection: '',
	libraryName: section.name,
	ratingKey: null,
	reason,
});

const needsFlags = (request: CollectRequest): boolean => request.scope === 'promoted' && request.names.length === 0;

const failuresOf = ({section, error, listing}: Answer, request: CollectRequest): FailedItem[] => {
	if (error) return [failedLibrary(section, `The library could not be listed: ${error.message}`)];
	if (!listing?.flagsError || !needsFlags(request)) return [];
	return [failedLibrary(section, 'Which of its collections are promoted is not known.')];
};

const flagsWarning = ({section, flagsError}: Listing): string[] =>
	flagsError ? [`Plex did not say what is promoted in ${section.name}: ${flagsError.message}`] : [];

const emptyWarning = ({section, collections}: Listing, held: number): string[] =>
	held > 0 && collections.length === 0
		? [`Plex lists no collections in ${section.name}, where there were ${held}.`]
		: [];

/** The server's queue takes two requests at a time. */
const atOnce = 2;

/**
 * Lists the sections, two at a time. Throws when none of them could be read: then the server is away, not a library.
 */
export async function* listSections(
	{lister, store}: {readonly lister: Lister; readonly store: Store},
	sections: readonly Section[],
	request: CollectRequest,
	signal: AbortSignal,
): AsyncGenerator<Progress, Listed> {
	const answered = new Map<number, Answer>();
	yield {step: 'listing', done: 0, total: sections.length, label: sections[0]?.name ?? ''};
	for await (const {index, value} of inParallel(sections, atOnce, section => ask(lister, section, signal))) {
		signal.throwIfAborted();
		answered.set(index, value);
		yield {step: 'listing', done: answered.size, total: sections.length, label: value.section.name};
	}
	const answers = [...answered].sort(([one], [two]) => one - two).map(([, answer]) => answer);
	const listings = answers.flatMap(({listing}) => (listing ? [listing] : []));
	const firstError = answers.find(({error}) => error)?.error;
	if (firstError && listings.length === 0) throw firstError;
	const known = store.collections.listed();
	const heldBy = ({uuid, sectionId}: Section): number =>
		known.filter(one => one.sectionUuid === uuid && one.sectionId === sectionId).length;
	return {
		listings,
		failed: answers.flatMap(answer => failuresOf(answer, request)),
		warnings: listings.flatMap(listing => [
			...flagsWarning(listing),
			...emptyWarning(listing, heldBy(listing.section)),
		]),
		allRead: firstError === undefined,
	};
}
