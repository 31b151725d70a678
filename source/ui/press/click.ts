import {footer} from '../footer.ts';
import type {Mouse} from '../input/mouse.ts';
import {focusedPlace} from '../instances.ts';
import {isChanging} from '../keys/bindings.ts';
import {keyLabel} from '../keys/labels.ts';
import {focusedReach} from '../screen.ts';
import type {Shell} from '../shell.ts';
import type {Hooks} from '../terminal.ts';
import type {Act} from './act.ts';
import {hintAt, hitAt, stepsTo} from './mouse.ts';
import type {Pressed} from './pressed.ts';

/**
 * A click goes to a pane or a row, and opens it where that is chosen already; on a hint of the footer it is that key. Nothing that
 * changes anything starts from one.
 */
export const createClick = ({shell, dispatch, tell}: Pressed, act: Act) => {
	const clickHint = (column: number, now: Shell, hooks: Hooks): void => {
		const label = hintAt(footer(now), column);
		const action = now.bindings.find(({keys}) => keys.some(key => keyLabel(key, now.glyphs) === label))?.action;
		if (action && !isChanging(action)) act(action, label ?? '', hooks);
	};

	const clickRow = ({column, row}: Mouse, now: Shell, hooks: Hooks): void => {
		const hit = hitAt(now, column, row);
		if (!hit) return;
		const isFocused = hit.slot.place === focusedPlace(now.state);
		if (!isFocused) dispatch({type: 'focus', place: hit.slot.place});
		const by = stepsTo(hit, now);
		const {keys} = focusedReach(shell());
		if (by !== null && by !== 0) dispatch({type: 'move', by, keys});
		else if (isFocused) act('open', 'enter', hooks);
	};

	return (mouse: Mouse, hooks: Hooks): void => {
		const now = shell();
		const {overlay, typing, size} = now.state;
		if (overlay !== 'none' || typing) tell('a click does nothing here; esc closes this');
		else if (mouse.row === size.rows - 1) clickHint(mouse.column, now, hooks);
		else clickRow(mouse, now, hooks);
	};
};
