import {progressBar} from '../canvas/bars.ts';
import {formatClock, formatDayClock, formatWeekday, formatWhen} from '../canvas/clock.ts';
import {formatMegabits, plural} from '../canvas/format.ts';
import {fitRow, type Row, rowWidth, type Span} from '../canvas/row.ts';
import {textWidth} from '../canvas/widths.ts';
import {type Upload, uploadOf} from '../views/plan/upload.ts';
import {dataOf, type Trouble, troubleOf} from './feeds/reading.ts';
import {instanceAt} from './instances.ts';
import type {WindowClass} from './layout.ts';
import {everySeconds, isOld, readingOf, type Shell, sceneOf} from './shell.ts';
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
	windowClass: WindowClass,
): {mark: Span; words: Row; forms: readonly Row[]} => {
	const {error, since} = trouble;
	const away = isPlexAway(error);
	const stopped = trouble.retryAt === null;
	const when: Row = stopped ? [] : [{text: ` since ${formatWhen(since, now, zone)}`, role: 'bad'}];
	// Our own ping may find it: then it is Tautulli that has lost it.
	const isOnlyHere = away && servers.plex.state === 'up';
	const retry: Row = [{text: `   ${stopped ? 'r asks again' : retryWords(trouble, now)}`}];
	// Where panes have titles those say since when.
	const shorter = windowClass === 'tiny' ? [when, retry] : [retry, when];
	return {
		mark: away ? {text: glyphs.warn, role: 'bad'} : {text: glyphs.bad, role: 'bad'},
		words: [{text: isOnlyHere ? 'Tautulli cannot reach Plex' : troubleWords(error), role: 'bad'}],
		forms: [[...when, ...retry], ...shorter, []],
	};
};

/** Cells of the meter of the upload; 0: numbers alone. */
const meterCells: Readonly<Record<WindowClass, number>> = {tiny: 0, small: 0, base: 0, wide: 10, large: 20};

const meter = ({share, role}: Upload, cells: number, {glyphs}: Shell): Row =>
	share === null || cells === 0 ? [] : [...progressBar(share, cells, glyphs, role), {text: ' '}];

/** What goes out over the internet, with its meter, then without. */
const uploadParts = (kbps: number, windowClass: WindowClass, shell: Shell): readonly Row[] => {
	const upload = uploadOf(kbps, shell.state.settings?.uploadMbps ?? null, shell.glyphs);
	const cells = meterCells[windowClass];
	const bare: Row = [{text: 'WAN '}, ...upload.words];
	return cells === 0 || upload.share === null
		? [bare]
		: [[{text: 'WAN '}, ...meter(upload, cells, shell), ...upload.words], bare];
};

const apart = (parts: readonly Row[], gap: number): Row =>
	parts.flatMap((part, index): Row => (index === 0 ? part : [{text: ' '.repeat(gap)}, ...part]));

/** What there is to say of the streams, in ever fewer words: the first form that has room is taken. */
const countForms = (shell: Shell, windowClass: WindowClass): readonly Row[] => {
	const data = dataOf(shell.activity);
	if (!data) return [[]];
	const {streamCount, transcodeCount, bandwidthKbps} = data;
	const {total, lan, wan} = bandwidthKbps;
	const streams: Row = [{text: plural(streamCount, 'stream', 'streams', shell.glyphs), role: 'bold'}];
	if (streamCount === 0) return [streams];
	const counts: Row = transcodeCount > 0 ? [...streams, {text: `  ${transcodeCount} transcode`}] : streams;
	const unit = windowClass === 'tiny' ? '' : ' Mb/s';
	const rate: readonly Row[] = total === null ? [] : [[{text: `${formatMegabits(total)}${unit}`}]];
	const gap = isNarrow(windowClass) ? 2 : 3;
	const lans: readonly Row[] = windowClass === 'large' && lan ? [[{text: `LAN ${formatMegabits(lan)}`}]] : [];
	const wans = wan && !isNarrow(windowClass) ? uploadParts(wan, windowClass, shell) : [];
	return [
		...wans.slice(0, 1).map(each => apart([counts, ...rate, ...lans, each], gap)),
		...wans.map(each => apart([counts, ...rate, each], gap)),
		apart([counts, ...rate], gap),
		counts,
		streams,
	];
};

const isNarrow = (windowClass: WindowClass): boolean => windowClass === 'tiny' || windowClass === 'small';

/** How it begins, and the forms of what follows, the longest first. */
type Left = {readonly start: Row; readonly forms: readonly Row[]};

const left = (shell: Shell, windowClass: WindowClass): Left => {
	const {glyphs, activity} = shell;
	const trouble = troubleOf(activity);
	const narrow = isNarrow(windowClass);
	const name: Row = narrow ? [{text: ' '}] : [{text: ` ${serverName(shell)}   `}];
	const {engine} = shell.state;
	if (engine) {
		const words: Row = [{text: narrow ? 'engine lost' : engine.reason.replace(/\.$/, ''), role: 'bad'}];
		const start: Row = [{text: glyphs.bad, role: 'bad'}, ...name, ...words];
		return {start, forms: [[{text: `   ${engineWords(engine, shell.now)}`}], []]};
	}
	if (trouble) {
		const {mark, words, forms} = troubled(trouble, shell, windowClass);
		return {start: [mark, ...name, ...words], forms};
	}
	if (activity.state === 'waiting')
		return {start: [{text: glyphs.waiting, role: 'dim'}, ...name, {text: 'connecting', role: 'dim'}], forms: [[]]};
	return {start: [{text: glyphs.ok}, ...name], forms: countForms(shell, windowClass)};
};

