import {formatWeekday} from '../canvas/clock.ts';
import {isWeekday, typedDate} from '../domain/typed-date.ts';
import {dayText, localDay} from '../domain/zone.ts';
import type {Step} from '../views/plan/view.ts';
import type {Shell} from './shell.ts';

/** The day that is typed, as it is called: its year where that is not this one. */
const nameOf = (date: string, today: string): string => {
	const name = formatWeekday(Date.parse(`${date}T00:00:00Z`) / 1000, 'UTC');
	return date.slice(0, 4) === today.slice(0, 4) ? name : `${name} ${date.slice(0, 4)}`;
};

/** What opens for a date that is typed where names are: that day; null: it is none. */
export const typedDay = (typed: string, {now, zone, here}: Pick<Shell, 'now' | 'zone' | 'here'>): Step | null => {
	const today = dayText(localDay(zone ?? here ?? 'UTC', now));
	const date = typedDate(typed, today);
	return date === null ? null : {view: 'day', subject: {id: date, name: nameOf(date, today)}};
};

/** The same where rows are filtered: a weekday alone is looked for in them, since a series may be called so. */
export const filteredDay = (typed: string, shell: Pick<Shell, 'now' | 'zone' | 'here'>): Step | null =>
	isWeekday(typed) ? null : typedDay(typed, shell);
