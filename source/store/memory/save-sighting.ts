import type {Minute} from '../../domain/streams/minute.ts';
import type {Database} from '../database.ts';
import type {Minutes} from './minutes.ts';
import type {SightedStream, Streams} from './streams.ts';

/** What was seen since the last time. */
type Sighting = {readonly streams: readonly SightedStream[]; readonly minutes: readonly Minute[]};

/** Writes all of it in one small transaction, and lets go of a few minutes before `forgetBefore` (Unix seconds / 60). */
export type SaveSighting = (sighting: Sighting, forgetBefore: number) => void;

/** As many minutes as are forgotten with one write: more than come, so that a shorter time to keep is reached by and by. */
const forgottenAtOnce = 120;

export const createSaveSighting =
	(database: Database, streams: Pick<Streams, 'save'>, minutes: Pick<Minutes, 'save' | 'forget'>): SaveSighting =>
	(sighting, forgetBefore) =>
		database.immediate(() => {
			for (const sighted of sighting.streams) streams.save(sighted);
			for (const minute of sighting.minutes) minutes.save(minute);
			minutes.forget(forgetBefore, forgottenAtOnce);
		});
