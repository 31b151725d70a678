import {capacity} from './capacity/index.ts';
import {changes, month} from './changes/index.ts';
import {collection} from './collection/index.ts';
import {collections} from './collections/index.ts';
import {day} from './day/index.ts';
import {days} from './days.ts';
import {events} from './events.ts';
import {history} from './history/index.ts';
import {hours} from './hours/index.ts';
import {libraries} from './libraries.ts';
import {lift} from './lift/index.ts';
import {months} from './months.ts';
import {now} from './now/index.ts';
import {peaks} from './peaks/index.ts';
import type {View} from './plan/view.ts';
import {platforms} from './platforms.ts';
import {play} from './play.ts';
import {players} from './players.ts';
import {recap} from './recap/index.ts';
import {recent} from './recent.ts';
import {resolutions} from './resolutions.ts';
import {runs} from './runs.ts';
import {servers} from './servers.ts';
import {slots} from './slots.ts';
import {status} from './status/index.ts';
import {stream} from './stream.ts';
import {title} from './title.ts';
import {titles} from './titles.ts';
import {types} from './types/index.ts';
import {unwatched} from './unwatched/index.ts';
import {user} from './user.ts';
import {users} from './users.ts';
import {weekdays} from './weekdays.ts';
import {worst} from './worst/index.ts';

/** A view that is made when it is first asked for: a command needs one of them. */
type ViewEntry = {readonly name: string; readonly view: () => View};

/** Views of one kind of question. */
export type ViewGroup = {readonly title: string; readonly entries: readonly ViewEntry[]};

const group = (title: string, views: Readonly<Record<string, () => View>>): ViewGroup => ({
	title,
	entries: Object.entries(views).map(([name, load]) => {
		let made: View | undefined;
		return {
			name,
			view: () => {
				made ??= load();
				return made;
			},
		};
	}),
});

/**
 * Every view, in the order of the help and of the list of views. A new one is a file here and its name in one of these lists. `() =>`
 * is where the build loads its file (tools/bundling.mjs).
 */
export const viewGroups: readonly ViewGroup[] = [
	group('Now', {
		now: () => now,
		stream: () => stream,
		status: () => status,
		servers: () => servers,
		events: () => events,
	}),
	group('When people watch', {
		hours: () => hours,
		weekdays: () => weekdays,
		days: () => days,
		month: () => month,
		months: () => months,
		day: () => day,
		peaks: () => peaks,
		changes: () => changes,
		recap: () => recap,
	}),
	group('How it reaches them', {
		types: () => types,
		platforms: () => platforms,
		players: () => players,
		resolutions: () => resolutions,
		capacity: () => capacity,
	}),
	group('Who and what', {
		users: () => users,
		user: () => user,
		titles: () => titles,
		title: () => title,
		libraries: () => libraries,
		history: () => history,
		play: () => play,
		recent: () => recent,
		unwatched: () => unwatched,
	}),
	group('Collections', {
		collections: () => collections,
		collection: () => collection,
		lift: () => lift,
		worst: () => worst,
		slots: () => slots,
		runs: () => runs,
	}),
];

const entries: ReadonlyMap<string, ViewEntry> = new Map(
	viewGroups.flatMap(each => each.entries).map(entry => [entry.name, entry]),
);

/** All of them. */
export const allViews = (): readonly View[] => [...entries.values()].map(({view}) => view());

/** The view of a name; null: there is none. */
export const findView = (name: string): View | null => entries.get(name)?.view() ?? null;
