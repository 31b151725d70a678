import {AppError} from '../domain/app-error.ts';
import type {Library, LibraryStats} from '../domain/library.ts';
import {goodAnswers} from '../domain/odd-answer.ts';
import type {WindowTotal} from '../domain/period.ts';
import type {HistoryPage} from '../domain/play.ts';
import {comparable} from '../domain/text.ts';
import {answersFor} from '../questions/answers.ts';
import type {HistoryQuery, ItemQuery} from '../questions/queries.ts';
import {type AskedOf, askedOf} from '../questions/questions.ts';
import type {Sources} from '../questions/sources.ts';
import type {TautulliClient} from '../tautulli/client.ts';
import {type PeakSources, peaksOf, typesOf} from './server-peaks.ts';

/** The questions that Tautulli answers. */
export type ServerAnswers = Pick<Sources, AskedOf<'tautulli'>>;

const unknownItem = (ratingKey: string): AppError =>
	new AppError('not-found', `Neither the history nor Plex knows an item with the key ${ratingKey}.`, {
		hint: 'The key is the number in the address of the item in Plex or Tautulli (ratingKey).',
	});

/**
 * Tautulli answers zeros for an unknown key, and for a collection that is not called one. So a zero is believed only for
 * an item that has other plays, or that Plex knows and that is no collection.
 */
const itemStats = async (
	tautulli: TautulliClient,
	{ratingKey, days}: ItemQuery,
	signal?: AbortSignal,
): Promise<WindowTotal> => {
	const [asked, ever] = await tautulli.getItemStats({ratingKey, days: [days, 0]}, signal);
	if (asked && ever && ever.plays > 0) return asked;
	const mediaType = await tautulli.getMediaType(ratingKey, signal);
	if (mediaType === null || !asked) throw unknownItem(ratingKey);
	if (mediaType !== 'collection') return asked;
	const [total] = await tautulli.getItemStats({ratingKey, mediaType: 'collection', days: [days]}, signal);
	if (!total) throw unknownItem(ratingKey);
	return total;
};

const noLibrary = (name: string, libraries: readonly Library[]): AppError =>
	new AppError('usage', `No library is called "${name}".`, {
		hint: `There are ${libraries.map(library => `"${library.name}"`).join(', ')}.`,
	});

/** Tautulli narrows history by section, so a name is looked up first. */
const history = async (
	tautulli: TautulliClient,
	{limit, start, mediaType, library}: HistoryQuery,
	signal?: AbortSignal,
): Promise<HistoryPage> => {
	const request = {length: limit, start, mediaType};
	if (library === undefined) return tautulli.getHistory(request, signal);
	const libraries = await tautulli.getLibraries(signal);
	const found = libraries.filter(({name}) => comparable(name) === comparable(library));
	if (found.length === 0) throw noLibrary(library, libraries);
	return tautulli.getHistory({...request, sectionId: found.map(({sectionId}) => sectionId).join(',')}, signal);
};

/** What is answered in the place of a Tautulli that is switched off: why. */
export const disabledAnswers = (switchedOff: AppError): ServerAnswers =>
	answersFor(askedOf('tautulli'), () => Promise.reject(switchedOff));

/** Answers from Tautulli. */
export const serverAnswers = (
	tautulli: TautulliClient,
	{ownPeaks, odd}: Omit<PeakSources, 'tautulli'>,
): ServerAnswers => {
	const peaks = {tautulli, ownPeaks, odd};
	return {
		activity: (_, signal) => tautulli.getActivity(signal),
		hours: (query, signal) => tautulli.getPlaysByHourOfDay(query, signal),
		days: (query, signal) => tautulli.getPlaysByDate(query, signal),
		types: (query, signal) => typesOf(peaks, query, signal),
		peaks: (query, signal) => peaksOf(peaks, query, signal),
		users: ({days}, signal) => tautulli.getUserStats(days, signal),
		libraries: async ({days}, signal) => {
			const [listed, live] = await Promise.all([tautulli.getLibraries(signal), tautulli.getLiveTv(signal)]);
			const statsOf = async (library: Library): Promise<LibraryStats> => {
				const [total] = await tautulli.getLibraryStats(library.sectionId, [days], signal);
				if (!total) throw new AppError('bad-answer', `Tautulli sent no window for the library ${library.name}.`);
				return {...library, plays: total.plays, playedSeconds: total.playedSeconds};
			};
			const all = [...listed, ...(live ? [live] : [])];
			return goodAnswers(
				all.map(library => ({name: library.name, answer: statsOf(library)})),
				odd,
			);
		},
		history: (query, signal) => history(tautulli, query, signal),
		itemStats: (query, signal) => itemStats(tautulli, query, signal),
	};
};
