import {AppError} from '../domain/app-error.ts';
import type {WindowTotal} from '../domain/period.ts';
import {answersFor} from '../questions/answers.ts';
import type {ItemQuery} from '../questions/queries.ts';
import {type AskedOf, askedOf} from '../questions/questions.ts';
import type {Sources} from '../questions/sources.ts';
import type {TautulliClient} from '../tautulli/client.ts';

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

/** What is answered in the place of a Tautulli that is switched off: why. */
export const disabledAnswers = (switchedOff: AppError): ServerAnswers =>
	answersFor(askedOf('tautulli'), () => Promise.reject(switchedOff));

/** Answers from Tautulli. */
export const serverAnswers = (tautulli: TautulliClient): ServerAnswers => ({
	activity: (_, signal) => tautulli.getActivity(signal),
	streamData: ({rowId}, signal) => tautulli.getStreamData(rowId, signal),
	streamStarts: ({ratingKeys}, signal) => tautulli.getStreamStarts(ratingKeys, signal),
	resolutions: (query, signal) => tautulli.getResolutions(query, signal),
	itemStats: (query, signal) => itemStats(tautulli, query, signal),
});
