import type {Canvas} from '../../views/plan/scene.ts';
import {focusedPlace, type Instance} from '../instances.ts';
import {type Form, pagePlace, type Slot} from '../layout.ts';
import {type Shell, sceneOf} from '../shell.ts';

/** Cells that the frame takes of a pane's width and height, and how far in its inside begins. */
export const insets: Readonly<Record<Form, {width: number; height: number; at: number}>> = {
	box: {width: 4, height: 2, at: 2},
	rule: {width: 0, height: 1, at: 0},
	line: {width: 0, height: 0, at: 0},
};

/** The inside of a slot, to draw on. */
export const canvasOf = (instance: Instance, slot: Slot, height: number, shell: Shell): Canvas => {
	const inset = insets[slot.form];
	return {
		...sceneOf(shell, instance),
		width: Math.max(1, slot.width - inset.width),
		height: Math.max(0, height - inset.height),
		form: slot.place === pagePlace ? 'page' : 'pane',
		focused: slot.place === focusedPlace(shell.state),
	};
};
