import {plural} from '../../canvas/format.ts';
import {joinWhole, textWidth} from '../../canvas/widths.ts';
import {type Moment, momentIn} from '../../stats/moment-in.ts';
import {playTitle} from '../history/columns.ts';
import type {Scene} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {isIn, type Spot} from './spots.ts';
import {clock, type DayStream, startClock} from './streams.ts';

/** "20:18-22:24", "20:18, runs". */
const spanWords = ({row: {startedAt, stoppedAt, running}}: DayStream, scene: Scene): string =>
	running ? `${startClock(startedAt, scene)}, runs` : `${startClock(startedAt, scene)}-${clock(stoppedAt, scene)}`;

const stallWords = ({row: {stalls, stalledSeconds}}: DayStream): string =>
	stalls ? `stalled ${stalls === 1 ? 'once' : `${stalls} times`}, ${stalledSeconds} s` : '';

/** The highest moment of the column that the cursor is on. */
export const momentAt = (streams: readonly DayStream[], {from, step}: Spot): Moment<DayStream> =>
	momentIn(streams, {from, to: from + step});

/** The stream of the cursor's row in its column; undefined: none. */
export const streamAt = (streams: readonly DayStream[], spot: Spot): DayStream | undefined =>
	streams.find(stream => isIn(stream, spot));

/** "21:40  7 streams, 3 transcode   marta  Saltwater, 20:18-22:24". */
export const readingWords = (
	streams: readonly DayStream[],
	lane: readonly DayStream[],
	spot: Spot,
	scene: Scene,
	room: number,
): string => {
	const {at, running} = momentAt(streams, spot);
	const transcodes = running.filter(({decision}) => decision === 'transcode').length;
	const count = running.length === 0 ? 'no stream' : plural(running.length, 'stream', 'streams', scene.glyphs);
	const moment = `${clock(at, scene)}  ${count}`;
	const costly = transcodes === 0 ? '' : `, ${transcodes} transcode`;
	const user = personName(lane[0]?.row.user ?? '', scene.names);
	const here = streamAt(lane, spot);
	if (!here) return joinWhole([`${moment}${costly}`, `${user}  nothing then`], '   ', room);
	const what = `${user}  ${playTitle(here.row)}, ${spanWords(here, scene)}`;
	// What is watched comes before how much of it is transcoded.
	const both =
		textWidth(`${moment}${costly}   ${what}`) <= room ? `${moment}${costly}   ${what}` : `${moment}   ${what}`;
	return joinWhole([both, stallWords(here)], ', ', room);
};
