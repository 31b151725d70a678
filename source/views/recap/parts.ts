import {formatCategory, formatDay} from '../../canvas/clock.ts';
import {formatBytes, formatCount, formatHours, formatShare, plural} from '../../canvas/format.ts';
import type {PlayedInAll} from '../../domain/plays/changes.ts';
import {handful} from '../../domain/plays/handful.ts';
import type {RecapAnswer} from '../../domain/plays/recap.ts';
import {type Reason, reasons} from '../../domain/streams/why.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {dayText, localDay} from '../../domain/zone.ts';
import {percentMore} from '../../stats/changes.ts';
import {narrowLift} from '../lift/numbers.ts';
import type {Scene} from '../plan/scene.ts';
import type {Year} from './data.ts';

/** Sentences that belong together, and the view that tells more of it. */
export type Part = {readonly id: string; readonly view: string; readonly sentences: readonly string[]};

const monthNames = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/** "January" of "2026-01". */
export const monthName = (month: string): string => monthNames[Number(month.slice(5)) - 1] ?? month;

const dayNames = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

const two = (value: number): string => String(value).padStart(2, '0');

/** "2026 so far", "2025". */
export const yearName = ({year, isSoFar}: RecapAnswer): string => (isSoFar ? `${year} so far` : String(year));

/** "31 % more than 16 320", "as many as 16 320"; the number alone where there is too little. */
const comparison = (now: number, before: number, {glyphs}: Scene): string => {
	const percent = percentMore(now, before);
	const base = formatCount(before, glyphs);
	if (percent === null) return `${base} the year before`;
	if (now === before) return `as many as the year before`;
	return `${percent === 0 ? '<1' : Math.abs(percent)} % ${now > before ? 'more' : 'fewer'} than ${base}`;
};

const playsPart = ({now, before, newUsers}: RecapAnswer, scene: Scene): Part => {
	const {glyphs} = scene;
	const plays = plural(now.plays, 'play', 'plays', glyphs);
	const fresh = newUsers === null ? '' : newUsers === 0 ? ', none of them new' : `, ${newUsers} of them new`;
	return {
		id: 'plays',
		view: 'months',
		sentences: [
			before ? `${plays}, ${comparison(now.plays, before.plays, scene)}.` : `${plays}.`,
			`${plural(now.users, 'user', 'users', glyphs)}${fresh}.`,
			`${formatHours(now.playedSeconds, glyphs).replace(/ h$/, ' hours')}.`,
		],
	};
};

/** Months that are known from end to end: neither the one that goes on, nor the one in which our records begin. */
const wholeMonths = ({months, isSoFar, to, knownFrom, coverage}: RecapAnswer) => {
	const first = knownFrom === null ? '' : dayText(localDay(coverage.zone, knownFrom)).slice(0, 7);
	return months.filter(({month}) => month > first && !(isSoFar && to.startsWith(month)));
};

const monthsPart = (data: RecapAnswer, scene: Scene): Part => {
	const {glyphs} = scene;
	const whole = wholeMonths(data);
	const [first] = data.months;
	const most = data.months.reduce((best, month) => (month.plays > (best?.plays ?? -1) ? month : best), first);
	const fewest = whole.reduce(
		(best, month) => (month.plays < (best?.plays ?? Number.POSITIVE_INFINITY) ? month : best),
		whole[0],
	);
	const words = [
		most && data.now.plays >= handful ? `most in ${monthName(most.month)}, ${formatCount(most.plays, glyphs)}` : '',
		fewest && whole.length > 1 && data.now.plays >= handful
			? `fewest in ${monthName(fewest.month)}, ${formatCount(fewest.plays, glyphs)}`
			: '',
	].filter(Boolean);
	return {id: 'months', view: 'months', sentences: words.length === 0 ? [] : [`By month ${words.join(', ')}.`]};
};

const whenPart = ({busiest, quiet, now}: RecapAnswer, {zone, graphZone}: Scene): Part => ({
	id: 'when',
	view: 'hours',
	sentences: [
		busiest ? `Busiest: ${dayNames[busiest.day]}, ${two(busiest.hour)}:00.` : '',
		now.most ? `Most at once ${now.most.count}, on ${formatDay(now.most.at, graphZone ?? zone)}.` : '',
		quiet ? `Quiet: ${dayNames[quiet.weekday]} ${two(quiet.from)}-${two(quiet.to)}.` : '',
	].filter(Boolean),
});

