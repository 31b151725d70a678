import {type Narrowing, narrowingKinds} from '../domain/plays/narrowing.ts';
import {findView} from '../views/index.ts';
import {firstOwn, type Own} from '../views/plan/own.ts';
import type {Step} from '../views/plan/view.ts';
import {ownOf, pageOf, type State} from './state.ts';

/** A view that opens starts at its top, unfiltered; order and switches stay as they were left. */
const fresh = (own: Own): Own => ({...own, selection: firstOwn.selection, filter: firstOwn.filter});

/** A view about one thing belongs where it was opened, and so does one that counts plays. */
const takesNarrowing = ({view, subject}: Step): boolean =>
	subject !== undefined || Boolean(findView(view)?.takes.narrowing);

/** Opens a page, narrowed by all that narrows the one before too; what nothing narrows begins a new trail. What was said last stands last. */
export const push = (state: State, step: Step): State => {
	const before = pageOf(state);
	const where = Object.fromEntries(
		Object.entries({...before?.where}).filter(([kind]) => !Object.hasOwn(step.where ?? {}, kind)),
	);
	const window = step.window ?? before?.window;
	const page: Step = {...step, where: {...where, ...step.where}, ...(window ? {window} : {})};
	return {
		...state,
		overlay: 'none',
		typing: null,
		trail: takesNarrowing(step) ? [...state.trail, page] : [page],
		perView: {...state.perView, [step.view]: fresh(ownOf(state, step.view))},
	};
};

/** One page back. */
export const pop = (state: State): State => ({...state, typing: null, trail: state.trail.slice(0, -1)});

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
