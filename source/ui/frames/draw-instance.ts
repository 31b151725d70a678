import type {Row} from '../../canvas/row.ts';
import {truncate} from '../../canvas/widths.ts';
import type {Reach} from '../../views/plan/scene.ts';
import {chipsOf} from '../../views/plan/words.ts';
import {dataOf} from '../feeds/reading.ts';
import {type Instance, instanceAt} from '../instances.ts';
import {digitOf, type Layout, pagePlace, type Slot} from '../layout.ts';
import {readingOf, type Shell} from '../shell.ts';
import {ownOf} from '../state.ts';
import {trailWords} from '../trail-words.ts';
import {asOfWhen, bodyOf} from './body.ts';
import {canvasOf} from './canvas.ts';
import {coverageWords, framed} from './framed.ts';
import {lineRow} from './line.ts';

/** What narrows the view and what it is filtered by, behind its title: "(marta) (transcode) /harb". */
const narrowedWords = ({view, query}: Instance, shell: Shell): string => {
	const {filter} = ownOf(shell.state, view.name);
	const chips = chipsOf(view.takes.searches ? {...query.where, text: ''} : query.where).map(chip => `(${chip})`);
	return [...chips, ...(filter === '' ? [] : [`/${filter}`])].join(' ');
};

const titleOf = (instance: Instance, slot: Slot, shell: Shell): string => {
	const room = Math.max(8, slot.width - 12);
	const words = narrowedWords(instance, shell);
	const title =
		slot.place === pagePlace
			? trailWords(shell.state, shell.glyphs)
			: `${digitOf(slot.place)} ${instance.view.title}`.trimStart();
	return truncate(words === '' ? title : `${title} ${words}`, room, shell.glyphs.cut);
};

/** What stands in a slot, `height` rows of the slot's width; blank where no view has the name. */
export const drawSlot = (slot: Slot, height: number, {windowClass}: Layout, shell: Shell): readonly Row[] => {
	const instance = instanceAt(shell.state, slot.place);
	if (!instance) return [];
	const reading = readingOf(shell.readings, instance.id);
	const canvas = canvasOf(instance, slot, height, shell);
	if (slot.form === 'line') {
		const asOf = asOfWhen(reading, instance.view.pace, shell);
		return [lineRow({instance, reading, asOf, windowClass}, slot.width, canvas)];
	}
	const title = titleOf(instance, slot, shell);
	const known = coverageWords(dataOf(reading)?.coverage ?? null, canvas);
	return framed({title, body: bodyOf(instance, reading, canvas, shell), known}, slot, height, canvas);
};

/** What the cursor can stand on in a slot, in the order of the screen. */
export const reachIn = (slot: Slot, height: number, shell: Shell): Reach => {
	const instance = instanceAt(shell.state, slot.place);
	const told = instance && dataOf(readingOf(shell.readings, instance.id));
	return instance && told ? told.draw(canvasOf(instance, slot, height, shell)) : {keys: []};
};
