import type {Window} from '../domain/period.ts';
import {findView} from '../views/index.ts';
import type {ViewQuery} from '../views/plan/query.ts';
import type {View} from '../views/plan/view.ts';
import {type Layout, pagePlace, visiblePlaces} from './layout.ts';
import {ownOf, pageOf, type State} from './state.ts';

/** A view as it stands on the screen: in a place, or as the page. */
export type Instance = {
	/** What tells its readings from others: a page is another one at every depth of the trail. */
	readonly id: string;
	readonly place: number;
	readonly view: View;
	readonly query: ViewQuery;
	/** Seconds that it waits for before it asks: it follows a cursor. */
	readonly restSeconds?: number;
};

/** The window that is asked for; in the past it ends at the moment that is seen, where the view can tell of one. */
const windowOf = ({days, moment}: State, chosen: Window | undefined, {takes}: View): Window => {
	const window = chosen ?? {days};
	return moment !== null && takes.past && 'days' in window ? {...window, at: moment} : window;
};

/** What a filter asks the question for; a `!` alone says nothing yet. */
const searched = (filter: string): {readonly text?: string} =>
	filter.replace(/^!/, '').trim() === '' ? {} : {text: filter};

/** The view of a place, or the page (`pagePlace`); null: no view has that name. */
export const instanceAt = (state: State, place: number): Instance | null => {
	const page = place === pagePlace ? pageOf(state) : null;
	const view = findView(page?.view ?? state.places[place] ?? '');
	if (!view) return null;
	const {filter} = ownOf(state, view.name);
	const text = view.takes.searches ? searched(filter) : {};
	const [first] = view.takes.measure ?? [];
	return {
		id: page ? `page ${state.trail.length} ${view.name}` : `place ${place} ${view.name}`,
		place,
		view,
		query: {
			window: windowOf(state, page?.window, view),
			measure: view.takes.measure?.includes(state.measure) ? state.measure : (first ?? 'plays'),
			where: {...page?.where, ...text},
			subject: page?.subject ?? null,
			limit: null,
			start: 0,
		},
	};
};

/** The place that keys are for. */
export const focusedPlace = (state: State): number => (pageOf(state) ? pagePlace : state.focus);

/** All that can be seen: the others ask nothing. */
export const visibleInstances = (state: State, layout: Layout): readonly Instance[] =>
	[...visiblePlaces(layout)].flatMap(place => instanceAt(state, place) ?? []);