const ends = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const titlesPart = ({film, show}: RecapAnswer, {glyphs}: Scene): Part => ({
	id: 'titles',
	view: 'titles',
	sentences: [
		film ? ends(`Film of the year ${shownTitle(film.name)}, ${plural(film.plays, 'play', 'plays', glyphs)}`) : '',
		show
			? ends(
					`Show ${film ? '' : 'of the year '}${shownTitle(show.name)}, ${film ? formatCount(show.plays, glyphs) : plural(show.plays, 'play', 'plays', glyphs)}`,
				)
			: '',
	].filter(Boolean),
});

/** "22 %"; of a handful "3 of 7". */
const shareWords = ({transcodes, decided}: PlayedInAll): string =>
	decided < handful ? `${transcodes} of ${decided}` : formatShare(transcodes, decided);

/** What a reason is called in a sentence. */
const because: Readonly<Record<Reason, string>> = {
	limit: 'a limit',
	subtitles: 'burned in subtitles',
	codec: 'the codec',
	sound: 'the sound',
	container: 'the container',
};

/** ", most often because of a limit"; '' where a handful was seen, or none. */
const becauseWords = ({why}: Year): string => {
	if (why === null || why.seen < handful) return '';
	const most = reasons.reduce((best, reason) => (why.reasons[reason] > why.reasons[best] ? reason : best));
	return `, most often because of ${because[most]}`;
};

const howPart = (data: Year): Part => {
	const {now, before, year} = data;
	const was = before && before.decided > 0 ? ` (${year - 1}: ${shareWords(before)})` : '';
	const why = now.transcodes === 0 ? '' : becauseWords(data);
	return {id: 'how', view: 'types', sentences: now.decided === 0 ? [] : [`Transcoded ${shareWords(now)}${was}${why}.`]};
};

/** "of 14 numbers 9 say that people began more, Awards 2026 most, ×2.3"; "no number yet". */
const moreWords = ({numbers, more, best}: NonNullable<Year['home']>, {glyphs}: Scene): string => {
	if (numbers === 0) return 'no number yet';
	const most = best ? `, ${shownTitle(best.title)} most, ${narrowLift(best, glyphs).text}` : '';
	const says = more > 1 ? `${formatCount(more, glyphs)} say` : `${more === 0 ? 'none' : more} says`;
	return `of ${plural(numbers, 'number', 'numbers', glyphs)} ${says} that people began more${most}`;
};

const homePart = ({home}: Year, scene: Scene): Part => ({
	id: 'home',
	view: 'collections',
	sentences: home
		? [`On Home ${plural(home.collections, 'collection', 'collections', scene.glyphs)}; ${moreWords(home, scene)}.`]
		: [],
});

const neverPart = ({unwatched}: RecapAnswer, {glyphs}: Scene): Part => ({
	id: 'never',
	view: 'unwatched',
	sentences: unwatched
		? [
				`Never played: ${plural(unwatched.titles, 'film', 'films', glyphs)}${unwatched.size === null ? '' : `, ${formatBytes(unwatched.size)}`}.`,
			]
		: [],
});

const knownPart = ({knownFrom, before, year, isSoFar}: RecapAnswer, {zone, graphZone}: Scene): Part => ({
	id: 'known',
	view: 'history',
	sentences:
		knownFrom !== null
			? [`The records begin on ${formatDay(knownFrom, graphZone ?? zone)}: the year is known from then on.`]
			: before === null
				? [`The records do not hold ${isSoFar ? 'the same days' : 'all'} of ${year - 1}.`]
				: [],
});

/** The year in words, each part a line; empty ones are left out. */
export const partsOf = (data: Year, scene: Scene): readonly Part[] =>
	[
		playsPart(data, scene),
		monthsPart(data, scene),
		whenPart(data, scene),
		titlesPart(data, scene),
		howPart(data),
		homePart(data, scene),
		neverPart(data, scene),
		knownPart(data, scene),
	].filter(({sentences}) => sentences.length > 0);

/** "to 22 Nov, against the same days of 2025". */
export const spanWords = ({isSoFar, to, year, before}: RecapAnswer): string => {
	const end = isSoFar ? `to ${formatCategory(to)}` : '';
	const against = before ? `against ${isSoFar ? 'the same days of ' : ''}${year - 1}` : '';
	return [end, against].filter(Boolean).join(', ');
};
