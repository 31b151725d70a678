import {fitRow, type Row, rowWidth, type Span} from '../../canvas/row.ts';
import type {Frame, Pane} from '../components/pane.ts';
import type {Reading} from '../components/reading.ts';
import type {Slot} from '../layout.ts';
import {troubleWords} from '../trouble-words.ts';

/** A pane as one line: `─ 2 Hours ── ▁▁▂▇ ── most 21 ─`. */
export const lineOf = <Data>(pane: Pane<Data>, reading: Reading<Data>, slot: Slot, frame: Frame): Row => {
	const {glyphs} = frame;
	const short = frame.windowClass === 'small' || frame.windowClass === 'tiny';
	const tiny = frame.windowClass === 'tiny';
	const title = tiny ? pane.short : `${pane.digit} ${short ? pane.short : pane.title}`;
	const brief = reading.state === 'ready' ? pane.brief(reading.data, frame) : null;
	const trouble = reading.state === 'failed' ? reading.trouble : null;
	const words = trouble ? troubleWords(trouble.error) : brief ? '' : 'waiting';
	const body: Row = brief?.body ?? [{text: words, role: trouble ? 'bad' : 'dim'}];
	const [line, role] = frame.focused
		? ([glyphs.box.heavyRule, 'accent'] as const)
		: ([glyphs.box.rule, 'dim'] as const);
	// The brackets of the focus stand where the blanks of the others do.
	const gap: Span = {text: tiny ? ' ' : `${frame.focused ? '' : ' '}${line}${line} `, role};
	const head: Row = frame.focused
		? [{text: line, role}, {text: `[${title}]`, role: 'title'}, gap]
		: [{text: line, role}, {text: ` ${title}`}, gap];
	const note: Row =
		brief && brief.note !== '' ? [{text: ' '}, {text: brief.note, role: 'dim'}, {text: ` ${line}`, role}] : [];
	const free = slot.width - rowWidth(head) - rowWidth(body) - 1;
	if (free < 1)
		return fitRow([...head, ...fitRow(body, Math.max(0, free + rowWidth(body)), glyphs.cut)], slot.width, glyphs.cut);
	const end = free > rowWidth(note) ? note : [];
	return fitRow(
		[...head, ...body, {text: ` ${line.repeat(free - rowWidth(end))}`, role}, ...end],
		slot.width,
		glyphs.cut,
	);
};
