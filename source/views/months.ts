import {formatCategoryMonth, formatDay} from '../canvas/clock.ts';
import {dayText} from '../domain/zone.ts';
import {shapeSwitch} from './plan/graph-chart.ts';
import type {Scene} from './plan/scene.ts';
import {windowWords} from './plan/words.ts';
import {spacedLabels, timeView} from './plays/time-view.ts';

/** The last day of a month, YYYY-MM. */
const lastDay = (month: string): string => {
	const [year = 0, number = 1] = month.split('-').map(Number);
	return dayText(Math.floor(Date.UTC(year, number, 0) / 86_400_000));
};

/** "30 days, Oct 2026 to now": the window, and what the bars count, which begin with a whole month. */
const monthsWords = (keys: readonly string[], scene: Scene): string => {
	const {window} = scene.query;
	const [first] = keys;
	if ('from' in window || window.days === 0 || first === undefined) return windowWords(window, scene);
	const end = window.at === undefined ? 'now' : formatDay(window.at, scene.graphZone);
	return `${windowWords(window, scene)}, ${formatCategoryMonth(`${first.slice(0, 7)}-01`)} to ${end}`;
};

/** More or less, over the years. */
export const months = timeView({
	name: 'months',
	title: 'Plays by month',
	short: 'Months',
	summary: 'plays by month; the window is rounded up to whole months',
	by: 'month',
	axis: 'month',
	at: 'in',
	when: ({keys}, scene) => monthsWords(keys, scene),
	switches: [shapeSwitch],
	nameOf: month => month,
	labels: spacedLabels(month => month, 10),
	enter: key => ({view: 'history', window: {from: `${key}-01`, to: lastDay(key)}}),
});
