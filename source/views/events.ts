import {formatStart} from '../canvas/clock.ts';
import {plural} from '../canvas/format.ts';
import {eventKinds, eventWords, type StoredEvent} from '../domain/events.ts';
import type {Choice} from '../domain/plays/narrowing.ts';
import {eventText} from './plan/event-text.ts';
import {listView} from './plan/list-view.ts';
import {type Switch, switchValue} from './plan/own.ts';
import {askSpan} from './plan/span.ts';
import type {Asking} from './plan/view.ts';
import {sentence, windowWords} from './plan/words.ts';
import {orUnseen} from './streams/why.ts';

/** `users`: whose names may stand in the words of an event. */
type Events = {readonly events: readonly StoredEvent[]; readonly users: readonly Choice[]};

const kinds: Switch = {
	id: 'kind',
	action: 'kind',
	values: ['all', ...eventKinds],
	asks: true,
	flag: {name: 'kind', takes: 'value', summary: 'only one kind, such as buffering, plex-lost or record'},
};

/** As many as are kept. */
const all = 10_000;

const few = 1000;

/** Events as they are told: the names in them are known only when it is known who tells. */
type EventRow = StoredEvent & {readonly users: readonly Choice[]};

const ask = async (asking: Asking): Promise<Events> => {
	const {sources, query, own, signal} = asking;
	const wanted = switchValue(own, kinds);
	const chosen = query.where.user ?? [];
	const isPart = own.filter !== '' || chosen.length > 0;
	const {from, to} = await askSpan(asking);
	const [events, users] = await Promise.all([
		sources.events(
			{
				limit: isPart ? all : query.limit === null ? few : query.limit + query.start,
				kind: eventKinds.find(kind => kind === wanted),
				from,
				to,
			},
			signal,
		),
		orUnseen(sources.choices({kind: 'user', text: '', limit: few}, signal)),
	]);
	const names = (users ?? []).filter(({id}) => chosen.some(choice => choice.id === id)).map(({name}) => name);
	const isWanted = ({text}: StoredEvent): boolean => chosen.length === 0 || names.some(name => text.includes(name));
	return {events: events.filter(isWanted), users: users ?? []};
};

/** What went wrong, and what came back: the newest first. */
export const events = listView<Events, EventRow>({
	name: 'events',
	title: 'Events',
	summary: 'what happened: servers lost and back, streams that stalled, runs',
	takes: {window: 'any', narrowing: ['user']},
	switches: [kinds],
	ask,
	rows: ({events: found, users}) => found.map(event => ({...event, users})),
	key: ({at, kind, text}) => `${at} ${kind} ${text}`,
	columns: [
		{
			id: 'at',
			heading: 'time',
			value: ({at}) => Math.floor(at),
			show: ({at}, {now, zone}) => formatStart(at, now, zone),
			align: 'left',
			first: 'down',
		},
		{id: 'kind', heading: 'kind', value: ({kind}) => kind, show: ({kind}) => eventWords[kind], dropAt: 1},
		{
			id: 'text',
			heading: 'what',
			value: ({text}) => text,
			show: (event, scene) => eventText(event, event.users, scene).replace(/\.$/, ''),
			grows: true,
		},
	],
	ranked: () => 'at',
	empty: (_, scene) => {
		const what = switchValue(scene.own, kinds) === 'all' ? 'Nothing' : 'Nothing of this kind';
		const {window} = scene.query;
		return 'days' in window && window.days === 0
			? `${what} has happened yet.`
			: `${what} happened in ${windowWords(window, scene)}.`;
	},
	note: (_, rows, scene) => {
		const wanted = switchValue(scene.own, kinds);
		const kind = eventKinds.find(each => each === wanted);
		return [
			plural(rows.length, 'event', 'events', scene.glyphs),
			...(kind ? [eventWords[kind]] : []),
			windowWords(scene.query.window, scene),
		].join(', ');
	},
	beside: () => ({}),
	lead: (_, rows, scene) =>
		`${plural(rows.length, 'event', 'events', scene.glyphs)} in ${windowWords(scene.query.window, scene)}.`,
	speak: (event, scene) =>
		sentence(`${formatStart(event.at, scene.now, scene.zone)} ${eventText(event, event.users, scene)}`),
	enter: ({at}) => ({view: 'now', window: {days: 30, at: Math.floor(at)}}),
});
