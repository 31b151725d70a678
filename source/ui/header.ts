import {formatClock, formatWeekday, formatWhen} from '../canvas/clock.ts';
import {formatMegabits, plural} from '../canvas/format.ts';
import {fitRow, type Row, rowWidth, type Span} from '../canvas/row.ts';
import {textWidth} from '../canvas/widths.ts';
import {dataOf, type Trouble, troubleOf} from './feeds/reading.ts';
import type {WindowClass} from './layout.ts';
import {pastHeader} from './past.ts';
import {everySeconds, isOld, type Shell} from './shell.ts';
import type {State} from './state.ts';
import {engineWords, isPlexAway, retryWords, troubleWords} from './trouble-words.ts';

/** The server's own name, else the host of its address. */
const serverName = ({servers, state}: Shell): string => {
	if (servers.name !== '') return servers.name;
	const url = state.settings?.tautulliUrl ?? '';
	return URL.canParse(url) ? new URL(url).hostname : 'tautop';
};

const troubled = (
	trouble: Trouble,
	{now, zone, glyphs, servers}: Shell,
	isNarrow: boolean,
): {mark: Span; words: Row; retry: Row} => {
	const {error, since} = trouble;
	const away = isPlexAway(error);
	const stopped = trouble.retryAt === null;
	const when = stopped || isNarrow ? '' : ` since ${formatWhen(since, now, zone)}`;
	// Our own ping may find it: then it is Tautulli that has lost it.
	const isOnlyHere = away && servers.plex.state === 'up';
	const retry = stopped ? 'r asks again' : retryWords(trouble, now);
	return {
		mark: away ? {text: glyphs.warn, role: 'bad'} : {text: glyphs.bad, role: 'bad'},
		words: [{text: `${isOnlyHere ? 'Tautulli cannot reach Plex' : troubleWords(error)}${when}`, role: 'bad'}],
		retry: [{text: `   ${retry}`}],
	};
};

/** What there is to say of the streams, the most important first: whole parts are left out where there is no room. */
const counts = (shell: Shell, windowClass: WindowClass): readonly Row[] => {
	const data = dataOf(shell.activity);
	if (!data) return [];
	const {streamCount, transcodeCount, bandwidthKbps} = data;
	const {total, wan: outside} = bandwidthKbps;
	const rate: readonly Row[] = total === null ? [] : [[{text: `   ${formatMegabits(total)} Mb/s`}]];
	const streams: Row = [{text: plural(streamCount, 'stream', 'streams', shell.glyphs), role: 'bold'}];
	if (streamCount === 0) return [streams];
	if (windowClass === 'tiny') return [streams, ...rate];
	const transcodes: readonly Row[] = transcodeCount > 0 ? [[{text: `  ${transcodeCount} transcode`}]] : [];
	const wan: readonly Row[] = outside ? [[{text: `  WAN ${formatMegabits(outside)}`}]] : [];
	return [streams, ...transcodes, ...rate, ...wan];
};

const left = (shell: Shell, windowClass: WindowClass): readonly Row[] => {
	const {glyphs, activity} = shell;
	const trouble = troubleOf(activity);
	const isNarrow = windowClass === 'tiny' || windowClass === 'small';
	const name: Row = isNarrow ? [{text: ' '}] : [{text: ` ${serverName(shell)}   `}];
	const {engine} = shell.state;
	if (engine) {
		const words: Row = [{text: isNarrow ? 'engine lost' : engine.reason.replace(/\.$/, ''), role: 'bad'}];
		return [[{text: glyphs.bad, role: 'bad'}, ...name, ...words], [{text: `   ${engineWords(engine, shell.now)}`}]];
	}
	if (trouble) {
		const {mark, words, retry} = troubled(trouble, shell, isNarrow);
		return [[mark, ...name, ...words], retry];
	}
	if (activity.state === 'waiting')
		return [[{text: glyphs.waiting, role: 'dim'}, ...name, {text: 'connecting', role: 'dim'}]];
	return [[{text: glyphs.ok}, ...name], ...counts(shell, windowClass)];
};

/** "live" until the streams are older than two refreshes: no age that counts up. */
const freshness = ({activity, state, now, zone}: Shell): Row => {
	if (activity.state !== 'ready' || activity.trouble) return [];
	if (!state.engine && !isOld(activity, everySeconds('live', state), now)) return [{text: 'live'}];
	return [{text: `as of ${formatWhen(activity.at, now, zone)}`, role: 'bold'}];
};

/** Freshness and clock; before them, while certificates are not checked, a mark that stands. */
const right = (shell: Shell, windowClass: WindowClass, tls: string): Row => {
	const {now, zone, state} = shell;
	const roomy = windowClass === 'wide' || windowClass === 'large';
	const clock = roomy ? `${formatWeekday(now, zone)} ${formatClock(now, zone)}` : formatClock(now, zone);
	const insecure: Row = state.settings?.unverifiedTls ? [{text: `${shell.glyphs.warn} ${tls}   `, role: 'bold'}] : [];
	const gap = windowClass === 'small' ? ' ' : '   ';
	const fresh = windowClass === 'tiny' ? [] : freshness(shell);
	return [...insecure, ...fresh, {text: fresh.length > 0 ? gap : ''}, {text: `${clock} `}];
};

/** As many of the parts as fit, from the first on. */
const fitting = (parts: readonly Row[], width: number): Row => {
	const row: Span[] = [];
	for (const [index, part] of parts.entries()) {
		if (index > 0 && rowWidth([...row, ...part]) > width) break;
		row.push(...part);
	}
	return row;
};

/** Cells for freshness and clock beside it. */
const clockCells = 14;

/** That this is the demo, and which file was meant to say otherwise, in the most words that leave the clock its place. */
const demoMark = ({settings, size}: State): Row => {
	if (!settings?.demo) return [];
	const file = settings.unconfigured ? settings.passedOver.find(({meant}) => meant) : undefined;
	if (!file) return [{text: ' demo ', role: 'title'}];
	const whole = `demo: ${file.name} was passed over`;
	const forms = [`${whole}, d says why`, whole, `${file.name} passed over`, file.name];
	const words = forms.find(form => textWidth(form) + 2 + clockCells <= size.columns) ?? file.name;
	return [{text: ` ${words} `, role: 'title'}];
};

/** Is it alive, how many, what does it cost: one row, read from three metres. */
export const header = (shell: Shell, windowClass: WindowClass): Row => {
	const {columns} = shell.state.size;
	const {cut} = shell.glyphs;
	if (shell.state.moment !== null) return pastHeader(shell, shell.state.moment);
	const [first = [], ...parts] = left(shell, windowClass);
	const start: Row = [...demoMark(shell.state), {text: ' '}, ...first];
	const whole = rowWidth([...start, ...parts.flat()]);
	const long = right(shell, windowClass, 'TLS not checked');
	// What it is about is said under `d`; the countdown of a trouble is said here alone.
	const two = whole + rowWidth(long) + 1 > columns ? right(shell, windowClass, 'TLS') : long;
	const free = columns - rowWidth(two) - 1;
	const one = fitting([start, ...parts], free < 7 ? columns : free);
	return free < 7 ? fitRow(one, columns, cut) : fitRow([...fitRow(one, free, cut), {text: ' '}, ...two], columns, cut);
};
