import {formatChange, formatCount, formatDecimal, formatHours} from '../../canvas/format.ts';
import {shownName, shownTitle} from '../../domain/text/text.ts';
import type {Column} from '../plan/list-view.ts';
import type {Scene} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {keyValue} from '../plays/named-view.ts';
import type {ChangeRow} from './rows.ts';

/** A number in its unit: "1 204", "301 h", "22.4 %". */
export const shown = (value: number | null, {unit}: ChangeRow, {glyphs}: Scene): string => {
	if (value === null) return '';
	if (unit === 'percent') return `${formatDecimal(value)} %`;
	return unit === 'seconds' ? formatHours(value, glyphs) : formatCount(value, glyphs);
};

/** The difference with its sign, percentages in points: "+1 204", "−3.1 pt"; '' where one of the two is not known. */
export const changeWords = (row: ChangeRow, {glyphs}: Scene): string => {
	const {change, unit} = row;
	if (change === null) return '';
	const sign = change > 0 ? '+' : change < 0 ? glyphs.minus : '';
	if (unit === 'percent') return `${sign}${formatDecimal(Math.abs(change))} pt`;
	return unit === 'seconds' ? `${sign}${formatHours(Math.abs(change), glyphs)}` : formatChange(change, glyphs);
};

/** A name as the screen may show it; "(deleted)" behind a user whom Tautulli has no more. */
export const nameOf = ({group, name, deleted}: ChangeRow, {names}: Scene): string =>
	`${group === 'title' ? shownTitle(name) : shownName(group === 'user' ? personName(name, names) : name)}${deleted ? ' (deleted)' : ''}`;

const numbered = (id: 'now' | 'before'): Column<ChangeRow> => ({
	id,
	heading: id,
	value: row => row[id],
	show: (row, scene) => shown(row[id], row, scene),
	align: 'right',
});

/** The columns of what changed: this window, the one before, and the difference. */
export const changeColumns: readonly Column<ChangeRow>[] = [
	{id: 'group', heading: 'of', value: ({group}) => group, dropAt: 2},
	{id: 'key', value: ({key}) => keyValue(key)},
	{id: 'name', heading: 'name', value: ({name}) => name, show: nameOf, grows: true, atMost: 48},
	{id: 'unit', value: ({unit}) => unit},
	numbered('now'),
	numbered('before'),
	{
		id: 'change',
		heading: 'change',
		value: ({change}) => change,
		show: changeWords,
		align: 'right',
	},
	{
		id: 'change_percent',
		heading: '%',
		value: ({percent}) => percent,
		show: ({percent}, {glyphs}) => (percent === null ? '' : `${formatChange(percent, glyphs)} %`),
		align: 'right',
		dropAt: 1,
	},
];
