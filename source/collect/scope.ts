import {type Collection, isPromoted} from '../domain/collection.ts';
import type {CollectRequest, FailedItem} from '../domain/run.ts';
import {didYouMean, quotes} from '../domain/text/nearest.ts';
import {comparable} from '../domain/text/text.ts';
import type {Listing} from './listing.ts';

/** The collections that a run is about, in the order of their listing, and the names that none of them has. */
export type Scope = {readonly collections: readonly Collection[]; readonly missing: readonly FailedItem[]};

const missingName = (
	name: string,
	request: CollectRequest,
	allRead: boolean,
	listed: readonly Collection[],
): FailedItem => ({
	collection: name,
	libraryName: request.library ?? null,
	ratingKey: null,
	reason: [
		`No collection has this name in the ${allRead ? 'enabled libraries' : 'libraries that could be read'}.`,
		didYouMean(
			name,
			listed.map(({title}) => title),
			quotes,
		),
	]
		.filter(Boolean)
		.join(' '),
});

/** Names take the same title in two libraries as both. `allRead` is false where a library could not be listed. */
export const chooseScope = (listings: readonly Listing[], request: CollectRequest, allRead: boolean): Scope => {
	const listed = listings.flatMap(({collections}) => collections);
	if (request.names.length === 0) {
		const all = request.scope === 'all';
		return {collections: listed.filter(({promoted}) => all || isPromoted(promoted)), missing: []};
	}
	const wanted = new Map(request.names.map(name => [comparable(name), name]));
	const titles = new Set(listed.map(({title}) => comparable(title)));
	return {
		collections: listed.filter(({title}) => wanted.has(comparable(title))),
		missing: [...wanted]
			.filter(([title]) => !titles.has(title))
			.map(([, name]) => missingName(name, request, allRead, listed)),
	};
};
