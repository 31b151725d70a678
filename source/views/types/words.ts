import {formatCategory} from '../../canvas/clock.ts';
import {formatChange} from '../../canvas/format.ts';
import {maxOf} from '../../canvas/resample.ts';
import {joinWhole, padEnd, textWidth} from '../../canvas/widths.ts';
import type {Activity} from '../../domain/session.ts';
import type {ShareColumn, WayCounts} from '../../stats/stream-shares.ts';
import {liveOf} from '../peaks/words.ts';
import type {Canvas, Scene} from '../plan/scene.ts';
import {shareWords} from '../plan/shares.ts';
import {amount, amountWords, personName, windowWords} from '../plan/words.ts';
import {whyWords} from '../streams/why.ts';
import {beforeWords, pointsFor, type Types, ways, wholeOf} from './data.ts';

/** What runs counts with today, where today is part of it and plays are counted. */
const runningOf = (scene: Scene): Activity | null => {
	const live = scene.query.measure === 'plays' ? liveOf(scene) : null;
	return live && live.streamCount > 0 ? live : null;
};

/** The same by the ways to play. */
export const runningCounts = (scene: Scene): WayCounts | null => {
	const live = runningOf(scene);
	return live && [live.directPlayCount, live.directStreamCount, live.transcodeCount];
};

const narrow = 56;

/** "1 943 plays + 9 running, 30 days"; in a narrow pane "1 943 + 9 now, 30 d". */
export const noteOf = (data: Types, canvas: Canvas): string => {
	const {query, glyphs, width} = canvas;
	const live = runningOf(canvas);
	const running = live ? ` + ${live.streamCount}` : '';
	if (width >= narrow || query.measure !== 'plays' || !('days' in query.window))
		return `${amountWords(wholeOf(data), query.measure, glyphs)}${running && `${running} running`}, ${windowWords(query.window, canvas)}`;
	const {days, at} = query.window;
	const window = days === 0 || at !== undefined ? windowWords(query.window, canvas) : `${days} d`;
	return `${amount(wholeOf(data), query.measure, glyphs)}${running && `${running} now`}, ${window}`;
};

/** "+4 pt". */
export const pointWords = (points: number, {glyphs}: Scene): string => `${formatChange(points, glyphs)} pt`;

/** "transcode −3 points on the 30 days before"; '': there is nothing to compare with. */
export const changeWords = (data: Types, scene: Scene): string => {
	const points = pointsFor(data)?.at(-1);
	if (points === undefined) return '';
	if (points === 0) return `transcode as in ${beforeWords(scene)}`;
	return `transcode ${formatChange(points, scene.glyphs)} ${Math.abs(points) === 1 ? 'point' : 'points'} on ${beforeWords(scene)}`;
};

/** Percentages of the ways of a column, which add up to 100; of a handful none. */
const percentsOf = ({counts, shares}: ShareColumn): readonly string[] => (shares ? shareWords(counts) : []);

/** "today 21 %, with the 4 running"; a handful is told as counts. */
export const todayWords = (last: ShareColumn | undefined, scene: Scene): string => {
	if (!last || last.from !== last.to || !liveOf(scene)) return '';
	const {query, glyphs} = scene;
	const [, , transcodes] = last.counts;
	const whole = last.counts.reduce((all, count) => all + count, 0);
	if (whole <= 0) return 'nothing played today';
	const percent =
		percentsOf(last).at(-1) ??
		`${amount(transcodes, query.measure, glyphs)} of ${amount(whole, query.measure, glyphs)}`;
	const running = runningOf(scene);
	if (!running) return `today ${percent}`;
	return `today ${percent}, with ${running.transcodeCount > 0 ? `the ${running.transcodeCount}` : 'what is'} running`;
};

const daysName = ({from, to}: ShareColumn): string =>
	from === to ? formatCategory(from) : `${formatCategory(from)} to ${formatCategory(to)}`;

/** What the cursor is on: "12 Nov", "transcode 31 %, 20 of 64"; and all of it in one line. */
export const columnWords = (
	column: ShareColumn,
	{query, glyphs}: Scene,
): {readonly short: string; readonly long: string} => {
	const percents = percentsOf(column);
	const whole = column.counts.reduce((all, count) => all + count, 0);
	const parts = ways.map(({name}, index) =>
		[`${name} ${amount(column.counts[index] ?? 0, query.measure, glyphs)}`, percents[index] ?? '']
			.filter(Boolean)
			.join(', '),
	);
	const transcodes = amount(column.counts[2], query.measure, glyphs);
	const of = `${transcodes} of ${amount(whole, query.measure, glyphs)}`;
	return {
		short: `${daysName(column)}  transcode ${[percents.at(-1) ?? '', of].filter(Boolean).join(', ')}`,
		long: `${daysName(column)}  ${amountWords(whole, query.measure, glyphs)}   ${parts.join('   ')}`,
	};
};

/** The highest share of a day: "most 17 Nov 39 %"; '': of one day nothing is most. */
export const mostShareWords = (columns: readonly ShareColumn[]): string => {
	const shares = columns.map(({shares}) => shares?.[2] ?? null);
	const best = columns[shares.indexOf(maxOf(shares))];
	if (!best?.shares || best.shares[2] === 0 || shares.filter(share => share !== null).length < 2) return '';
	return best === columns.at(-1) ? 'the most' : `most ${daysName(best)} ${percentsOf(best).at(-1) ?? ''}`;
};

const whoIndent = 13;

/** "why, 402 seen: limit 171 …". */
export const whyLine = ({why}: Types): string =>
	why === null ? '' : why.seen === 0 ? `${padEnd('why', whoIndent, '')} not seen yet` : whyWords(why);

/** "who  marta 96  lena 71  otto 44  6 more": as many as there is room for. */
export const whoLine = ({who, why}: Types, {names, query, glyphs}: Scene, width: number): string => {
	const [first] = who.first;
	if (!first) return '';
	const head = padEnd('who', why === null ? 4 : whoIndent, '');
	const all = who.first.map(({name, value}) => `${personName(name, names)} ${amount(value, query.measure, glyphs)}`);
	for (let shown = all.length; shown > 0; shown--) {
		const more = who.people > shown ? [`${who.people - shown} more`] : [];
		const line = [head, [...all.slice(0, shown), ...more].join('  ')].join(' ');
		if (textWidth(line) <= width) return line;
	}
	return joinWhole(['who', all[0] ?? ''], ' ', width);
};
