import {fitRow, type Row} from '../../canvas/row.ts';
import {padEnd} from '../../canvas/widths.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import type {Action} from '../../domain/actions.ts';
import {folded} from '../../domain/text/folded.ts';
import {findView} from '../../views/index.ts';
import type {View} from '../../views/plan/view.ts';
import {sentence} from '../../views/plan/words.ts';
import {commonLines, type HelpLine, isTakenBy, lineKeys, lineMatches, paneLines} from '../keys/help-lines.ts';
import type {Shell} from '../shell.ts';
import {focusedView} from '../state.ts';
import {namedViews} from './view-list.ts';

type Group = {readonly title: string; readonly lines: readonly HelpLine[]};

/** What can be chosen: keys, or a view that answers what is typed. */
type Choice = HelpLine | View;

const isView = (choice: Choice): choice is View => 'summary' in choice;

const keyCells = 13;
/** Narrower, the columns stand one under the other. */
const twoColumns = 72;

const viewOf = ({state}: Shell): View | null => findView(focusedView(state)) ?? null;

const typedText = ({state}: Shell): string => state.typing?.text ?? '';

/** What is for this pane, what is for all, and what is for others; only what matches the text that is typed. */
const groupsOf = (shell: Shell): readonly [Group, Group, Group] => {
	const view = viewOf(shell);
	const matching = paneLines.filter(line => matches(line, shell));
	const isHere = (line: HelpLine): boolean => view === null || isTakenBy(line, view);
	return [
		{title: 'this pane', lines: matching.filter(isHere)},
		{title: 'everywhere', lines: commonLines.filter(line => matches(line, shell))},
		{title: 'in other panes', lines: matching.filter(line => !isHere(line))},
	];
};

const matches = (line: HelpLine, shell: Shell): boolean =>
	lineMatches(line, lineKeys(line, shell.bindings, shell.glyphs), typedText(shell));

/** A word of which fewer signs are typed may be anything. */
const fewestSigns = 3;

/** The views that answer what is typed. */
const viewsOf = (shell: Shell): readonly View[] => {
	const typed = typedText(shell).trim();
	return typed.length < fewestSigns ? [] : namedViews(typed);
};

/** What can be chosen, in its order. */
export const helpChoices = (shell: Shell): readonly Choice[] => [
	...groupsOf(shell).flatMap(({lines}) => lines),
	...viewsOf(shell),
];

const choiceOf = (shell: Shell): Choice | undefined => {
	const choices = helpChoices(shell);
	return choices[Math.min(shell.state.scroll, choices.length - 1)];
};

/** What Enter runs, or the view that it opens; null: nothing is called so. */
export const chosenHelp = (shell: Shell): Action | View | null => {
	const choice = choiceOf(shell);
	if (!choice || isView(choice)) return choice ?? null;
	const asked = folded(typedText(shell).trim());
	// Of two that share a line, the one that is named.
	return choice.actions.find(action => asked !== '' && action.includes(asked)) ?? choice.actions[0];
};

const entryRow = (line: HelpLine, isChosen: boolean, {bindings, glyphs}: Shell, width: number): Row =>
	fitRow(
		[
			{text: isChosen ? glyphs.selected : ' ', role: 'accent'},
			{text: padEnd(lineKeys(line, bindings, glyphs), keyCells, glyphs.cut), role: 'bold'},
			{text: ` ${line.words}`, role: isChosen ? 'bold' : 'plain'},
		],
		width,
		glyphs.cut,
	);

const columnRows = ({title, lines}: Group, chosen: Choice | undefined, shell: Shell, width: number): readonly Row[] =>
	lines.length === 0
		? []
		: [
				fitRow([{text: ` ${title}`, role: 'dim'}], width, shell.glyphs.cut),
				...lines.map(line => entryRow(line, line === chosen, shell, width)),
			];

const viewRows = (chosen: Choice | undefined, shell: Shell, width: number): readonly Row[] => {
	const {glyphs} = shell;
	const found = viewsOf(shell);
	if (found.length === 0) return [];
	return [
		[],
		fitRow([{text: ' views', role: 'dim'}], width, glyphs.cut),
		...found.map(view =>
			fitRow(
				[
					{text: view === chosen ? glyphs.selected : ' ', role: 'accent'},
					{text: padEnd(view.name, keyCells, glyphs.cut), role: 'bold'},
					{text: ` ${view.summary}`, role: view === chosen ? 'bold' : 'plain'},
				],
				width,
				glyphs.cut,
			),
		),
	];
};

const beside = (one: readonly Row[], two: readonly Row[], width: number): readonly Row[] =>
	Array.from(
		{length: Math.max(one.length, two.length)},
		(_, index): Row => [...fitRow(one[index] ?? [], width), ...(two[index] ?? [])],
	);

/** How the numbers of the view with the focus are meant, and the marks that stand everywhere. */
const readingRows = (shell: Shell, width: number): readonly Row[] => {
	const {glyphs} = shell;
	const view = viewOf(shell);
	if (!view) return [];
	const marks = [
		`${glyphs.sorted} ${glyphs.sortedUp} sorted down, up`,
		`${glyphs.up} ${glyphs.down} rank since 7 days ago`,
		`${glyphs.home} on Home`,
		'? not known',
		`${glyphs.none} none`,
		`${glyphs.cut} cut`,
	];
	const asked = folded(typedText(shell).trim());
	const texts = [sentence(`${view.title}: ${view.summary}`), view.help, sentence(`Marks: ${marks.join(', ')}`)];
	const found = texts.filter(text => text !== '' && folded(text).includes(asked));
	if (found.length === 0) return [];
	return [
		[],
		fitRow([{text: ' reading it', role: 'dim'}], width, glyphs.cut),
		...found.flatMap(text => wrapWords(text, Math.max(8, width - 3))).map((text): Row => [{text: ` ${text}`}]),
	];
};

/** The table of keys as it is really bound, what this pane does with them first; below that how to read the pane. */
export const helpRows = (shell: Shell): readonly Row[] => {
	const {columns} = shell.state.size;
	const chosen = choiceOf(shell);
	const width = columns < twoColumns ? columns : Math.floor(columns / 2);
	const reading = readingRows(shell, width);
	if (!chosen && reading.length === 0) return [[], [{text: '    Nothing is called that.'}]];
	const [here = [], common = [], others = []] = groupsOf(shell).map(group => columnRows(group, chosen, shell, width));
	const below = others.length === 0 ? [] : [[], ...others];
	const named = viewRows(chosen, shell, columns);
	if (columns < twoColumns) return [...here, ...reading, [], ...common, ...below, ...named];
	return [...beside([...here, ...reading, ...below], common, width), ...named];
};

/** The row that the chosen line stands in. */
export const helpRowOf = (rows: readonly Row[], {glyphs}: Shell): number =>
	Math.max(
		0,
		rows.findIndex(row => row.some(({text, role}) => role === 'accent' && text === glyphs.selected)),
	);