/** "live" until the streams are older than two refreshes: no age that counts up. */
const freshness = ({activity, state, now, zone}: Shell): Row => {
	if (activity.state !== 'ready' || activity.trouble) return [];
	if (!state.engine && !isOld(activity, everySeconds('live', state), now)) return [{text: 'live'}];
	return [{text: `as of ${formatWhen(activity.at, now, zone)}`, role: 'bold'}];
};

/** "Prague", where the server's clocks differ from this machine's; '' where they do not. */
const placeOf = ({zone, here, now}: Shell): string => {
	if (zone === null || formatDayClock(now, zone) === formatDayClock(now, here)) return '';
	return ` ${(zone.split('/').at(-1) ?? '').replaceAll('_', ' ')}`;
};

/** The server's clock. Before anything is configured nobody knows whose time it is. */
const clock = (shell: Shell, windowClass: WindowClass): string => {
	const {now, zone, state} = shell;
	if (!state.settings) return '';
	const day = windowClass === 'wide' || windowClass === 'large' ? `${formatWeekday(now, zone)} ` : '';
	return `${day}${formatClock(now, zone)}${windowClass === 'tiny' ? '' : placeOf(shell)}`;
};

const gaps: Readonly<Record<WindowClass, string>> = {tiny: ' ', small: ' ', base: '    ', wide: '   ', large: '   '};

/** Freshness and clock; before them, while certificates are not checked, a mark that stands. */
const right = (shell: Shell, windowClass: WindowClass, tls: string): Row => {
	const {state, glyphs} = shell;
	const insecure: Row = state.settings?.unverifiedTls ? [{text: `${glyphs.warn} ${tls}   `, role: 'bold'}] : [];
	const fresh = windowClass === 'tiny' ? [] : freshness(shell);
	const gap = fresh.length > 0 ? gaps[windowClass] : '';
	return [...insecure, ...fresh, {text: gap}, {text: `${clock(shell, windowClass)} `}];
};

/** Cells for freshness and clock beside it. */
const clockCells = 14;

/** That this is the demo, and which file was meant to say otherwise, in the most words that leave the clock its place. */
const demoMark = ({settings, size}: State): Row => {
	if (!settings?.demo) return [];
	const file = settings.unconfigured ? settings.passedOver.find(({meant}) => meant) : undefined;
	if (!file) return [{text: ' demo ', role: 'inverse'}];
	const whole = `demo: ${file.name} was passed over`;
	const forms = [`${whole}, d says why`, whole, `${file.name} passed over`, file.name];
	const words = forms.find(form => textWidth(form) + 2 + clockCells <= size.columns) ?? file.name;
	return [{text: ` ${words} `, role: 'inverse'}];
};

/** The streams of the moment that is looked at, as the view of them tells it in a line. */
const pastCounts = (shell: Shell): Row => {
	for (const place of shell.state.places.keys()) {
		const instance = instanceAt(shell.state, place);
		if (instance?.view.pace !== 'live') continue;
		const told = dataOf(readingOf(shell.readings, instance.id));
		const line = told?.line({...sceneOf(shell, instance), width: 80, height: 1, form: 'pane', focused: false});
		if (line) return [...line.body, {text: `   ${line.note}`}];
	}
	return [];
};

/** Looking back: all of it inverse, and no clock but that moment's. */
const pastHeader = (moment: number, shell: Shell): Row => {
	const {zone, state, glyphs} = shell;
	const when = `${formatWeekday(moment, zone)} ${formatClock(moment, zone)}${placeOf(shell)}`;
	const row = fitRow([{text: ` PAST  ${when}   `}, ...pastCounts(shell)], state.size.columns, glyphs.cut);
	return row.map(({text}): Span => ({text, role: 'inverse'}));
};

/** Is it alive, how many, what does it cost: one row, read from three metres. */
export const header = (shell: Shell, windowClass: WindowClass): Row =>
	shell.state.moment === null ? liveHeader(shell, windowClass) : pastHeader(shell.state.moment, shell);

const liveHeader = (shell: Shell, windowClass: WindowClass): Row => {
	const {columns} = shell.state.size;
	const {cut} = shell.glyphs;
	const {start, forms} = left(shell, windowClass);
	const whole = forms.map((form): Row => [...demoMark(shell.state), {text: ' '}, ...start, ...form]);
	const longest = rowWidth(whole[0] ?? []);
	const long = right(shell, windowClass, 'TLS not checked');
	// What it is about is said under `d`; the countdown of a trouble is said here alone.
	const two = longest + rowWidth(long) + 1 > columns ? right(shell, windowClass, 'TLS') : long;
	const free = columns - rowWidth(two) - 1;
	const room = free < 7 ? columns : free;
	const one = whole.find(row => rowWidth(row) <= room) ?? whole.at(-1) ?? [];
	return free < 7 ? fitRow(one, columns, cut) : fitRow([...fitRow(one, free, cut), {text: ' '}, ...two], columns, cut);
};
