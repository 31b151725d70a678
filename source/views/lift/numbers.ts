import type {Glyphs} from '../../canvas/glyphs.ts';
import {intervalHeading, intervalRow} from '../../canvas/interval.ts';
import type {Role, Row, Span} from '../../canvas/row.ts';
import type {LiftNumbers, LiftReason} from '../../domain/lift.ts';

/** One decimal; from 10 up none; hardly anything is "<0.1". */
export const formatLift = (value: number): string => {
	if (value < 0.1) return '<0.1';
	const text = value.toFixed(1);
	return Number(text) < 10 ? text : value.toFixed(0);
};

/** The same of a bound; one that would read 1.0 says on which side of it it lies. */
export const formatBound = (value: number): string => {
	const text = formatLift(value);
	if (text !== '1.0') return text;
	return value.toFixed(2) === '1.00' ? value.toFixed(3) : value.toFixed(2);
};

/** What stands before the number of what was promoted by hand. */
const mark = ({rotated}: LiftNumbers): string => (rotated ? '' : '~');

const countsOf = ({onStarts, offStarts}: LiftNumbers): string => `${onStarts} and ${offStarts}`;

/** Why there is no number, in words that stand alone. */
export const reasonWords: Readonly<Record<LiftReason, string>> = {
	'too few': 'too few starts',
	'most of what is watched': 'most of what is watched',
	'never promoted': 'never promoted',
	'never known off': 'never known to be off',
	'only new titles': 'only new titles',
};

/** "×1.7 (1.2 to 2.4)", "~×1.7 (1.2 to 2.4)", "12 and 0: at least ×2.1", "3 and 1: too few". */
export const liftText = (found: LiftNumbers, times: string): string => {
	const {lift, low, high, reason, offStarts} = found;
	const sign = `${mark(found)}${times}`;
	if (reason !== null) return `${countsOf(found)}: ${reason}`;
	if (offStarts === 0 && low !== null) return `${countsOf(found)}: at least ${sign}${formatBound(low)}`;
	if (low === null || high === null || lift === null) return '';
	if (lift === 0) return `${countsOf(found)}: at most ${sign}${formatBound(high)}`;
	return `${sign}${formatLift(lift)} (${formatBound(low)} to ${formatBound(high)})`;
};

/** Only what is surely more or less stands out. */
export const liftRole = ({verdict}: LiftNumbers): Role => (verdict === 'more' || verdict === 'less' ? 'plain' : 'dim');

/** The number with its interval: dim unless it is surely more or less. Never promoted: nothing. */
export const liftSpan = (found: LiftNumbers, {times}: Pick<Glyphs, 'times'>): Span =>
	found.reason === 'never promoted' ? {text: ''} : {text: liftText(found, times), role: liftRole(found)};

/** "×1.7" where there is little room: dim unless it is surely more or less. Unknown: "?"; never promoted: nothing. */
export const narrowLift = (found: LiftNumbers, {times}: Pick<Glyphs, 'times'>): Span => {
	const {lift, low, high, reason} = found;
	if (reason === 'never promoted') return {text: ''};
	const sign = `${mark(found)}${times}`;
	const role = liftRole(found);
	if (reason !== null) return {text: '?', role};
	if (lift === null) return {text: low === null ? '?' : `>${sign}${formatBound(low)}`, role};
	return {text: lift === 0 && high !== null ? `<${sign}${formatBound(high)}` : `${sign}${formatLift(lift)}`, role};
};

/** Cells of an interval on its scale. */
const intervalCells = 25;

/** The interval on a scale from a quarter to four. */
export const liftInterval = (found: LiftNumbers, glyphs: Glyphs): Row =>
	found.reason === null
		? intervalRow({low: found.low, at: found.lift, high: found.high}, intervalCells, glyphs, liftRole(found))
		: [];

/** What stands over the intervals. */
export const liftScale = (glyphs: Glyphs): string => intervalHeading(intervalCells, glyphs);
