import {formatWhen} from '../canvas/clock.ts';
import {plural} from '../canvas/format.ts';
import {eventKinds, eventWords, type StoredEvent} from '../domain/events.ts';
import {listView} from './plan/list-view.ts';
import {type Switch, switchValue} from './plan/own.ts';
import {sentence} from './plan/words.ts';

const kinds: Switch = {
	id: 'kind',
	action: 'kind',
	values: ['all', ...eventKinds],
	asks: true,
	flag: {name: 'kind', takes: 'value', summary: 'only one kind, such as buffering, plex-lost or record'},
};

/** As many as are kept. */
const all = 10_000;

/** What went wrong, and what came back: the newest first. */
export const events = listView<readonly StoredEvent[], StoredEvent>({
	name: 'events',
	title: 'Events',
	summary: 'what happened: servers lost and back, streams that stalled, runs',
	takes: {},
	switches: [kinds],
	ask: ({sources, query, own, signal}) => {
		const wanted = switchValue(own, kinds);
		const few = query.limit === null ? 200 : query.limit + query.start;
		return sources.events(
			{limit: own.filter === '' ? few : all, kind: eventKinds.find(kind => kind === wanted)},
			signal,
		);
	},
	rows: events => events,
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
		{id: 'kind', heading: 'kind', value: ({kind}) => kind, show: ({kind}) => eventWords[kind], dropAt: 1},
		{id: 'text', heading: 'what', value: ({text}) => text, show: ({text}) => text.replace(/\.$/, ''), grows: true},
	],
	empty: (_, {own}) =>
		switchValue(own, kinds) === 'all' ? 'Nothing has happened yet.' : 'Nothing of this kind has happened yet.',
	note: (_, rows, {glyphs}) => plural(rows.length, 'event', 'events', glyphs),
	beside: () => ({}),
	lead: (_, rows, {glyphs}) => `${plural(rows.length, 'event', 'events', glyphs)}.`,
	speak: ({at, text}, {now, zone}) => sentence(`${formatWhen(at, now, zone)} ${text}`),
	enter: ({at}) => ({view: 'now', window: {days: 30, at: Math.floor(at)}}),
});
