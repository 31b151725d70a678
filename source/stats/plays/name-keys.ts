import {nothing, type PlayColumns, type TextColumn} from '../../domain/plays/play-columns.ts';
import type {NameGroup} from '../../domain/plays/plays.ts';

/** A group of names: the numbers of the buckets that a play is in, and the key of such a number. */
export type NameKeys = {
	readonly bucketsAt: (at: number) => readonly number[];
	readonly keyOf: (bucket: number) => string;
};

/** In which collections a key of a play is (of an item, a season or album, a show or artist). */
export type CollectionsOf = (key: number) => readonly number[];

const keyText = (key: number): string => (key === nothing ? '' : String(key));

const single = (bucketAt: (at: number) => number, keyOf: (bucket: number) => string = keyText): NameKeys => {
	// One list for all plays: it is read before the next play comes.
	const one = [0];
	return {
		bucketsAt: at => {
			one[0] = bucketAt(at);
			return one;
		},
		keyOf,
	};
};

const ofNumbers = (column: Int32Array): NameKeys => single(at => column[at] ?? nothing);

const ofTexts = ({texts, indexes}: TextColumn): NameKeys =>
	single(
		at => indexes[at] ?? 0,
		bucket => texts[bucket] ?? '',
	);

/** A film, a show or an artist: what people call a title. */
const titleKeyAt = ({media, itemKeys, grandparentKeys}: PlayColumns): ((at: number) => number) => {
	const whole = new Set(media.texts.flatMap((text, index) => (text === 'episode' || text === 'track' ? [index] : [])));
	return at => (whole.has(media.indexes[at] ?? -1) ? grandparentKeys[at] : itemKeys[at]) ?? nothing;
};

/** How plays are put into buckets by what they are of. */
export const nameKeys = (group: NameGroup, columns: PlayColumns, collectionsOf: CollectionsOf): NameKeys => {
	switch (group) {
		case 'user':
			return ofNumbers(columns.userIds);
		case 'library':
			return ofNumbers(columns.sectionIds);
		case 'media':
			return ofTexts(columns.media);
		case 'decision':
			return ofTexts(columns.decisions);
		case 'platform':
			return ofTexts(columns.platforms);
		case 'player':
			return ofTexts(columns.players);
		case 'product':
			return ofTexts(columns.products);
		case 'network':
			return ofTexts(columns.networks);
		case 'title':
			return single(titleKeyAt(columns));
		case 'item':
			return ofNumbers(columns.itemKeys);
		case 'collection': {
			const {itemKeys, parentKeys, grandparentKeys} = columns;
			return {
				bucketsAt: at => [
					...new Set([itemKeys, parentKeys, grandparentKeys].flatMap(column => collectionsOf(column[at] ?? nothing))),
				],
				keyOf: keyText,
			};
		}
	}
};
