import {formatWhen} from '../canvas/clock.ts';
import {formatBytes, plural} from '../canvas/format.ts';
import {AppError, isCancelled} from '../domain/app-error.ts';
import type {ListedTitle} from '../domain/catalogue.ts';
import type {Scene} from './plan/scene.ts';
import type {Asking} from './plan/view.ts';
import type {Fact, OneFacts} from './plays/one-data.ts';
import {oneView} from './plays/one-view.ts';

/** What Plex lists of it; its plays stand without that. */
const askListed = async ({sources, query, signal}: Asking): Promise<ListedTitle | null> => {
	try {
		return query.subject && (await sources.titleFacts({ratingKey: query.subject.id}, signal));
	} catch (error) {
		if (isCancelled(error) || !(error instanceof AppError)) throw error;
		return null;
	}
};

const factsOf = (
	{items, size, firstAddedAt, lastAddedAt, collections}: ListedTitle,
	{now, zone, glyphs}: Scene,
): readonly Fact[] => {
	const when = (at: number): string => formatWhen(at, now, zone);
	const isLater = lastAddedAt !== null && firstAddedAt !== null && lastAddedAt > firstAddedAt;
	const facts = [
		size === null ? '' : formatBytes(size),
		items > 1 ? plural(items, 'item', 'items', glyphs) : '',
		firstAddedAt === null ? '' : `added ${when(firstAddedAt)}${isLater ? `, last ${when(lastAddedAt)}` : ''}`,
	].filter(Boolean);
	return [
		{name: 'in', words: collections ?? []},
		{name: 'size', words: facts},
	].filter(({words}) => words.length > 0);
};

const askFacts = async (asking: Asking): Promise<OneFacts> => {
	const listed = await askListed(asking);
	return {
		facts: scene => (listed ? factsOf(listed, scene) : []),
		json: {
			items: listed?.items ?? null,
			size: listed?.size ?? null,
			added: listed?.firstAddedAt ?? null,
			last_added: listed?.lastAddedAt ?? null,
			listed_at: listed?.listedAt ?? null,
			collections: listed?.collections ?? null,
		},
	};
};

/** Who watched one film, show, episode or artist, and how; its size, and the collections that it is in. */
export const title = oneView({
	name: 'title',
	title: 'Title',
	summary: 'one title: who watched it, when, how; its size and collections',
	subject: {usage: 'NAME|KEY', kind: 'title'},
	kind: 'title',
	parts: [{id: 'watched_by', word: 'by', by: 'user', isPerson: true, list: 'watched by'}],
	facts: askFacts,
	isCurve: true,
});
