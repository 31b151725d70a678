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

/** Views of one kind of question. */
export type ViewGroup = {readonly title: string; readonly views: readonly View[]};

/** Every view, in the order of the help and of the list of views. A new one is a file here and its name in one of these lists. */
export const viewGroups: readonly ViewGroup[] = [
	{title: 'Now', views: [now, stream, status, servers, events]},
	{title: 'When people watch', views: [hours, weekdays, days, month, months, day, peaks, changes, recap]},
	{title: 'How it reaches them', views: [types, platforms, players, resolutions, capacity]},
	{title: 'Who and what', views: [users, user, titles, title, libraries, history, play, recent, unwatched]},
	{title: 'Collections', views: [collections, collection, lift, worst, slots, runs]},
];

export const views: readonly View[] = viewGroups.flatMap(group => group.views);

/** The view of a name; null: there is none. */
export const findView = (name: string): View | null => views.find(view => view.name === name) ?? null;
