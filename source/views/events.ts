import {formatWhen} from '../canvas/clock.ts';
import {plural} from '../canvas/format.ts';
import type {StoredEvent} from '../domain/run.ts';
import {listView} from './plan/list-view.ts';
import {sentence} from './plan/words.ts';

/** What went wrong, and what came back: the newest first. */
export const events = listView<readonly StoredEvent[], StoredEvent>({
	name: 'events',
	title: 'Events',
	summary: 'what happened: servers lost and back, streams that stalled, runs',
	takes: {},
	ask: ({sources, query, signal}) =>
		sources.events({limit: query.limit === null ? 200 : query.limit + query.start}, signal),
	rows: all => all,
	key: ({at, kind, text}) => `${at} ${kind} ${text}`,
	columns: [
		{
			id: 'at',
			heading: 'time',
			value: ({at}) => Math.floor(at),
			show: ({at}, {now, zone}) => formatWhen(at, now, zone),
			align: 'left',
			first: 'down',
		},
		{id: 'kind', heading: 'kind', value: ({kind}) => kind, dropAt: 1},
		{id: 'text', heading: 'what', value: ({text}) => text, show: ({text}) => text.replace(/\.$/, ''), grows: true},
	],
	empty: () => 'Nothing has happened yet.',
	note: (_, rows, {glyphs}) => plural(rows.length, 'event', 'events', glyphs),
	beside: () => ({}),
	lead: (_, rows, {glyphs}) => `${plural(rows.length, 'event', 'events', glyphs)}.`,
	speak: ({at, text}, {now, zone}) => sentence(`${formatWhen(at, now, zone)} ${text}`),
	enter: ({at}) => ({view: 'now', window: {days: 30, at: Math.floor(at)}}),
});
