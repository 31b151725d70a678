import {plural} from '../canvas/format.ts';
import {dataOf, troubleOf} from './feeds/reading.ts';
import type {Shell} from './shell.ts';
import {troubleWords} from './trouble-words.ts';

/** What the window is called: "tautop: 9 streams, 4 transcode". */
export const windowTitle = ({activity, glyphs}: Pick<Shell, 'activity' | 'glyphs'>): string => {
	const trouble = troubleOf(activity);
	if (trouble) return `tautop: ${troubleWords(trouble.error)}`;
	const data = dataOf(activity);
	if (!data) return 'tautop';
	const {streamCount, transcodeCount} = data;
	const streams = plural(streamCount, 'stream', 'streams', glyphs);
	return `tautop: ${streams}${transcodeCount === 0 ? '' : `, ${transcodeCount} transcode`}`;
};
