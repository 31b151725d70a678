import {type Narrowing, narrowingKinds} from '../domain/plays/narrowing.ts';
import {findView} from '../views/index.ts';
import {firstOwn, type Own} from '../views/plan/own.ts';
import type {Step} from '../views/plan/view.ts';
import {ownOf, type Page, pageOf, type State} from './state.ts';

/** A view that opens starts at its top, unfiltered; order and switches stay as they were left. */
const fresh = (own: Own): Own => ({...own, selection: firstOwn.selection, filter: firstOwn.filter});

/** A view about one thing belongs where it was opened, and so does one that counts plays. */
const takesNarrowing = ({view, subject}: Step): boolean =>
	subject !== undefined || Boolean(findView(view)?.takes.narrowing);

/** The past moment that a step leads to; null: it leads to none. */
const momentOf = ({window}: Step): number | null => (window && 'days' in window ? (window.at ?? null) : null);

/** Cursor and filter as they were before the page opened. */
const restored = ({perView}: State, {view, own}: Page): State['perView'] => (own ? {...perView, [view]: own} : perView);

/** One page back. */
export const pop = (state: State): State => {
	const page = pageOf(state);
	if (!page) return state;
	const {before = state.moment} = page;
	return {...state, typing: null, moment: before, trail: state.trail.slice(0, -1), perView: restored(state, page)};
};

/** All pages back, at the moment that is seen. */
export const home = (state: State): State => {
	const perView = state.trail.reduceRight((seen, page) => restored({...state, perView: seen}, page), state.perView);
	return {...state, trail: [], perView};
};

/** The pane as a page: its cursor is the same one, there and back. */
export const zoom = (state: State, view: string): State => ({
	...state,
	overlay: 'none',
	trail: [{view, where: {}, own: null, moment: state.moment, before: state.moment}],
});

/**
 * Opens a page, narrowed by all that narrows the one before too; what nothing narrows begins a new trail. What was said last stands
 * last. A past moment is that of the whole screen.
 */
export const push = (state: State, step: Step): State => {
	const before = pageOf(state);
	const where = Object.fromEntries(
		Object.entries({...before?.where}).filter(([kind]) => !Object.hasOwn(step.where ?? {}, kind)),
	);
	const {window: asked, ...rest} = step;
	const at = momentOf(step);
	const window = at === null ? (asked ?? before?.window) : before?.window;
	const moment = at ?? state.moment;
	const from = takesNarrowing(step) ? state : home(state);
	const own = ownOf(from, step.view);
	const page: Page = {...rest, where: {...where, ...step.where}, ...(window ? {window} : {}), own, moment};
	return {
		...from,
		overlay: 'none',
		typing: null,
		moment,
		trail: [...from.trail, {...page, before: state.moment}],
		perView: {...from.perView, [step.view]: fresh(own)},
	};
};

const isKind = (name: string): name is keyof Narrowing => name === 'text' || narrowingKinds.some(kind => kind === name);

/** The page without the chip that came last; null: nothing narrows it. */
export const dropChip = (state: State): State | null => {
	const page = pageOf(state);
	const last = Object.keys(page?.where ?? {})
		.filter(isKind)
		.at(-1);
	if (!page || last === undefined) return null;
	const {[last]: _, ...where} = page.where ?? {};
	return {...state, trail: [...state.trail.slice(0, -1), {...page, where}]};
};
