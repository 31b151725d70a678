import type {Collection, Snapshot} from '../../source/domain/collection.ts';
import type {Section} from '../../source/domain/library.ts';
import {storedWindows, type WindowTotal} from '../../source/domain/period.ts';
import {noon} from './temp-store.ts';

export const films: Section = {sectionId: '1', uuid: 'uuid-films', name: 'Films', type: 'movie'};
export const shows: Section = {sectionId: '2', uuid: 'uuid-shows', name: 'Shows', type: 'show'};

/** All stored windows with the same numbers. */
const sameWindows = (plays: number, playedSeconds = plays * 100): WindowTotal[] =>
	storedWindows.map(days => ({days, plays, playedSeconds, users: null}));

export const sampleCollection = (ratingKey: string, more: Partial<Collection> = {}, section = films): Collection => ({
	ratingKey,
	title: `Collection ${ratingKey}`,
	sectionId: section.sectionId,
	sectionUuid: section.uuid,
	libraryName: section.name,
	mediaType: section.type,
	smart: false,
	childCount: 3,
	promoted: null,
	source: 'plex',
	...more,
});

export const sampleSnapshot = (ratingKey: string, plays: number, more: Partial<Snapshot> = {}): Snapshot => ({
	collectionName: `Collection ${ratingKey}`,
	libraryName: films.name,
	ratingKey,
	mediaType: 'movie',
	plays,
	playedSeconds: plays * 100,
	uniqueUsers: null,
	rotationId: null,
	collectedAt: noon,
	queryDays: 30,
	totalItems: 3,
	itemsWithPlays: null,
	promoted: {home: true, shared: false, recommended: false},
	windows: sameWindows(plays),
	sectionUuid: films.uuid,
	source: 'plex',
	...more,
});
