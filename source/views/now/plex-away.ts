import {formatWhen} from '../../canvas/clock.ts';
import {plural} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {truncate} from '../../canvas/widths.ts';
import type {Session} from '../../domain/session.ts';
import type {Canvas} from '../plan/scene.ts';
import type {ViewTrouble} from '../plan/view.ts';
import {personName, sentenceRows} from '../plan/words.ts';
import type {NowData} from './data.ts';
import {nameCells} from './quiet.ts';
import {zoneOf} from './words.ts';

const mostNames = 8;

/** " (marta, jon, 2 more)", each name short enough to leave room for the others; '' where nobody was there. */
const whoWords = (sessions: readonly Session[], canvas: Canvas): string => {
	if (sessions.length === 0) return '';
	const names = sessions.map(({user}) => truncate(personName(user, canvas.names), nameCells, canvas.glyphs.cut));
	const more = names.length > mostNames ? [`${names.length - mostNames} more`] : [];
	return ` (${[...names.slice(0, mostNames), ...more].join(', ')})`;
};

/**
 * Plex away while Tautulli answers: who is watching is not known, and old rows would say that it is.
 * Every other trouble leaves the streams on the screen, as old.
 */
export const plexAway = (data: NowData | null, {error, since}: ViewTrouble, canvas: Canvas): readonly Row[] | null => {
	if (error.server !== 'plex' || error.code === 'unauthorized') return null;
	const why = canvas.servers.plex.state === 'up' ? 'Tautulli cannot reach Plex' : 'Tautulli answers, Plex does not';
	const lines: Row[] = [[{text: `Who is watching is not known: ${why}.`}]];
	if (data) {
		const {activity} = data;
		const who = whoWords(activity.sessions, canvas);
		const transcodes = activity.transcodeCount === 0 ? '' : `, ${activity.transcodeCount} transcode`;
		const streams = plural(activity.streamCount, 'stream', 'streams', canvas.glyphs);
		lines.push([
			{text: `At ${formatWhen(since, canvas.now, zoneOf(canvas))}:  ${streams}${transcodes}${who}`, role: 'dim'},
		]);
	}
	lines.push([
		{text: 'r', role: 'bold'},
		{text: '  ask again now     '},
		{text: 'd', role: 'bold'},
		{text: '  details'},
	]);
	return sentenceRows(lines, canvas);
};
