import {formatWhen} from '../draw/clock.ts';
import {fitRow, type Row} from '../draw/row.ts';
import {wrapWords} from '../draw/wrap.ts';
import {blank, left} from './components/cells.ts';
import {troubleOf} from './components/reading.ts';
import {atEnd, titleRule} from './frames/title-rule.ts';
import type {Binding} from './keys/bindings.ts';
import {keyLabel} from './keys/labels.ts';
import {paneIds, paneOf} from './panes/index.ts';
import {retryWords} from './trouble-words.ts';
import {readingOf, type View} from './view.ts';

const helpRow = ({keys, help}: Binding, {glyphs}: View): Row => [
	blank(1),
	left(keys.map(key => keyLabel(key, glyphs)).join(' '), 15, glyphs, 'accent'),
	{text: help},
];

/** The table of keys as it is really bound; in two columns where there is room. */
const helpRows = (view: View): readonly Row[] => {
	const {columns, rows} = view.state.size;
	const lines = view.bindings.map(binding => helpRow(binding, view));
	if (columns < 100 || lines.length <= rows - 3) return lines;
	const half = Math.ceil(lines.length / 2);
	const width = Math.floor(columns / 2);
	return lines
		.slice(0, half)
		.map((row, index) => [...fitRow(row, width - 1, view.glyphs.cut), ...(lines[half + index] ?? [])]);
};

const bullet = (title: string, lines: readonly string[], {state}: View): readonly Row[] => [
	[blank(1), {text: title, role: 'bold'}],
	...lines
		.filter(line => line !== '')
		.flatMap(line => wrapWords(line, Math.max(8, state.size.columns - 4)))
		.map((line): Row => [blank(3), {text: line}]),
	[],
];

/** What is wrong, pane by pane, with what to do about it; then what the last run could not read, then warnings. */
const troubleRows = (view: View): readonly Row[] => {
	const {state, readings, now, zone} = view;
	const {collecting, settings} = state;
	const panes = paneIds.flatMap(id => {
		const trouble = troubleOf(readingOf(readings, id));
		if (!trouble) return [];
		const {error, since} = trouble;
		const when = `since ${formatWhen(since, now, zone)}   ${trouble.retryAt === null ? 'not asked again until r' : retryWords(trouble, now)}`;
		return bullet(paneOf(id).title, [error.message, error.hint ?? '', when], view);
	});
	const failed = collecting.state === 'ended' ? collecting.summary.failed : [];
	const run =
		failed.length === 0
			? []
			: bullet(
					'Could not be collected',
					failed.map(({collection, reason}) => `${collection}: ${reason}`),
					view,
				);
	const warnings = [
		...(collecting.state === 'ended' ? collecting.summary.warnings : []),
		...(settings?.warnings ?? []),
	];
	const all = [...panes, ...run, ...(warnings.length === 0 ? [] : bullet('Warnings', warnings, view))];
	return all.length === 0 ? [[], [blank(1), {text: 'All is well: both servers answer.'}]] : [[], ...all];
};

/** The page that lies over the panes, exactly `height` rows. */
export const page = (view: View, height: number): readonly Row[] => {
	const {size, page: name, scroll} = view.state;
	const rows = name === 'help' ? helpRows(view) : troubleRows(view);
	const room = Math.max(0, height - 1);
	const first = Math.max(0, Math.min(scroll, rows.length - room));
	const title = titleRule({
		title: name === 'help' ? 'Keys' : 'Details',
		focused: true,
		words:
			rows.length > room
				? [
						atEnd(
							{text: `${first + 1} to ${Math.min(rows.length, first + room)} of ${rows.length}`, role: 'dim'},
							size.columns,
							1,
						),
					]
				: [],
		width: size.columns,
		glyphs: view.glyphs,
	});
	return [title, ...Array.from({length: room}, (_, index) => rows[first + index] ?? [])].slice(0, height);
};
