import {unicodeGlyphs} from '../canvas/glyphs.ts';
import {steadyText} from '../canvas/steady.ts';
import {textWidth} from '../canvas/widths.ts';
import {type Finding, warning, well} from './finding.ts';

/** A terminal that can be asked something. It is as it was when the answer is there. */
export type AskedTerminal = {
	/** Writes the question, and resolves with what was heard once that is whole; null: it was not so in time. */
	readonly ask: (question: string, isWhole: (heard: string) => boolean, signal: AbortSignal) => Promise<string | null>;
};

/** What is measured, by its kind. As it is drawn: joined emoji are reduced to one, since terminals do not agree on them. */
export const signs: Readonly<Record<string, readonly string[]>> = {
	'CJK characters': ['漢', 'ひ', '한'],
	emoji: ['🎬', '❤️', '👨‍👩‍👧', '🇨🇿'].map(steadyText),
	'frames and bars': [
		...unicodeGlyphs.heights.slice(1),
		...unicodeGlyphs.ways,
		unicodeGlyphs.playing,
		unicodeGlyphs.ok,
		unicodeGlyphs.bad,
		unicodeGlyphs.cut,
		unicodeGlyphs.up,
		unicodeGlyphs.box.rule,
	],
	'joined letters': ['e\u0301', 'ม่', 'مر'],
};

const all = Object.values(signs).flat();

const report = /\u001B\[\d+;(\d+)R/g;

const columnsIn = (heard: string): number[] => [...heard.matchAll(report)].map(([, column]) => Number(column));

const place = '\u001B[6n';

/** Each sign at the left margin of one line, which is empty again at the end. */
const ruler = `${all.map(sign => `\r${sign}${place}`).join('')}\r\u001B[K`;

/** What is wide otherwise than tautop counts, by kind. `columns`: where the cursor stood behind each sign. */
export const widthFindings = (columns: readonly number[]): readonly Finding[] => {
	const wide = new Map(all.map((sign, index) => [sign, (columns[index] ?? 0) - 1]));
	const odd = Object.entries(signs).flatMap(([kind, ones]) => {
		const others = ones.filter(sign => wide.get(sign) !== textWidth(sign));
		const [first] = others;
		if (first === undefined) return [];
		return [`${kind}: ${first} takes ${wide.get(first)} and should take ${textWidth(first)}`];
	});
	if (odd.length === 0) return [well('widths', `CJK, emoji, frames and bars are as wide as expected`)];
	const remedy = odd.some(line => line.startsWith('frames'))
		? 'Set the terminal to show ambiguous characters one cell wide, or set dashboard.ascii: true.'
		: 'Another terminal or a newer tmux may do better; rows with such characters are shifted.';
	return [warning('widths', odd.join('; '), remedy)];
};

const unasked = warning(
	'widths',
	'The terminal does not answer, so widths could not be measured.',
	'If the screen looks right, there is nothing to do.',
);

/** Measures how wide signs are where they are shown. The first question finds out whether there is an answer at all. */
export const measureWidths = async (terminal: AskedTerminal, signal: AbortSignal): Promise<readonly Finding[]> => {
	const first = await terminal.ask(place, heard => columnsIn(heard).length > 0, signal);
	// A prompt that was cut off may stand in the line: nothing of it is written over.
	if (first === null) return [unasked];
	if (columnsIn(first)[0] !== 1) return [];
	const heard = await terminal.ask(ruler, text => columnsIn(text).length >= all.length, signal);
	return heard === null ? [unasked] : widthFindings(columnsIn(heard));
};
