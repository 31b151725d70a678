import {formatDay} from '../../canvas/clock.ts';
import {formatCount, formatDuration, formatHours, plural} from '../../canvas/format.ts';
import type {Glyphs} from '../../canvas/glyphs.ts';
import {type Row, rowWidth, type Span} from '../../canvas/row.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import type {Measure} from '../../domain/media.ts';
import type {Window} from '../../domain/period.ts';
import {type Choice, type Narrowing, narrowingKinds} from '../../domain/plays/narrowing.ts';
import type {Scene} from './scene.ts';

/** "30 days", "all time", "2026-11-01 to 2026-11-07", "30 days to 12 Nov". */
export const windowWords = (window: Window, {graphZone}: Pick<Scene, 'graphZone'>): string => {
	if ('from' in window) return window.from === window.to ? window.from : `${window.from} to ${window.to}`;
	const {days, at} = window;
	const words = days === 0 ? 'all time' : days === 1 ? '1 day' : `${days} days`;
	return at === undefined ? words : `${words} to ${formatDay(at, graphZone)}`;
};

/** What narrows, as chips: the names of each kind, then the text. */
export const chipsOf = (where: Narrowing): readonly string[] => [
	...narrowingKinds.flatMap(kind => {
		const chosen: readonly Choice[] = where[kind] ?? [];
		return chosen.length === 0 ? [] : [chosen.map(({name}) => name).join(' or ')];
	}),
	...(where.text === undefined || where.text === '' ? [] : [`/${where.text}`]),
];

/** "6 of 29 users": how many of them are shown, where that is not all. */
export const ofAll = (shown: number, all: string, total: number, {glyphs}: Pick<Scene, 'glyphs'>): string =>
	shown < total ? `${formatCount(shown, glyphs)} of ${all}` : all;

/** A number of what is counted in its unit: "1 204", or "301 h". */
export const amount = (value: number, measure: Measure, glyphs: Glyphs): string =>
	measure === 'duration' ? formatHours(value, glyphs) : formatCount(value, glyphs);

/** The same in words: "1 204 plays", "301 h", "12 users". */
export const amountWords = (value: number, measure: Measure, glyphs: Glyphs): string => {
	if (measure === 'duration') return formatHours(value, glyphs);
	return measure === 'users' ? plural(value, 'user', 'users', glyphs) : plural(value, 'play', 'plays', glyphs);
};

/** What there is to say of a window without plays; without seconds something may have been played all the same. */
export const nothingWords = ({query, graphZone}: Scene): string => {
	const {window, measure} = query;
	const what = measure === 'duration' ? 'No time was played' : 'Nothing was played';
	const when = 'days' in window && window.days === 0 ? '' : ` in ${windowWords(window, {graphZone})}`;
	return `${what}${when}.`;
};

/** A name as `dashboard.names` has it. */
export const personName = (user: string, names: Scene['names']): string => {
	if (names === 'full') return user;
	if (names === 'none') return 'someone';
	return user
		.split(/[\s._-]+/)
		.filter(Boolean)
		.map(part => `${[...part][0]?.toUpperCase() ?? ''}.`)
		.join('');
};

/** The name of a device as `dashboard.names` has it: people call it after themselves. */
export const deviceName = (player: string, names: Scene['names']): string => {
	if (player === '') return '';
	return names === 'none' ? 'a player' : personName(player, names);
};

/** A device among other facts: where names are not shown, what it runs on says more. */
export const playerName = (player: string, platform: string, names: Scene['names']): string =>
	names === 'full' || platform === '' ? deviceName(player, names) : platform;

/** Parts of a sentence that are not empty, with commas between them and a full stop behind the last. */
export const sentence = (...parts: readonly string[]): string => {
	const words = parts.filter(Boolean).join(', ');
	return /[.!?]$/.test(words) ? words : `${words}.`;
};

/** Seconds as "2h 0m". */
export const time = (seconds: number | null): string => (seconds === null ? '' : formatDuration(seconds));

const blank = (cells: number): Span => ({text: ' '.repeat(cells)});

/** A row that is too long goes on in the next one: its last span is broken between words. */
const wrapRow = (row: Row, width: number): readonly Row[] => {
	const last = row.at(-1);
	if (!last || rowWidth(row) <= width) return [row];
	const head = row.slice(0, -1);
	const room = width - rowWidth(head);
	if (room < 8) return [row];
	return wrapWords(last.text, room).map((text, line): Row => [...(line === 0 ? head : []), {...last, text}]);
};

/** Texts above a table, each in as many lines as it needs; empty ones take none. */
export const paragraphRows = (texts: readonly string[], {width}: {readonly width: number}): readonly Row[] =>
	texts.filter(Boolean).flatMap(text => wrapWords(text, width - 2).map((line): Row => [{text: ` ${line}`}]));

/** Sentences inside a pane: a blank line where there is room, then each in as many lines as it needs, indented. */
export const sentenceRows = (
	lines: readonly Row[],
	{width, height}: {readonly width: number; readonly height: number},
): readonly Row[] => {
	const indent = blank(Math.min(4, Math.floor(width / 20)));
	const room = width - rowWidth([indent]) - 1;
	const body = lines.flatMap(line => wrapRow(line, room)).map((line): Row => [indent, ...line]);
	return height > body.length && height !== Number.POSITIVE_INFINITY ? [[], ...body] : body;
};
