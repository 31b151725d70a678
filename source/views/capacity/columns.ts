import {formatClock, formatWeekday, type Zone} from '../../canvas/clock.ts';
import {formatMegabits, formatShare, plural} from '../../canvas/format.ts';
import type {CapacityDay} from '../../domain/streams/capacity.ts';
import type {Column} from '../plan/list-view.ts';
import type {Scene} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';

/** Days are cut by the server's clock, so the times in them are its own. */
export const placeOf = ({graphZone, zone}: Pick<Scene, 'graphZone' | 'zone'>): Zone => graphZone ?? zone;

/** "Sun 22 Nov 21:01". */
const dayClock = (at: number, scene: Scene): string =>
	`${formatWeekday(at, placeOf(scene))} ${formatClock(at, placeOf(scene))}`;

/** A day, with the limit that it is held against. */
export type Day = CapacityDay & {readonly limitKbps: number | null};

/** Percent of the limit as it stands in JSON; null: there is none. */
export const percentOf = ({kbps, limitKbps}: Pick<Day, 'kbps' | 'limitKbps'>): number | null =>
	limitKbps === null ? null : Math.round((100 * kbps) / limitKbps);

export const ofLimit = (kbps: number, limitKbps: number): string =>
	kbps > limitKbps ? `${Math.round((100 * kbps) / limitKbps)} %` : formatShare(kbps, limitKbps);

/** Plex has no minutes: an hour's mean hides its highest moment. */
export const means: Readonly<Record<Day['seconds'], string>> = {60: '', 3600: 'hour’s mean', 86400: 'day’s mean'};

/** "9 streams, 4 transcode", of any network. */
const streamWords = ({streams, transcoded}: Day, {glyphs}: Pick<Scene, 'glyphs'>): string =>
	streams === null
		? ''
		: [plural(streams, 'stream', 'streams', glyphs), transcoded ? `${transcoded} transcode` : '']
				.filter(Boolean)
				.join(', ');

export const namesOf = ({who}: Day, {names}: Pick<Scene, 'names'>): string =>
	who
		.map(name => personName(name, names))
		.filter(Boolean)
		.join(', ');

export const columns: readonly Column<Day>[] = [
	{
		id: 'date',
		heading: 'day',
		value: ({date}) => date,
		show: ({at, seconds}, scene) => (seconds === 86_400 ? formatWeekday(at, placeOf(scene)) : dayClock(at, scene)),
		align: 'left',
	},
	{
		id: 'highest_kbps',
		heading: 'most',
		value: ({kbps}) => kbps,
		show: ({kbps}) => formatMegabits(kbps),
		first: 'down',
	},
	{
		id: 'percent',
		heading: 'of limit',
		value: percentOf,
		show: ({kbps, limitKbps}) => (limitKbps === null ? '' : ofLimit(kbps, limitKbps)),
		align: 'right',
		when: rows => rows.some(({limitKbps}) => limitKbps !== null),
	},
	{
		id: 'minutes_over',
		heading: 'over 80 %',
		value: ({minutesOver}) => minutesOver,
		show: ({minutesOver}, {glyphs}) => (minutesOver === null ? glyphs.none : `${minutesOver} min`),
		align: 'right',
		when: rows => rows.some(({minutesOver}) => minutesOver !== null),
	},
	{id: 'at', value: ({at}) => at},
	{
		id: 'streams',
		heading: 'at that moment',
		value: ({streams}) => streams,
		show: streamWords,
		align: 'left',
		dropAt: 2,
	},
	{id: 'transcoded', value: ({transcoded}) => transcoded},
	{id: 'who', heading: 'who', value: ({who}) => who.join(', '), show: namesOf, grows: true, atMost: 48, dropAt: 3},
	{
		id: 'source',
		heading: 'from',
		value: ({source}) => source,
		show: ({source, seconds}) => (source === 'plex' ? `Plex, ${seconds === 3600 ? 'hour' : 'day'}` : ''),
		dropAt: 1,
		when: rows => rows.some(({source}) => source === 'plex'),
	},
	{id: 'seconds', value: ({seconds}) => seconds},
];
