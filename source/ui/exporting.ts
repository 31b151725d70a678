import {toCsv} from '../export/csv.ts';
import {toJson} from '../export/json.ts';
import type {Scene} from '../views/plan/scene.ts';
import type {Telling} from '../views/plan/view.ts';

/** A file to write: its name without a folder, and its text. */
export type ExportFile = {readonly name: string; readonly text: string};

/** What a view shows as a file, in its order and with its filter: all rows, whether they can be seen or not. */
export const exportFile = (view: string, told: Telling, scene: Scene, format: 'csv' | 'json'): ExportFile => {
	const day = new Date(scene.now * 1000).toISOString().slice(0, 10);
	const text = format === 'csv' ? toCsv(told.table(scene)) : toJson(told.json(scene));
	return {name: `tautop-${view}-${day}.${format}`, text};
};
