import {fitRow, type Row, rowWidth, type Span} from '../../canvas/row.ts';
import type {Canvas} from '../../views/plan/scene.ts';
import type {Line, Telling} from '../../views/plan/view.ts';
import type {Reading} from '../feeds/reading.ts';
import type {Instance} from '../instances.ts';
import type {Slot, WindowClass} from '../layout.ts';
import {troubleWords} from '../trouble-words.ts';

const lineOf = (reading: Reading<Telling>, canvas: Canvas): Line => {
	if (reading.state === 'ready') return reading.data.line(canvas);
	const trouble = reading.state === 'failed' ? reading.trouble : null;
	const words = trouble ? troubleWords(trouble.error) : 'waiting';
	return {body: [{text: words, role: trouble ? 'bad' : 'dim'}], note: ''};
};

const titleOf = ({place, view}: Instance, windowClass: WindowClass): string => {
	if (windowClass === 'tiny') return view.short;
	return `${place + 1} ${windowClass === 'small' ? view.short : view.title}`;
};

/** A view as one line: `─ 2 Hours ── most at 21:00, fewest at 04:00 ─`. */
export const lineRow = (
	instance: Instance,
	reading: Reading<Telling>,
	slot: Slot,
	canvas: Canvas,
	windowClass: WindowClass,
): Row => {
	const {glyphs} = canvas;
	const title = titleOf(instance, windowClass);
	const tiny = windowClass === 'tiny';
	const {body, note} = lineOf(reading, canvas);
	const [line, role] = canvas.focused
		? ([glyphs.box.heavyRule, 'accent'] as const)
		: ([glyphs.box.rule, 'dim'] as const);
	// The brackets of the focus stand where the blanks of the others do.
	const gap: Span = {text: tiny ? ' ' : `${canvas.focused ? '' : ' '}${line}${line} `, role};
	const head: Row = canvas.focused
		? [{text: line, role}, {text: `[${title}]`, role: 'title'}, gap]
		: [{text: line, role}, {text: ` ${title}`}, gap];
	const aside: Row = note === '' ? [] : [{text: ' '}, {text: note, role: 'dim'}, {text: ` ${line}`, role}];
	const free = slot.width - rowWidth(head) - rowWidth(body) - 1;
	if (free < 1) {
		const cut = fitRow(body, Math.max(0, free + rowWidth(body)), glyphs.cut);
		return fitRow([...head, ...cut], slot.width, glyphs.cut);
	}
	const end = free > rowWidth(aside) ? aside : [];
	return fitRow(
		[...head, ...body, {text: ` ${line.repeat(free - rowWidth(end))}`, role}, ...end],
		slot.width,
		glyphs.cut,
	);
};
