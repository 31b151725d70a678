import {formatWhen} from '../canvas/clock.ts';
import {fitRow, type Row} from '../canvas/row.ts';
import {wrapWords} from '../canvas/wrap.ts';
import {blank, left} from './components/cells.ts';
import {type Trouble, troubleOf} from './components/reading.ts';
import {atEnd, titleRule} from './frames/title-rule.ts';
import type {Binding} from './keys/bindings.ts';
import {keyLabel} from './keys/labels.ts';
import {paneIds, paneOf} from './panes/index.ts';
import {engineWords, retryWords} from './trouble-words.ts';
import {clockOf, databaseOf, readingOf, type View} from './view.ts';

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

/** Panes with the same trouble are told together. */
const paneTroubles = (view: View): readonly Row[] => {
	const {readings, now, zone} = view;
	const troubles = new Map<string, {readonly titles: string[]; readonly trouble: Trouble}>();
	for (const id of paneIds) {
		const trouble = troubleOf(readingOf(readings, id));
		if (!trouble) continue;
		const known = troubles.get(trouble.error.message);
		if (known) known.titles.push(paneOf(id).title);
		else troubles.set(trouble.error.message, {titles: [paneOf(id).title], trouble});
	}
	return [...troubles.values()].flatMap(({titles, trouble}) => {
		const retry = trouble.retryAt === null ? 'not asked again until r' : retryWords(trouble, now);
		const when = `since ${formatWhen(trouble.since, now, zone)}   ${retry}`;
		return bullet(titles.join(', '), [trouble.error.message, trouble.error.hint ?? '', when], view);
	});
};

/** What the pings say of a server, where no pane says the same. */
const pingTroubles = (view: View): readonly Row[] => {
	const told = new Set(paneIds.map(id => troubleOf(readingOf(view.readings, id))?.error.message));
	return serverNames.flatMap(server => {
		const error = view.pings[server].ping?.health?.error;
		if (!error || told.has(error.message)) return [];
		return bullet(serverTitles[server], [error.message, error.hint ?? ''], view);
	});
};

/** The engine that is not there: what it was, and that nobody need do anything. */
const engineTrouble = (view: View): readonly Row[] => {
	const {engine} = view.state;
	if (!engine) return [];
	const when = `since ${formatWhen(engine.since, view.now, view.zone)}   ${engineWords(engine, view.now)}`;
	return bullet('The engine, which asks the servers and keeps the database', [engine.reason, engineHint, when], view);
};

const engineHint = 'What was stored is unharmed. The log says more; if it happens again, please report it.';

/** Why the database is not open, where no pane says the same. */
const databaseTrouble = (view: View): readonly Row[] => {
	const trouble = databaseOf(view)?.trouble ?? null;
	const told = paneIds.some(id => troubleOf(readingOf(view.readings, id))?.error.message === trouble?.message);
	if (trouble === null || told) return [];
	return bullet('Database', [trouble.message, trouble.hint ?? '', 'Nothing is kept until it can be opened.'], view);
};

const serverNames = ['tautulli', 'plex'] as const;
const serverTitles = {tautulli: 'Tautulli', plex: 'Plex'} as const;

const uncheckedWords = 'Certificates are not checked: whoever is between tautop and a server can read its key.';

/** What is wrong: pane by pane, server by server, what the last run could not read, then warnings and what was odd. */
const troubleRows = (view: View): readonly Row[] => {
	const {collecting, settings, odd} = view.state;
	const clock = clockOf(view);
	const failed = collecting.state === 'ended' ? collecting.summary.failed : [];
	const run = failed.map(({collection, reason}) => `${collection}: ${reason}`);
	const warnings = [
		...(settings?.unverifiedTls ? [uncheckedWords] : []),
		...(clock === null ? [] : [`The clocks differ: ${clock}.`]),
		...(collecting.state === 'ended' ? collecting.summary.warnings : []),
		...(settings?.warnings ?? []),
		...(databaseOf(view)?.warnings ?? []),
	];
	const unused = (settings?.passedOver ?? []).flatMap(({sentences}) => sentences);
	const all = [
		...engineTrouble(view),
		...paneTroubles(view),
		...pingTroubles(view),
		...databaseTrouble(view),
		...(run.length === 0 ? [] : bullet('Could not be collected', run, view)),
		...(warnings.length === 0 ? [] : bullet('Warnings', warnings, view)),
		...(unused.length === 0 ? [] : bullet('Files that configure nothing', unused, view)),
		...(odd.length === 0 ? [] : bullet('What was odd', odd, view)),
	];
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
