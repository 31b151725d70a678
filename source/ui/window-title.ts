import {plural} from '../canvas/format.ts';
import {dataOf, troubleOf} from './feeds/reading.ts';
import {serverAmong} from './servers/carry.ts';
import type {Shell} from './shell.ts';
import {troubleWords} from './trouble-words.ts';

/** What the window is called: "tautop: 9 streams, 4 transcode"; "tautop home: 9 streams" where there are several servers. */
export const windowTitle = ({activity, glyphs, state}: Pick<Shell, 'activity' | 'glyphs' | 'state'>): string => {
	const server = serverAmong(state);
	const name = server === null ? 'tautop' : `tautop ${server}`;
	const trouble = troubleOf(activity);
	if (trouble) return `${name}: ${troubleWords(trouble.error)}`;
	const data = dataOf(activity);
	if (!data) return name;
	const {streamCount, transcodeCount} = data;
	const streams = plural(streamCount, 'stream', 'streams', glyphs);
	return `${name}: ${streams}${transcodeCount === 0 ? '' : `, ${transcodeCount} transcode`}`;
};
