import type {Row} from '../../canvas/row.ts';
import type {WindowClass} from '../components/pane.ts';
import type {Slot} from '../layout.ts';
import {type PaneId, paneOf} from '../panes/index.ts';
import {readingOf, type View} from '../view.ts';
import {bodyOf} from './body.ts';
import {frameOf} from './frame.ts';
import {framed} from './framed.ts';
import {lineOf} from './line.ts';

/** A pane in its slot, `height` rows of the slot's width. */
export const drawPane = <Id extends PaneId>(
	id: Id,
	slot: Slot,
	height: number,
	windowClass: WindowClass,
	view: View,
): readonly Row[] => {
	const pane = paneOf(id);
	const reading = readingOf(view.readings, id);
	const frame = frameOf(id, slot, height, windowClass, view);
	if (slot.form === 'line') return [lineOf(pane, reading, slot, frame)];
	return framed(`${pane.digit} ${pane.title}`, bodyOf(pane, reading, frame, view), slot, height, frame);
};

/** The keys of a pane's rows, in the order of the screen: what the cursor moves over. */
export const rowKeys = <Id extends PaneId>(
	id: Id,
	slot: Slot,
	height: number,
	windowClass: WindowClass,
	view: View,
): readonly string[] => {
	const reading = readingOf(view.readings, id);
	if (reading.state !== 'ready') return [];
	return paneOf(id).model(reading.data, frameOf(id, slot, height, windowClass, view)).keys;
};
