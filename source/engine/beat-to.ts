import type {Duplex} from 'node:stream';
import {beatEveryMs} from './beat.ts';
import {postTo} from './port.ts';
import type {FromEngine} from './protocol.ts';

/** Says at once, and again and again, that this process lives. Returns what ends that. */
export const beatTo = (stream: Duplex): (() => void) => {
	const beat = (): void => {
		// A screen that reads nothing, since it was stopped, needs no more beats than fit the line.
		if (!stream.writableNeedDrain) postTo<FromEngine>(stream, {type: 'beat'});
	};
	beat();
	const timer = setInterval(beat, beatEveryMs);
	return () => clearInterval(timer);
};
