import {isCancelled} from '../../../domain/app-error.ts';
import type {Play} from '../../../domain/play.ts';
import type {Activity} from '../../../domain/session.ts';
import type {LoadContext} from '../../components/pane.ts';

/** Who is watching; where nobody is, the play that ended last (null: not known). */
export type NowPlayingData = {readonly activity: Activity; readonly lastPlay: Play | null};

const lastPlay = async ({sources, signal, previous}: LoadContext<NowPlayingData>): Promise<Play | null> => {
	// While it stays quiet the last play stays the same: history is asked once, not with every refresh.
	if (previous?.lastPlay && previous.activity.streamCount === 0) return previous.lastPlay;
	try {
		const {plays} = await sources.history({limit: 1, start: 0}, signal);
		return plays[0] ?? null;
	} catch (error) {
		if (isCancelled(error)) throw error;
		return null;
	}
};

export const loadNowPlaying = async (context: LoadContext<NowPlayingData>): Promise<NowPlayingData> => {
	const activity = await context.sources.activity(null, context.signal);
	return {activity, lastPlay: activity.streamCount === 0 ? await lastPlay(context) : null};
};
