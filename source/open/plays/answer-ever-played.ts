import {AppError} from '../../domain/app-error.ts';
import type {EverPlayed, EverPlayedQuery} from '../../domain/plays/ever-played.ts';
import {answering, answerPlays, type PlaySources} from './answer-plays.ts';

/** More than any home has. */
const all = 100_000;

/** Plays and seconds of all time that never fall. Throws `waiting` until everything is mirrored: a part would grow, and not by plays. */
export const answerEverPlayed = async (sources: PlaySources, {by}: EverPlayedQuery): Promise<readonly EverPlayed[]> => {
	const {mirror, state} = answering(sources);
	const {rows, coverage} = await answerPlays(sources, {
		by,
		split: by === 'library' ? 'media' : 'nothing',
		window: {days: 0},
		where: {},
		measure: 'plays',
		limit: all,
	});
	if (coverage.knownFrom !== null)
		throw new AppError('waiting', 'The history has not been read back to its beginning yet.', {
			hint: 'It is read from Tautulli, newest first; tautop sync does it now.',
			server: 'tautulli',
		});
	const counted = rows.map(({key, kind, name, plays, playedSeconds}) => ({key, kind, name, plays, playedSeconds}));
	return mirror.everPlayed.note(state.serverId, by, counted);
};
