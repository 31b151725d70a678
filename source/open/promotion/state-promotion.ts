import {AppError} from '../../domain/app-error.ts';
import type {Collection} from '../../domain/collection.ts';
import type {StatedPromotion} from '../../domain/rotation.ts';
import {didYouMean, quotes} from '../../domain/text/nearest.ts';
import {comparable} from '../../domain/text/text.ts';
import type {NamedQuery, StateQuery} from '../../questions/queries.ts';
import type {Store} from '../../store/open.ts';

const unknown = (title: string, known: readonly Named[]): AppError => {
	const titles = known.map(one => one.title);
	return new AppError('usage', `No collection is called "${title}".`, {
		hint:
			known.length === 0
				? 'No run has listed the collections yet: tautop collect'
				: didYouMean(title, titles, quotes) || 'tautop collections lists them all.',
	});
};

type Named = Pick<Collection, 'title' | 'libraryName' | 'sectionUuid' | 'ratingKey'>;

/** The collection that is meant. Throws `usage` for a title that none has, or several have. */
export const findNamed = <Of extends Named>(known: readonly Of[], {title, library}: NamedQuery): Of => {
	const called = known.filter(one => comparable(one.title) === comparable(title));
	const found = called.filter(one => library === null || comparable(one.libraryName) === comparable(library));
	const [first, ...others] = found;
	const libraries = called.map(({libraryName}) => `"${libraryName}"`).join(', ');
	if (first && others.length > 0) {
		throw new AppError('usage', `Several libraries have a collection called "${title}".`, {
			hint: `Name one with --library: ${libraries}.`,
		});
	}
	if (first) return first;
	if (called.length === 0) throw unknown(title, known);
	throw new AppError('usage', `The library "${library ?? ''}" has no collection called "${title}".`, {
		hint: `It is in ${libraries}.`,
	});
};

/** Of several spans of one collection, one. */
const onceEach = (spans: readonly StatedPromotion[]): readonly StatedPromotion[] => [
	...new Map(spans.map(span => [`${span.sectionUuid} ${span.ratingKey}`, span])).values(),
];

const nothingStated = (title: string): AppError =>
	new AppError('not-found', `Nothing is stated of "${title}".`, {hint: 'tautop promoted lists all that is.'});

/** What was stated can be withdrawn after the collection is gone, too. */
const forget = (stated: Store['stated'], query: StateQuery): void => {
	const known = onceEach(stated.list());
	if (!known.some(({title}) => comparable(title) === comparable(query.title))) throw nothingStated(query.title);
	const {sectionUuid, ratingKey} = findNamed(known, query);
	stated.forget(sectionUuid, ratingKey);
};

/**
 * States that a collection was promoted, joined with what overlaps, or withdraws all that was stated of it. Returns all
 * that is stated then. Throws `usage` for a title that none has, or several have.
 */
export const statePromotion = (
	{collections, stated}: Pick<Store, 'collections' | 'stated'>,
	query: StateQuery,
	now: number,
): readonly StatedPromotion[] => {
	if (query.span) {
		const {sectionUuid, ratingKey, title, libraryName} = findNamed(collections.listed(), query);
		stated.save({sectionUuid, ratingKey, title, libraryName, ...query.span, statedAt: now});
	} else forget(stated, query);
	return stated.list();
};
