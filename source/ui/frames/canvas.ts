import type {Canvas} from '../../views/plan/scene.ts';
import {focusedPlace, type Instance} from '../instances.ts';
import {pagePlace, type Slot} from '../layout.ts';
import {type Shell, sceneOf} from '../shell.ts';

/** The inside of a slot, to draw on: all of it but the title's rule. */
export const canvasOf = (instance: Instance, slot: Slot, height: number, shell: Shell): Canvas => ({
	...sceneOf(shell, instance),
	width: Math.max(1, slot.width),
	height: Math.max(0, height - (slot.form === 'rule' ? 1 : 0)),
	form: slot.place === pagePlace ? 'page' : 'pane',
	focused: slot.place === focusedPlace(shell.state),
});
