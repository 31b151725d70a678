import {formatWhen} from '../../canvas/clock.ts';
import {formatCount} from '../../canvas/format.ts';
import {type Row, rowWidth} from '../../canvas/row.ts';
import type {Canvas} from '../plan/scene.ts';
import {uploadOf} from '../plan/upload.ts';
import type {Line} from '../plan/view.ts';
import type {StatusData} from './data.ts';
import {collectedWords, disagreement, eventForms, serverSpans, warningSpan} from './words.ts';

/** Both servers, and what stands until somebody mends it. */
const lineServers = (canvas: Canvas, gap: string): Row => {
	const other = canvas.width < 60 ? null : disagreement(canvas);
	const warning = warningSpan(canvas);
	return [
		{text: 'Tautulli '},
		...serverSpans('tautulli', canvas),
		{text: `${gap}Plex `},
		...serverSpans('plex', canvas),
		...(other ? [{text: ', '}, other] : []),
		...(warning ? [{text: gap}, warning] : []),
	];
};

/** "history 48 210, checked 21:03"; '' where nothing is mirrored yet. */
const historyWords = ({local: {history, audit}}: StatusData, {glyphs, now, zone}: Canvas): string => {
	if (!history || history.plays === 0) return '';
	const checked = audit.checkedAt === null ? '' : `, checked ${formatWhen(audit.checkedAt, now, zone)}`;
	return `history ${formatCount(history.plays, glyphs)}${checked}`;
};

const dimmed = (text: string): Row => (text === '' ? [] : [{text, role: 'dim'}]);

/** What goes out, on a screen whose header has no room for it. */
const uploadForms = ({live, standing, glyphs, width}: Canvas): readonly Row[] => {
	const wan = live?.bandwidthKbps.wan;
	return wan && width < 80 ? [[{text: 'WAN '}, ...uploadOf(wan, standing.uploadMbps, glyphs).words]] : [];
};

/** What stands at the end: work, else the last event and the runs; the longest first. */
const endForms = (data: StatusData, canvas: Canvas): readonly Row[] => {
	const {work} = canvas.standing;
	if (work.length > 0) return work;
	// That nothing is kept is trouble, and nothing else counts beside it.
	if (data.local.database.trouble) return collectedWords(data, canvas).map(text => [{text, role: 'bad'}]);
	const collected = collectedWords(data, canvas);
	const events = eventForms(data, canvas).map(words => `${words}   ${collected[0] ?? ''}`);
	return [...uploadForms(canvas), ...[...events, ...collected].map(dimmed)];
};

/** Cells of a line that its number, its title, the gaps around what it says and its ends take. */
const ruleCells = 16;

/** As one line: both servers, the history where there is room, and what happened or is going on. */
export const statusLine = (data: StatusData, canvas: Canvas): Line => {
	const gap = canvas.width < 80 ? '  ' : '   ';
	const servers = lineServers(canvas, gap);
	const history = dimmed(historyWords(data, canvas));
	const ends = endForms(data, canvas);
	const fits = (body: Row, end: Row): boolean =>
		rowWidth(body) + rowWidth(end) + gap.length - 2 + ruleCells <= canvas.width;
	const long: Row = history.length === 0 ? servers : [...servers, {text: gap}, ...history];
	for (const body of [long, servers]) {
		// The shortest form of the end is for where the history has no room.
		const end = (body === servers ? ends : ends.slice(0, Math.max(1, ends.length - 1))).find(row => fits(body, row));
		if (end) return {lead: body, body: end, note: ''};
	}
	// On a phone it stands alone, for a while.
	const {work} = canvas.standing;
	const alone = work.find(row => fits([], row)) ?? work.at(-1);
	return alone ? {body: alone, note: ''} : {lead: servers, body: [], note: ''};
};
