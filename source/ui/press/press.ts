import {findView} from '../../views/index.ts';
import type {Token} from '../input/tokenizer.ts';
import type {Trust} from '../input/typing.ts';
import {nothingWords} from '../keys/answers.ts';
import {actionOf, isChanging} from '../keys/bindings.ts';
import {typingEvent, withPasted} from '../keys/typing.ts';
import {chosenHelp} from '../overlays/help.ts';
import {chosenLine} from '../overlays/view-list.ts';
import type {Shell} from '../shell.ts';
import {focusedView, type State} from '../state.ts';
import type {Hooks} from '../terminal.ts';
import {filteredDay} from '../typed-day.ts';
import {createAct} from './act.ts';
import {createClick} from './click.ts';
import {createDeeds} from './deeds.ts';
import {openByName, openLine} from './open-line.ts';
import type {Pressed} from './pressed.ts';

/** What the terminal tells goes in here. */
export type Press = {
	/** What changes anything needs a key that was surely typed. */
	readonly press: (key: string, hooks: Hooks, trust: Trust) => void;
	/** The mouse, or a paste, which runs nothing. */
	readonly hear: (heard: Extract<Token, {type: 'mouse' | 'paste'}>, hooks: Hooks) => void;
};

/** Before anything is typed into a list, the key that opened it closes it, and so does the one that closes everything. */
const closesEmpty = (key: string, {state, bindings}: Shell): boolean => {
	if (state.typing?.text !== '' || state.typing.into === 'filter') return false;
	const action = actionOf(bindings, key, false);
	return action === 'quit' || action === state.typing.into;
};

/** Its key is another's where the view has no such switch. */
const takesIdle = (state: State): boolean =>
	findView(focusedView(state))?.keys.switches.some(({action}) => action === 'idle') ?? false;

export const createPress = (pressed: Pressed): Press => {
	const {shell, dispatch, collecting, tell} = pressed;
	const deeds = createDeeds(pressed);
	const act = createAct(pressed, deeds);
	const click = createClick(pressed, act);

	/** True where the key went into a text, or ended it. */
	const typed = (key: string, state: State, hooks: Hooks): boolean => {
		const event = typingEvent(state, key);
		if (!event) return false;
		const into = event.type === 'typed-end' && event.keep ? state.typing?.into : null;
		const chosen = into === 'views' ? chosenLine(shell()) : null;
		const day = into === 'filter' ? filteredDay(state.typing?.text ?? '', shell()) : null;
		const named = into === 'help' ? chosenHelp(shell()) : null;
		if (chosen) openLine(chosen, pressed);
		else dispatch(day ? {type: 'typed-end', keep: false} : event);
		if (day) dispatch({type: 'step', step: day});
		if (typeof named === 'string') act(named, key, hooks);
		else if (named) openByName(named, pressed);
		return true;
	};

	const press: Press['press'] = (key, hooks, trust) => {
		const now = shell();
		const {state, bindings, glyphs} = now;
		if (state.notice !== null) tell(null);
		if (closesEmpty(key, now)) return dispatch({type: 'typed-end', keep: false});
		if (typed(key, state, hooks)) return;
		if (state.overlay === 'export' && (key === 'c' || key === 'j'))
			return deeds.save(key === 'c' ? 'csv' : 'json', hooks);
		const action = actionOf(bindings, key, false, meant => meant !== 'idle' || takesIdle(state));
		if (action === null) return tell(nothingWords(key, glyphs));
		if (trust !== 'typed' && isChanging(action) && action !== 'stop') collecting().refuse(state);
		else if (trust !== 'typed' && action === 'stop')
			tell('Not asked: that may be the rest of a paste. Ctrl-L, then again.');
		else act(action, key, hooks);
	};

	return {
		press,
		hear: (heard, hooks) => {
			const {state} = shell();
			if (state.notice !== null) tell(null);
			if (heard.type === 'paste') {
				if (state.typing) dispatch({type: 'typed', text: withPasted(state.typing.text, heard.text)});
				else tell('a paste runs nothing');
			} else if (heard.did === 'click') click(heard, hooks);
			else act(heard.did === 'wheel-up' ? 'up' : 'down', heard.did === 'wheel-up' ? 'up' : 'down', hooks);
		},
	};
};
