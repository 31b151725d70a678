import {formatClock, formatWeekday, formatWhen} from '../canvas/clock.ts';
import {fitRow, type Row, rowWidth, type Span} from '../canvas/row.ts';
import {textWidth} from '../canvas/widths.ts';
import type {PassedOver} from '../domain/settings.ts';
import {type Trouble, troubleOf} from './feeds/reading.ts';
import {countForms, isNarrow} from './header-counts.ts';
import type {WindowClass} from './layout.ts';
import {pastHeader} from './past.ts';
import {placeWords} from './place-words.ts';
import {serverAmong} from './servers/carry.ts';
import {connectKeyOf, everySeconds, isOld, type Shell} from './shell.ts';
import {engineWords, isPlexAway, retryWords, troubleWords} from './trouble-words.ts';

/** What it is called among several; of a single one its own name, else the host of its address. */
const serverName = ({servers, state}: Shell): string => {
	const server = serverAmong(state);
	if (server !== null) return server;
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

/** Where there is little room the only server needs no name. */
const nameWords = (shell: Shell, narrow: boolean): string => {
	if (!narrow) return ` ${serverName(shell)}   `;
	return serverAmong(shell.state) === null ? ' ' : ` ${serverName(shell)}  `;
};

/** How it begins, and the forms of what follows, the longest first. */
type Left = {readonly start: Row; readonly forms: readonly Row[]};

const left = (shell: Shell, windowClass: WindowClass): Left => {
	const {glyphs, activity} = shell;
	const trouble = troubleOf(activity);
	const narrow = isNarrow(windowClass);
	const name: Row = [{text: nameWords(shell, narrow)}];
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

/** The server's clock. Before anything is configured nobody knows whose time it is. */
const clock = (shell: Shell, windowClass: WindowClass, placed: boolean): string => {
	const {now, zone, state} = shell;
	if (!state.settings) return '';
	const day = windowClass === 'wide' || windowClass === 'large' ? `${formatWeekday(now, zone)} ` : '';
	return `${day}${formatClock(now, zone)}${placed && windowClass !== 'tiny' ? placeWords(shell) : ''}`;
};

const gaps: Readonly<Record<WindowClass, string>> = {tiny: ' ', small: ' ', base: '    ', wide: '   ', large: '   '};

/** Freshness and clock, with its place or without; before them, while certificates are not checked, a mark that stands. */
const right = (shell: Shell, windowClass: WindowClass, tls: string, placed = true): Row => {
	const {state, glyphs} = shell;
	const insecure: Row = state.settings?.unverifiedTls ? [{text: `${glyphs.warn} ${tls}   `, role: 'bold'}] : [];
	const fresh = windowClass === 'tiny' ? [] : freshness(shell);
	const gap = fresh.length > 0 ? gaps[windowClass] : '';
	return [...insecure, ...fresh, {text: gap}, {text: `${clock(shell, windowClass, placed)} `}];
};

/** Cells for who is watching, freshness and clock beside it. */
const countCells = 46;

/** Cells for freshness and clock beside it. */
const clockCells = 14;

/** Why it is the demo, and the key that ends it; where a file was meant to, what became of that first. */
const unconfiguredForms = (shell: Shell, passedOver: readonly PassedOver[]): readonly string[] => {
	const {columns} = shell.state.size;
	const key = connectKeyOf(shell) ?? '';
	const file = passedOver.find(({meant}) => meant);
	if (!file) {
		const forms = [`demo: ${key} connects your server`, `demo: ${key} connects`];
		return [...forms.filter(form => textWidth(form) + countCells <= columns), 'demo'];
	}
	const whole = `demo: ${file.name} was passed over`;
	return [
		`${whole}, d says why, ${key} connects`,
		`${whole}, d says why`,
		whole,
		`${file.name} passed over`,
		file.name,
	];
};

/** That this is the demo, and which file was meant to say otherwise, in the most words that leave the clock its place. */
const demoMark = (shell: Shell): Row => {
	const {settings, size} = shell.state;
	if (!settings?.demo) return [];
	const forms = settings.unconfigured ? unconfiguredForms(shell, settings.passedOver) : ['demo'];
	const words = forms.find(form => textWidth(form) + 2 + clockCells <= size.columns) ?? forms.at(-1) ?? '';
	return [{text: ` ${words} `, role: 'inverse'}];
};

/** Is it alive, how many, what does it cost: one row, read from three metres. */
export const header = (shell: Shell, windowClass: WindowClass): Row =>
	shell.state.moment === null ? liveHeader(shell, windowClass) : pastHeader(shell, shell.state.moment);

const liveHeader = (shell: Shell, windowClass: WindowClass): Row => {
	const {columns} = shell.state.size;
	const {cut} = shell.glyphs;
	const {start, forms} = left(shell, windowClass);
	const whole = forms.map((form): Row => [...demoMark(shell), {text: ' '}, ...start, ...form]);
	const longest = rowWidth(whole[0] ?? []);
	const long = right(shell, windowClass, 'TLS not checked');
	// What it is about is said under `d`; the countdown of a trouble is said here alone.
	const short = longest + rowWidth(long) + 1 > columns ? right(shell, windowClass, 'TLS') : long;
	const shortest = rowWidth(whole.at(-1) ?? []);
	const two = shortest + rowWidth(short) + 1 > columns ? right(shell, windowClass, 'TLS', false) : short;
	const free = columns - rowWidth(two) - 1;
	const room = free < 7 ? columns : free;
	const one = whole.find(row => rowWidth(row) <= room) ?? whole.at(-1) ?? [];
	return free < 7 ? fitRow(one, columns, cut) : fitRow([...fitRow(one, free, cut), {text: ' '}, ...two], columns, cut);
};
