import type {Row} from '../../canvas/row.ts';
import {textWidth, truncate} from '../../canvas/widths.ts';
import type {Canvas, Reach} from '../../views/plan/scene.ts';
import type {Telling} from '../../views/plan/view.ts';
import {chipsOf} from '../../views/plan/words.ts';
import {dataOf} from '../feeds/reading.ts';
import {type Instance, instanceAt} from '../instances.ts';
import {digitOf, type Layout, pagePlace, type Slot} from '../layout.ts';
import {readingOf, type Shell} from '../shell.ts';
import {ownOf} from '../state.ts';
import {trailParts} from '../trail-words.ts';
import {drawBeneath, roomBeneath} from './beneath.ts';
import {asOfWhen, bodyOf} from './body.ts';
import {canvasOf} from './canvas.ts';
import {drawingOf} from './drawn.ts';
import {coverageWords, type FrameTitle, framed} from './framed.ts';
import {lineRow} from './line.ts';

/** What narrows the view and what it is filtered by, behind its title: "(marta) (transcode) /harb". */
const narrowedWords = ({view, query}: Instance, shell: Shell): string => {
	const {filter} = ownOf(shell.state, view.name);
	const chips = chipsOf(view.takes.searches ? {...query.where, text: ''} : query.where).map(chip => `(${chip})`);
	return [...chips, ...(filter === '' ? [] : [`/${filter}`])].join(' ');
};

/** Chips give way to the way home, and that to its own middle. */
const titleOf = (instance: Instance, slot: Slot, found: string, shell: Shell): FrameTitle => {
	const room = Math.max(8, slot.width - 12);
	const {cut} = shell.glyphs;
	const all = narrowedWords(instance, shell);
	const count = found === '' ? '' : ` ${found}`;
	const {before, title} =
		slot.place === pagePlace
			? trailParts(shell.state, shell.glyphs, null, room - Math.min(textWidth(all + count), Math.floor(room / 2)))
			: {before: '', title: `${digitOf(slot.place)} ${instance.view.title}`.trimStart()};
	const left = room - textWidth(before) - textWidth(title) - 3;
	const after = left < 4 ? '' : `${truncate(all, left - textWidth(count), cut)}${count}`;
	return {before, title: truncate(title, room, cut), after};
};

/** How many of all rows a filter leaves: "5 of 71"; where the question itself searches, its answer knows. */
const foundWords = ({view}: Instance, told: Telling | null, canvas: Canvas): string => {
	const {own} = canvas;
	if (!told || own.filter === '' || view.columns.length === 0) return '';
	const {keys, found} = drawingOf(told, canvas);
	if (view.takes.searches) return found ?? '';
	const all = drawingOf(told, {...canvas, own: {...own, filter: ''}}).keys.length;
	return `${keys.length} of ${all}`;
};

/** What stands in a slot, `height` rows of the slot's width; blank where no view has the name. */
export const drawSlot = (slot: Slot, height: number, layout: Layout, shell: Shell): readonly Row[] => {
	const instance = instanceAt(shell.state, slot.place);
	if (!instance) return [];
	const reading = readingOf(shell.readings, instance.id);
	const beneath = roomBeneath(instance, slot, height, layout);
	const canvas = canvasOf(instance, slot, height - beneath, shell);
	if (slot.form === 'line') {
		const asOf = asOfWhen(reading, instance.view.pace, shell);
		return [lineRow({instance, reading, asOf, windowClass: layout.windowClass}, slot.width, canvas)];
	}
	const told = dataOf(reading);
	const title = titleOf(instance, slot, foundWords(instance, told, canvas), shell);
	const known = coverageWords(told?.coverage ?? null, canvas);
	const frame = {title, body: bodyOf(instance, reading, canvas, shell), known};
	const rows = framed(frame, slot, height - beneath, canvas);
	return beneath === 0 ? rows : [...rows, ...drawBeneath(slot, height, layout, shell)];
};

/** What the cursor can stand on in a slot, in the order of the screen. */
export const reachIn = (slot: Slot, height: number, layout: Layout, shell: Shell): Reach => {
	const instance = instanceAt(shell.state, slot.place);
	const told = instance && dataOf(readingOf(shell.readings, instance.id));
	if (!instance || !told) return {keys: []};
	const room = height - roomBeneath(instance, slot, height, layout);
	return drawingOf(told, canvasOf(instance, slot, room, shell));
};
