import type {Row} from '../../canvas/row.ts';
import {atEnd, titleRule} from '../frames/title-rule.ts';
import type {Shell} from '../shell.ts';
import type {Overlay} from '../state.ts';
import {detailRows} from './details.ts';
import {helpRows} from './help.ts';
import {viewRows} from './view-list.ts';

type Page = {readonly title: (shell: Shell) => string; readonly rows: (shell: Shell) => readonly Row[]};

/** What lies over the panes. The others ask something at the bottom. */
const pages: Readonly<Partial<Record<Overlay, Page>>> = {
	help: {title: () => 'Keys', rows: helpRows},
	details: {title: () => 'Details', rows: detailRows},
	views: {title: ({state}) => `Views  ${state.typing?.text ?? ''}_`, rows: viewRows},
};

/** The page that lies over the panes, exactly `height` rows; null: none does. */
export const overlayRows = (shell: Shell, height: number): readonly Row[] | null => {
	const {size, overlay, scroll} = shell.state;
	const page = pages[overlay];
	if (!page) return null;
	const rows = page.rows(shell);
	const room = Math.max(0, height - 1);
	const furthest = Math.max(0, rows.length - room);
	// In a list that is chosen from, the scroll is the line that is chosen.
	const first = Math.max(0, Math.min(overlay === 'views' ? scroll - Math.floor(room / 2) : scroll, furthest));
	const words = `${first + 1} to ${Math.min(rows.length, first + room)} of ${rows.length}`;
	const title = titleRule({
		title: page.title(shell),
		focused: true,
		words: rows.length > room ? [atEnd({text: words, role: 'dim'}, size.columns, 1)] : [],
		width: size.columns,
		glyphs: shell.glyphs,
	});
	return [title, ...Array.from({length: room}, (_, index) => rows[first + index] ?? [])].slice(0, height);
};
