import {formatClock, formatWeekday, formatWhen} from '../draw/clock.ts';
import {formatMegabits, plural} from '../draw/format.ts';
import {fitRow, type Row, rowWidth, type Span} from '../draw/row.ts';
import type {WindowClass} from './components/pane.ts';
import {dataOf, type Trouble, troubleOf} from './components/reading.ts';
import {isPlexAway, retryWords, troubleWords} from './trouble-words.ts';
import {everySeconds, isOld, readingOf, type View} from './view.ts';

/** The server's own name, else the host of its address. */
const serverName = ({readings, state}: View): string => {
	const name = dataOf(readingOf(readings, 'status'))?.servers.tautulli.name ?? '';
	if (name !== '') return name;
	const url = state.settings?.tautulliUrl ?? '';
	return URL.canParse(url) ? new URL(url).hostname : 'tautop';
};

const troubled = (trouble: Trouble, {now, zone, glyphs}: View, isNarrow: boolean): {mark: Span; words: Row} => {
	const {error, since} = trouble;
	const away = isPlexAway(error);
	const stopped = trouble.retryAt === null;
	const when = stopped || isNarrow ? '' : ` since ${formatWhen(since, now, zone)}`;
	const retry = stopped ? 'r asks again' : retryWords(trouble, now);
	return {
		mark: away ? {text: glyphs.warn, role: 'warn'} : {text: glyphs.bad, role: 'bad'},
		words: [{text: `${troubleWords(error)}${when}`, role: away ? 'warn' : 'bad'}, {text: `   ${retry}`}],
	};
};

const counts = (view: View, windowClass: WindowClass): Row => {
	const data = dataOf(readingOf(view.readings, 'now-playing'));
	if (!data) return [];
	const {streamCount, transcodeCount, bandwidthKbps} = data.activity;
	const streams = plural(streamCount, 'stream', 'streams', view.glyphs);
	const transcodes = transcodeCount > 0 && windowClass !== 'tiny' ? `  ${transcodeCount} transcode` : '';
	const rate = streamCount === 0 ? '' : `   ${formatMegabits(bandwidthKbps.total)} Mb/s`;
	const wan =
		bandwidthKbps.wan > 0 && windowClass !== 'tiny' && windowClass !== 'small'
			? `  WAN ${formatMegabits(bandwidthKbps.wan)}`
			: '';
	return [{text: streams, role: 'bold'}, {text: `${transcodes}${rate}${wan}`}];
};

const left = (view: View, windowClass: WindowClass): Row => {
	const {glyphs, readings} = view;
	const reading = readingOf(readings, 'now-playing');
	const trouble = troubleOf(reading);
	const isNarrow = windowClass === 'tiny' || windowClass === 'small';
	const name: Row = isNarrow ? [{text: ' '}] : [{text: ` ${serverName(view)}   `}];
	if (trouble) {
		const {mark, words} = troubled(trouble, view, isNarrow);
		return [mark, ...name, ...words];
	}
	if (reading.state === 'waiting')
		return [{text: glyphs.waiting, role: 'dim'}, ...name, {text: 'connecting', role: 'dim'}];
	return [{text: glyphs.ok, role: 'accent'}, ...name, ...counts(view, windowClass)];
};

/** "live" until the streams are older than two refreshes: no age that counts up. */
const freshness = ({readings, state, now, zone}: View): Row => {
	const reading = readingOf(readings, 'now-playing');
	if (reading.state !== 'ready' || reading.trouble) return [];
	if (!isOld(reading, everySeconds('refresh', state), now)) return [{text: 'live', role: 'accent'}];
	return [{text: `as of ${formatWhen(reading.at, now, zone)}`, role: 'warn'}];
};

const right = (view: View, windowClass: WindowClass): Row => {
	const {now, zone, state} = view;
	const roomy = windowClass === 'wide' || windowClass === 'large';
	const clock = roomy ? `${formatWeekday(now, zone)} ${formatClock(now, zone)}` : formatClock(now, zone);
	const insecure: Row = state.settings?.unverifiedTls ? [{text: '! TLS not checked   ', role: 'warn'}] : [];
	const gap = windowClass === 'small' ? ' ' : '   ';
	const fresh = windowClass === 'tiny' ? [] : freshness(view);
	return [...insecure, ...fresh, {text: fresh.length > 0 ? gap : ''}, {text: `${clock} `}];
};

/** Is it alive, how many, what does it cost: one row, read from three metres. */
export const header = (view: View, windowClass: WindowClass): Row => {
	const {columns} = view.state.size;
	const demo: Row = view.state.settings?.demo ? [{text: ' demo ', role: 'title'}, {text: ' '}] : [];
	const one: Row = [...demo, {text: ' '}, ...left(view, windowClass)];
	const two = right(view, windowClass);
	const free = columns - rowWidth(two);
	if (free < 8) return fitRow(one, columns, view.glyphs.cut);
	return fitRow([...fitRow(one, free - 1, view.glyphs.cut), {text: ' '}, ...two], columns, view.glyphs.cut);
};
