import {formatClock, formatWeekday} from '../canvas/clock.ts';
import {formatMegabits, plural} from '../canvas/format.ts';
import {fitRow, type Row} from '../canvas/row.ts';
import {joinWhole} from '../canvas/widths.ts';
import {uploadOf} from '../views/plan/upload.ts';
import {dataOf} from './feeds/reading.ts';
import type {Action} from './keys/bindings.ts';
import {keyLabel} from './keys/labels.ts';
import {placeWords} from './place-words.ts';
import {serverAmong} from './servers/carry.ts';
import type {Shell} from './shell.ts';
import {pageOf} from './state.ts';

/** How many were watching then; '' while that is not known. */
const countWords = ({past, glyphs}: Shell, at: number): string => {
	const known = dataOf(past);
	if (!known || known.at !== at) return '';
	if (known.streams === null) return '   not known';
	const streams = plural(known.streams, 'stream', 'streams', glyphs);
	return `   ${streams}${known.transcodes === 0 ? '' : `  ${known.transcodes} transcode`}`;
};

/** What they took, the most telling first to be left out: "34.8 Mb/s", "WAN 21.3 of 40"; what nobody saw is not said. */
const rateWords = (shell: Shell, at: number): readonly string[] => {
	const known = dataOf(shell.past);
	if (!known || known.at !== at || !known.streams) return [];
	const {total, wan} = known.bandwidthKbps;
	const upload = wan ? uploadOf(wan, shell.state.settings?.uploadMbps ?? null, shell.glyphs) : null;
	return [
		total === null ? '' : `${formatMegabits(total)} Mb/s`,
		upload ? `WAN ${upload.words.map(({text}) => text).join('')}` : '',
	].filter(Boolean);
};

/** The header of a moment that is over, inverse from end to end: it is not now. */
export const pastHeader = (shell: Shell, at: number): Row => {
	const {zone, glyphs, state} = shell;
	const server = serverAmong(state);
	const words = ` PAST  ${server === null ? '' : `${server}   `}${formatWeekday(at, zone)} ${formatClock(at, zone)}${placeWords(shell)}${countWords(shell, at)}`;
	const text = joinWhole([words, ...rateWords(shell, at)], '   ', state.size.columns);
	const whole = fitRow([{text}], state.size.columns, glyphs.cut);
	return [{text: whole.map(({text}) => text).join(''), role: 'inverse'}];
};

/** The keys of the time machine. */
export const pastKeys = ({bindings, glyphs, state}: Shell): Row => {
	const keysOf = (...actions: readonly Action[]): string =>
		actions
			.flatMap(action => bindings.find(each => each.action === action)?.keys[0] ?? [])
			.map(key => keyLabel(key, glyphs))
			.join(' ');
	const isBack = pageOf(state) !== null && state.moment === (pageOf(state)?.moment ?? null);
	const hints: readonly (readonly [string, string])[] = [
		[keysOf('earlier', 'later'), '5 minutes'],
		[keysOf('day-earlier', 'day-later'), 'a day'],
		[keysOf('back'), isBack ? 'back' : 'now'],
	];
	return hints.flatMap(([key, words]): Row => [{text: ` ${key}`, role: 'bold'}, {text: ` ${words}  `}]);
};
