import {fitRow, type Row} from '../../canvas/row.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {findView} from '../../views/index.ts';
import {firstOwn, selectedIndex} from '../../views/plan/own.ts';
import type {Canvas} from '../../views/plan/scene.ts';
import {dataOf} from '../feeds/reading.ts';
import {type Instance, instanceAt} from '../instances.ts';
import {type Layout, pagePlace, type Slot} from '../layout.ts';
import {readingOf, type Shell} from '../shell.ts';
import {bodyOf} from './body.ts';
import {canvasOf} from './canvas.ts';
import {drawingOf} from './drawn.ts';
import {titleRule} from './title-rule.ts';

/** Rows of what stands below a list: its rule, its headings, five rows and how many more there are. */
const beneathRows = 8;

/** A list keeps so many rows at least. */
const fewestAbove = 14;

/** The cursor rests so long before anything is asked about its row. */
const restSeconds = 0.25;

/** Rows that are left for what stands below the view of a slot; 0: nothing does. */
export const roomBeneath = ({view}: Instance, slot: Slot, height: number, {windowClass}: Layout): number => {
	const isLarge = windowClass === 'large' && slot.form === 'rule' && slot.place !== pagePlace;
	return isLarge && view.detail && height >= fewestAbove + beneathRows ? beneathRows : 0;
};

/** What stands below the list of a slot: another view, about the row that is chosen there. Null: nothing does. */
const beneathIn = (slot: Slot, height: number, layout: Layout, shell: Shell): Instance | null => {
	const above = instanceAt(shell.state, slot.place);
	const told = above && dataOf(readingOf(shell.readings, above.id));
	const room = above ? roomBeneath(above, slot, height, layout) : 0;
	const view = findView(above?.view.detail?.view ?? '');
	if (!told || !view || !above.view.detail || room === 0) return null;
	const canvas = canvasOf(above, slot, height - room, shell);
	const {keys} = drawingOf(told, canvas);
	const key = keys[selectedIndex(canvas.own.selection, keys)];
	const subject = key === undefined ? undefined : told.enter(key, canvas)?.subject;
	if (!subject) return null;
	return {
		id: `${above.id} of ${subject.id}`,
		place: slot.place,
		view,
		query: {...above.query, where: {...above.query.where, [above.view.detail.kind]: [subject]}},
		restSeconds,
	};
};

/** "Titles of Hidden Gems". */
const nameOf = ({view, query}: Instance): string => {
	const [subject] = Object.values(query.where).flat().slice(-1);
	return `${view.short} of ${shownTitle(typeof subject === 'object' ? subject.name : '')}`;
};

/** All of a screen. */
export const beneathAll = (layout: Layout, shell: Shell): readonly Instance[] =>
	layout.bands.flatMap(({height, slots}) => slots.flatMap(slot => beneathIn(slot, height, layout, shell) ?? []));

/** Its rule and its rows; what is chosen above is named in the rule. Blank rows where nothing is chosen. */
export const drawBeneath = (slot: Slot, height: number, layout: Layout, shell: Shell): readonly Row[] => {
	const {cut} = shell.glyphs;
	const instance = beneathIn(slot, height, layout, shell);
	if (!instance) return Array.from({length: beneathRows}, (): Row => fitRow([], slot.width, cut));
	const canvas: Canvas = {...canvasOf(instance, slot, beneathRows, shell), own: firstOwn, focused: false};
	const reading = readingOf(shell.readings, instance.id);
	// Words would flicker under a cursor that moves.
	const inside = reading.state === 'waiting' ? [] : bodyOf(instance, reading, canvas, shell).drawing.rows;
	const title = titleRule({
		before: '',
		title: nameOf(instance),
		after: '',
		focused: false,
		words: [],
		width: slot.width,
		glyphs: shell.glyphs,
	});
	const rows = Array.from({length: canvas.height}, (_, index): Row => inside[index] ?? []);
	return [title, ...rows.map(row => fitRow(row, slot.width, cut))];
};
