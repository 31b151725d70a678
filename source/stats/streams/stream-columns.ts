import {nothing, type PlayColumns, type TextColumn} from '../../domain/plays/play-columns.ts';
import type {StreamIdentity} from '../../domain/streams/seen-stream.ts';
import {folded} from '../../domain/text/folded.ts';
import type {NarrowingFacts} from '../plays/narrow.ts';

const textColumn = (values: readonly string[]): TextColumn => {
	const known = new Map<string, number>();
	const indexes = Uint16Array.from(values, value => {
		const index = known.get(value) ?? Math.min(known.size, 65_534);
		known.set(value, index);
		return index;
	});
	return {texts: [...known.keys()], indexes};
};

const keyOf = (key: string): number => {
	const number = Number(key);
	return key === '' || !Number.isInteger(number) ? nothing : number;
};

/** Streams as plays, a column a list, so that they are narrowed like plays. Each has its place for the number of its title. */
export const streamColumns = (streams: readonly StreamIdentity[]): PlayColumns => {
	const numbers = (of: (stream: StreamIdentity) => number): Int32Array => Int32Array.from(streams, of);
	const texts = (of: (stream: StreamIdentity) => string): TextColumn => textColumn(streams.map(of));
	const places = streams.map((_, at) => at);
	return {
		count: streams.length,
		rowIds: Float64Array.from(places),
		groups: Int32Array.from(places),
		groupsOfSeveral: 0,
		startedAt: numbers(({firstSeen}) => firstSeen),
		stoppedAt: numbers(({lastSeen}) => lastSeen),
		seconds: numbers(({firstSeen, lastSeen}) => lastSeen - firstSeen),
		userIds: numbers(({userId}) => userId ?? nothing),
		sectionIds: numbers(({sectionId}) => keyOf(sectionId)),
		itemKeys: numbers(({ratingKey}) => keyOf(ratingKey)),
		parentKeys: numbers(({parentRatingKey}) => keyOf(parentRatingKey)),
		grandparentKeys: numbers(({grandparentRatingKey}) => keyOf(grandparentRatingKey)),
		titleIds: Int32Array.from(places),
		media: texts(({live, mediaType}) => (live ? 'live' : mediaType)),
		decisions: texts(({transcodeDecision}) => transcodeDecision),
		platforms: texts(({platform}) => platform),
		players: texts(({player}) => player),
		products: texts(({product}) => product),
		networks: texts(({location}) => location),
	};
};

/** The facts that plays are narrowed by, with the titles of these streams in the place of those that were played. */
export const streamFacts = (streams: readonly StreamIdentity[], facts: NarrowingFacts): NarrowingFacts => ({
	...facts,
	titlesWith: word => new Set(streams.flatMap(({fullTitle}, at) => (folded(fullTitle).includes(word) ? [at] : []))),
});
