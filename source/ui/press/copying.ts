import {type Row, rowText} from '../../canvas/row.ts';
import {identityOf} from '../../domain/session.ts';
import {cleanText} from '../../domain/text/text.ts';
import type {DataTable} from '../../export/data-table.ts';
import {keysHere} from '../../views/plan/pages.ts';
import type {Canvas} from '../../views/plan/scene.ts';
import type {Step, Telling} from '../../views/plan/view.ts';
import {dataOf} from '../feeds/reading.ts';
import type {Instance} from '../instances.ts';
import {hidesNames} from '../keys/answers.ts';
import {type Shell, sceneOf} from '../shell.ts';
import {pageOf} from '../state.ts';

/** What has the focus and has an answer, with the key of the row that the cursor is on; null: it is on none. */
export type Focused = {readonly instance: Instance; readonly told: Telling; readonly key: string | null};

/** Wide enough that no column is left out and no title cut. */
const [wideCells, manyRows] = [240, 400];

const bars = /[━╸█▉▊▋▌▍▎▏▓▒#=%·.]{3,}/g;

/** The words of a drawn row, with tabs between its columns and without its bars. */
const wordsOf = (row: Row, {selected}: Shell['glyphs']): string =>
	rowText(row).replace(selected, ' ').replaceAll(bars, '  ').trim().replaceAll(/ {2,}/g, '\t');

const cells = ({rows}: DataTable, index: number): string =>
	(rows[index] ?? []).flatMap(value => (value === null ? [] : [String(value)])).join('\t');

/** The row under the cursor as text: as it is drawn, else its numbers. null: there is none. */
export const rowToCopy = ({instance, told, key}: Focused, shell: Shell): string | null => {
	if (key === null) return null;
	const scene = sceneOf(shell, instance);
	const canvas: Canvas = {...scene, width: wideCells, height: manyRows, form: 'page', focused: true};
	const {rows, keys} = told.draw(canvas);
	const drawn = rows.find(row => row.some(({text, role}) => role === 'accent' && text === shell.glyphs.selected));
	if (drawn) return cleanLine(wordsOf(drawn, shell.glyphs));
	// The numbers of a row have its names in full.
	if (hidesNames(shell.state)) return null;
	const table = told.table(scene);
	return table.rows.length === keys.length ? cleanLine(cells(table, keys.indexOf(key))) : null;
};

/** Nothing that a shell would run or a terminal obey; tabs stay. */
const cleanLine = (text: string): string =>
	text
		.split('\t')
		.map(part => cleanText(part.replaceAll(/\s+/g, ' ')))
		.join('\t');

/** Where Tautulli has a page of something: of a title or a collection by its rating key, of a user by its id. */
const pathOf = (kind: string, id: string): string | null => {
	if (!/^\d+$/.test(id)) return null;
	if (kind === 'user') return `user?user_id=${id}`;
	return kind === 'title' || kind === 'collection' ? `info?rating_key=${id}` : null;
};

const pathOfStep = (step: Step | null): string | null => (step?.subject ? pathOf(step.view, step.subject.id) : null);

/** The rating key of the row, where the view is a list that has one. */
const pathOfRow = ({instance, told, key}: Focused, shell: Shell): string | null => {
	const {columns, rows} = told.table(sceneOf(shell, instance));
	const at = columns.indexOf('rating_key');
	const drawn = told.draw({
		...sceneOf(shell, instance),
		width: wideCells,
		height: manyRows,
		form: 'page',
		focused: true,
	});
	// Of a long list the table has only the part that is here.
	const keys = keysHere(drawn.keys);
	if (at < 0 || instance.view.columns.length === 0 || rows.length !== keys.length) return null;
	const value = rows[keys.indexOf(key ?? '')]?.[at];
	return value === null || value === undefined ? null : pathOf('title', String(value));
};

/** The title of a stream that runs. */
const pathOfStream = ({key}: Focused, {activity}: Shell): string | null => {
	const session = (dataOf(activity)?.sessions ?? []).find(each => identityOf(each) === key);
	return session ? pathOf('title', session.ratingKey) : null;
};

/** The address of what is selected, else of what the page is about, in Tautulli's own pages; null: it has none. */
export const addressOf = (focused: Focused | null, shell: Shell): string | null => {
	const base = shell.state.settings?.tautulliUrl ?? '';
	const row =
		focused?.key == null
			? null
			: (pathOfStream(focused, shell) ??
				pathOfRow(focused, shell) ??
				pathOfStep(focused.told.enter(focused.key, sceneOf(shell, focused.instance))));
	const path = row ?? pathOfStep(pageOf(shell.state));
	return base === '' || path === null ? null : `${base}/${path}`;
};
