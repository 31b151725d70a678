import type {Pane} from '../../components/pane.ts';
import {loadNowPlaying, type NowPlayingData} from './data.ts';
import {nowPlayingBrief, nowPlayingModel, plexAway} from './model.ts';
import {streamHeadings} from './stream-row.ts';

/** Who, what, how, until when. */
export const nowPlaying: Pane<NowPlayingData> = {
	digit: '1',
	title: 'Now playing',
	short: 'Now',
	rhythm: 'refresh',
	uses: [],
	load: loadNowPlaying,
	model: nowPlayingModel,
	brief: nowPlayingBrief,
	headings: streamHeadings,
	replace: plexAway,
};
