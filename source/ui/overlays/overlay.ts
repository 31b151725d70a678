import type {Row} from '../../canvas/row.ts';
import {atEnd, titleRule} from '../frames/title-rule.ts';
import type {Shell} from '../shell.ts';
import type {Overlay} from '../state.ts';
import {trailParts} from '../trail-words.ts';
import {detailRows} from './details.ts';
import {type Dialog, laidOver} from './dialog.ts';
import {helpChoices, helpRowOf, helpRows} from './help.ts';
import {stopDialog} from './stop.ts';
import {listedViews, typingWords, viewDialog} from './view-list.ts';

/** What lies over the panes whole. */
type Page = {
	readonly name: string;
	readonly rows: (shell: Shell) => readonly Row[];
	/** Its first row that is seen where it does not fit. */
	readonly first: (rows: readonly Row[], room: number, shell: Shell) => number;
	/** How many positions the arrows have in it, where `room` rows of it are seen. */
	readonly reach: (shell: Shell, room: number) => number;
};

const pages: Readonly<Partial<Record<Overlay, Page>>> = {
	help: {
		name: 'help',
		rows: helpRows,
		first: (rows, room, shell) => helpRowOf(rows, shell) - Math.floor(room / 2),
		reach: shell => helpChoices(shell).length,
	},
	details: {
		name: 'details',
		rows: detailRows,
		first: (_rows, _room, {state}) => state.scroll,
		reach: (shell, room) => Math.max(1, detailRows(shell).length - room + 1),
	},
};

/** What is asked in a box over the panes; the others ask at the bottom. */
const dialogs: Readonly<Partial<Record<Overlay, (shell: Shell, height: number) => Dialog>>> = {
	views: viewDialog,
	'confirm-stop': stopDialog,
};

/** Rows that a page leaves to the header, its own title and the footer. */
const around = 3;

/** Keys of what the arrows move over in what lies over the panes, one a position. */
export const overlayReach = (shell: Shell): readonly string[] => {
	const {overlay, size} = shell.state;
	const count =
		overlay === 'views'
			? listedViews(shell).length
			: (pages[overlay]?.reach(shell, Math.max(0, size.rows - around)) ?? 0);
	return Array.from({length: count}, (_, index) => String(index));
};

const hintWords = 'type to search, Enter runs it';

/** The page that lies over the panes, exactly `height` rows; null: none does. */
const pageRows = (page: Page, shell: Shell, height: number): readonly Row[] => {
	const {state, glyphs} = shell;
	const rows = page.rows(shell);
	const room = Math.max(0, height - 1);
	const first = Math.max(0, Math.min(page.first(rows, room, shell), rows.length - room));
	const count = `${first + 1} to ${Math.min(rows.length, first + room)} of ${rows.length}`;
	const hint = state.overlay === 'help' ? hintWords.replace('Enter', glyphs.enter) : '';
	const words = state.typing?.text ? '' : hint;
	const title = titleRule({
		before: trailParts(state, glyphs, page.name).before,
		title: page.name,
		after: state.typing?.text ? `  ${typingWords(shell)}` : '',
		focused: true,
		words: [atEnd({text: words !== '' ? words : rows.length > room ? count : '', role: 'dim'}, state.size.columns, 1)],
		width: state.size.columns,
		glyphs,
	});
	return [title, ...Array.from({length: room}, (_, index) => rows[first + index] ?? [])].slice(0, height);
};

/** The rows between header and footer with what lies over them; `under` draws what is there without it. */
export const overlaid = (shell: Shell, height: number, under: () => readonly Row[]): readonly Row[] => {
	const {overlay, size} = shell.state;
	const page = pages[overlay];
	if (page) return pageRows(page, shell, height);
	const dialog = dialogs[overlay];
	return dialog ? laidOver(under(), dialog(shell, height), size.columns, shell.glyphs) : under();
};
