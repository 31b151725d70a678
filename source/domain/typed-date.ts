import {secondsPerDay} from './period.ts';
import {folded} from './text/folded.ts';

const months = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

type Named = {readonly year: number | null; readonly month: number; readonly day: number};

/** Where a name begins so; -1: none does. Titles begin with three letters of one, too: "jungle". */
const indexIn = (names: readonly string[], word: string): number => names.findIndex(name => name.startsWith(word));

/** Zero for what is no month. */
const monthOf = (word: string): number => indexIn(months, word) + 1;

/** A weekday in front says nothing that the date does not. */
const withoutWeekday = (text: string): string =>
	text.replace(/^([a-z]{3,9}),? +(?=\S)/, (all, word: string) => (indexIn(weekdays, word) < 0 ? all : ''));

const patterns: ReadonlyArray<readonly [RegExp, (parts: readonly string[]) => Named]> = [
	[/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([, y, m, d]) => ({year: Number(y), month: Number(m), day: Number(d)})],
	[/^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}))?$/, ([, d, m, y]) => ({year: yearOf(y), month: Number(m), day: Number(d)})],
	[
		/^(\d{1,2})\.? ([a-z]{3,9})\.?(?: (\d{4}))?$/,
		([, d, m = '', y]) => ({year: yearOf(y), month: monthOf(m), day: Number(d)}),
	],
	[
		/^([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/,
		([, m = '', d, y]) => ({year: yearOf(y), month: monthOf(m), day: Number(d)}),
	],
];

const yearOf = (text: string | undefined): number | null => (text ? Number(text) : null);

const textOf = ({month, day}: Named, year: number): string =>
	[String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

/** False for what no calendar has, as 31 November. */
const isDay = (date: string): boolean => {
	const at = Date.parse(`${date}T00:00:00Z`);
	return Number.isFinite(at) && new Date(at).toISOString().startsWith(date);
};

const daysBefore = (today: string, days: number): string =>
	new Date(Date.parse(`${today}T00:00:00Z`) - days * secondsPerDay * 1000).toISOString().slice(0, 10);

const plainly = (typed: string): string => folded(typed).trim().replaceAll(/\s+/g, ' ');

/** How many days ago "tue" or "tuesday" was last, and "last tuesday", which is never today; null: it is no weekday. */
const daysSince = (text: string, today: string): number | null => {
	const [, last, word = ''] = /^(last )?([a-z]{3,9})$/.exec(text) ?? [];
	const weekday = word === '' ? -1 : indexIn(weekdays, word);
	if (weekday < 0) return null;
	const now = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
	const days = (now - weekday + 7) % 7;
	return days === 0 && last ? 7 : days;
};

/** True for "tue" or "Wednesday" alone, which may be a title, too. */
export const isWeekday = (typed: string): boolean =>
	/^[a-z]{3,9}$/.test(plainly(typed)) && indexIn(weekdays, plainly(typed)) >= 0;

/**
 * "2026-11-21", "21 nov", "Sat 21 Nov", "nov 21", "21.11.", "yesterday", "tue", "last tuesday": a day that is not in the future; null:
 * it is none.
 */
export const typedDate = (typed: string, today: string): string | null => {
	const text = withoutWeekday(plainly(typed));
	if (text === 'today') return today;
	if (text === 'yesterday') return daysBefore(today, 1);
	const since = daysSince(text, today);
	if (since !== null) return daysBefore(today, since);
	for (const [pattern, read] of patterns) {
		const parts = pattern.exec(text);
		if (!parts) continue;
		const named = read(parts);
		const thisYear = Number(today.slice(0, 4));
		// Without a year it is the last such day; 29 February may be four years ago.
		const years = named.year === null ? [0, 1, 2, 3, 4].map(back => thisYear - back) : [named.year];
		return years.map(year => textOf(named, year)).find(date => isDay(date) && date <= today) ?? null;
	}
	return null;
};
