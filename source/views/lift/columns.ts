import {formatCount} from '../../canvas/format.ts';
import type {CollectionLift, Place} from '../../domain/lift.ts';
import {shownTitle} from '../../domain/text/text.ts';
import type {Column} from '../plan/list-view.ts';
import {keyValue} from '../plays/named-view.ts';
import {liftJson} from './json.ts';
import {liftInterval, liftRole, liftScale, liftText, narrowLift} from './numbers.ts';
import {sharingWords, shortVerdict, verdictWords} from './words.ts';

/** Columns for programs alone: what JSON says of a lift, under the same names. */
const fact = (id: string): Column<CollectionLift> => ({
	id,
	value: lift => {
		const value = liftJson(lift)[id];
		return typeof value === 'object' || value === undefined ? null : value;
	},
});

/** The lift in one place alone. */
const placeColumn = (place: Place, heading: string): Column<CollectionLift> => ({
	id: `${place}_low`,
	heading,
	value: ({places}) => places[place].low,
	show: ({places}, {glyphs}) => [narrowLift(places[place], glyphs)],
	align: 'right',
	first: 'down',
	dropAt: 6,
	exported: false,
});

/** The columns of the list, in the order of the screen; those without a heading are for programs. */
export const liftColumns: readonly Column<CollectionLift>[] = [
	{
		id: 'collection',
		heading: 'collection',
		value: ({title}) => title,
		show: ({title}) => shownTitle(title),
		grows: true,
		atMost: 48,
	},
	{
		id: 'plex_library',
		heading: 'library',
		value: ({libraryName}) => libraryName,
		dropAt: 4,
		atMost: 14,
		when: rows => new Set(rows.map(({libraryName}) => libraryName)).size > 1,
	},
	{id: 'rating_key', value: ({ratingKey}) => keyValue(ratingKey)},
	{
		id: 'off_starts',
		heading: 'without',
		value: ({offStarts}) => offStarts,
		show: ({offStarts}, {glyphs}) => formatCount(offStarts, glyphs),
		dropAt: 2,
	},
	{
		id: 'on_starts',
		heading: 'with',
		value: ({onStarts}) => onStarts,
		show: ({onStarts}, {glyphs}) => formatCount(onStarts, glyphs),
		dropAt: 2,
	},
	{
		// What is surely good comes before what may be lucky.
		id: 'low',
		heading: 'lift',
		value: ({low}) => low,
		show: (lift, {glyphs}) => [{text: liftText(lift, glyphs.times), role: liftRole(lift)}],
		align: 'left',
		first: 'down',
	},
	{
		id: 'interval',
		heading: ({glyphs}) => liftScale(glyphs),
		value: ({low}) => low,
		show: (lift, {glyphs}) => liftInterval(lift, glyphs),
		align: 'left',
		first: 'down',
		dropAt: 3,
		exported: false,
	},
	{id: 'lift', value: ({lift}) => lift},
	fact('high'),
	fact('verdict'),
	fact('reason'),
	{
		id: 'words',
		heading: 'what it says',
		value: lift => [verdictWords(lift), sharingWords(lift)].filter(Boolean).join(', '),
		show: lift => [shortVerdict(lift), sharingWords(lift)].filter(Boolean).join(', '),
		align: 'left',
		dropAt: 5,
	},
	placeColumn('home', 'Home'),
	placeColumn('shared', 'friends'),
	placeColumn('recommended', 'Recommended'),
	{
		id: 'with_hours',
		heading: 'hours with',
		value: ({onHours}) => onHours,
		show: ({onHours}, {glyphs}) => formatCount(onHours, glyphs),
		dropAt: 7,
		exported: false,
	},
	{id: 'text', value: lift => liftText(lift, 'x')},
	...[
		'other_on_starts',
		'other_off_starts',
		'expected_on',
		'expected_off',
		'on_hours',
		'off_hours',
		'unknown_hours',
		'periods',
		'rotated',
		'also_elsewhere',
		'last_on',
	].map(fact),
];
