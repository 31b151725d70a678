import {formatWhen} from '../../canvas/clock.ts';
import {fitRow, type Row, rowWidth, type Span} from '../../canvas/row.ts';
import type {Canvas} from '../../views/plan/scene.ts';
import type {Line, Telling} from '../../views/plan/view.ts';
import type {Reading} from '../feeds/reading.ts';
import type {Instance} from '../instances.ts';
import {digitOf, type WindowClass} from '../layout.ts';
import {troubleWords} from '../trouble-words.ts';
import {faded} from './body.ts';

const lineOf = (reading: Reading<Telling>, canvas: Canvas): Line => {
	if (reading.state === 'ready') return reading.data.line(canvas);
	const trouble = reading.state === 'failed' ? reading.trouble : null;
	const words = trouble ? troubleWords(trouble.error) : 'waiting';
	return {body: [{text: words, role: trouble ? 'bad' : 'dim'}], note: ''};
};

/** What is said in a line, the most first. */
const endForms = ({body, note}: Line): readonly Row[] =>
	note === '' ? [body] : [[...body, {text: '   '}, {text: note, role: 'dim'}], body];

const titleOf = ({place, view}: Instance, windowClass: WindowClass): string =>
	`${digitOf(place)} ${windowClass === 'small' ? view.short : view.title}`.trimStart();

/** What a line is of: its title, its answer, and of when that is where it is old. */
export type Lined = {
	readonly instance: Instance;
	readonly reading: Reading<Telling>;
	readonly asOf: number | null;
	readonly windowClass: WindowClass;
};

/** A view as one line: `─ 2 Hours ────── most 21:00, quiet Tue 04-07 ─`, `─ 6 Status  Tautulli ● ── next 22:00 ─`. */
export const lineRow = ({instance, reading, asOf, windowClass}: Lined, width: number, canvas: Canvas): Row => {
	const {glyphs, focused, now, zone} = canvas;
	const title = titleOf(instance, windowClass);
	const line = focused ? glyphs.box.heavyRule : glyphs.box.rule;
	const role = focused ? 'accent' : 'dim';
	const ruled = (cells: number): Span => ({text: line.repeat(Math.max(0, cells)), role});
	// The brackets of the focus stand where the blanks of the others do.
	const name: Row = [ruled(1), focused ? {text: `[${title}]`, role: 'title'} : {text: ` ${title} `}];
	const old: Row = asOf === null ? [] : [ruled(1), {text: ` as of ${formatWhen(asOf, now, zone)} `, role: 'bold'}];
	const gap = ' '.repeat(windowClass === 'small' ? 1 : 2);
	const told = lineOf(reading, canvas);
	const {lead = []} = told;
	const end: Row = [{text: ' '}, ruled(1)];
	const beside: Row = lead.length === 0 ? [] : [{text: gap}, ...lead, {text: ' '}];
	const aged = (row: Row): Row => (asOf === null ? row : faded(row, glyphs.heights.at(-1) ?? ''));
	for (const head of old.length === 0 ? [name] : [[...name, ...old], name]) {
		const start: Row = [...head, ...aged(beside)];
		const free = width - rowWidth(start) - rowWidth(end);
		const words = endForms(told).find(row => rowWidth(row) + 1 <= free);
		if (words) return [...start, ruled(free - rowWidth(words) - 1), {text: ' '}, ...aged(words), ...end];
	}
	const room = width - rowWidth([...name, ...beside]) - rowWidth(end);
	const words = fitRow(told.body, Math.max(0, room), glyphs.cut);
	return fitRow([...name, ...aged(beside), ...aged(words), ...end], width, glyphs.cut);
};
