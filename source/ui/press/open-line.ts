import {needsSubject} from '../../views/plan/query.ts';
import type {Step, View} from '../../views/plan/view.ts';
import type {Listed} from '../overlays/view-list.ts';
import type {Shell} from '../shell.ts';
import type {Pressed} from './pressed.ts';
import {openingOf, stepFrom, userStep} from './steps.ts';

type Opener = Pick<Pressed, 'shell' | 'dispatch' | 'tell'>;

/** Opens a view by its name. What is about one thing opens from a row that it can be about. */
export const openByName = (view: View, {shell, dispatch, tell}: Opener): void => {
	const now = shell();
	const {state} = now;
	const bare: Shell = {...now, state: {...state, overlay: 'none', typing: null}};
	const own: Step | null | undefined = needsSubject(view.takes)
		? [stepFrom(bare), userStep(bare)].find(step => step?.view === view.name)
		: null;
	if (needsSubject(view.takes) && !own) {
		dispatch({type: 'back'});
		tell(`${view.title} opens from a row that it is about`);
	} else dispatch({type: 'step', step: own ?? openingOf(view, state)});
};

/** Opens a line of the list of views: a view, or one in which a name is looked for. */
export const openLine = ({view, find, window, step}: Listed, opener: Opener): void => {
	const {dispatch} = opener;
	if (step) {
		dispatch({type: 'step', step});
		return;
	}
	if (find === '') {
		openByName(view, opener);
		return;
	}
	dispatch({type: 'step', step: {view: view.name, ...(window ? {window} : {})}});
	dispatch({type: 'type', into: 'filter'});
	dispatch({type: 'typed', text: find});
	dispatch({type: 'typed-end', keep: true});
};
