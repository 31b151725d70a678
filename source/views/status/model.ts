import {formatClock, formatDay, formatWhen} from '../../canvas/clock.ts';
import type {Row} from '../../canvas/row.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import {formatSpan} from '../../domain/duration.ts';
import type {Run} from '../../domain/run.ts';
import {altered} from '../plan/altered.ts';
import {blank, left} from '../plan/cells.ts';
import type {Canvas, Drawing} from '../plan/scene.ts';
import type {StatusData} from './data.ts';
import {fact, facts, versionOf} from './facts.ts';

/** The clock today, the day before: an event's line has no room for both. */
const eventTime = (at: number, {now, zone}: Canvas): string =>
	formatDay(at, zone) === formatDay(now, zone) ? formatClock(at, zone) : formatDay(at, zone);

/** Cells of the time before an event. */
const timeCells = 7;

/** A long event goes on under itself; some of them end like sentences, here none does. */
const eventRows = ({events}: StatusData, canvas: Canvas): readonly Row[] =>
	events.flatMap(({at, text}) =>
		wrapWords(text.replace(/\.$/, ''), Math.max(8, canvas.width - timeCells)).map((words, line): Row => {
			const time = line === 0 ? eventTime(at, canvas) : '';
			return [{text: time.padEnd(timeCells), role: 'dim'}, {text: words}];
		}),
	);

const runWords = ({status, collected, failed, startedAt, endedAt, reason}: Run): string =>
	[
		status,
		`${collected} collected`,
		failed === 0 ? '' : `${failed} failed`,
		endedAt === null ? '' : `in ${formatSpan(endedAt - startedAt)}`,
		reason ?? '',
	]
		.filter(Boolean)
		.join('   ');

const heading = (text: string): Row => [{text, role: 'bold'}];

const zoomedRows = (data: StatusData, canvas: Canvas): readonly Row[] => {
	const runs = data.runs.map(
		(run): Row => [
			left(formatWhen(run.startedAt, canvas.now, canvas.zone), 14, canvas.glyphs, 'dim'),
			{text: runWords(run)},
		],
	);
	const {name} = canvas.servers;
	const rest = Math.max(3, canvas.height - 12);
	return [
		[],
		...facts(data, canvas),
		fact('File', [{text: data.local.database.path, role: 'dim'}], canvas),
		...(name === '' ? [] : [fact('Name', [{text: name}], canvas)]),
		[],
		heading('Runs'),
		...(runs.length === 0 ? [[{text: 'none yet', role: 'dim' as const}]] : runs.slice(0, Math.floor(rest / 2))),
		[],
		heading('Events'),
		...(data.events.length === 0 ? [[{text: 'none yet', role: 'dim' as const}]] : eventRows(data, canvas)),
	].map((row): Row => [blank(1), ...row]);
};

/** Are both servers, the database and the collector well; what happened last. Zoomed: runs and events. */
export const drawStatus = (data: StatusData, canvas: Canvas): Drawing => {
	const inside = altered(canvas, {width: canvas.width - 2});
	if (canvas.form === 'page') return {headings: [], note: '', keys: [], rows: zoomedRows(data, inside)};
	const all = data.events.length === 0 ? facts(data, inside) : [...facts(data, inside), ...eventRows(data, inside)];
	const note = [versionOf('tautulli', canvas), versionOf('plex', canvas)].filter(Boolean).join('  ');
	return {headings: [], note: canvas.form === 'pane' ? note : '', keys: [], rows: all.map(row => [blank(1), ...row])};
};
