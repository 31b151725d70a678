import type {Row} from '../../canvas/row.ts';
import {joinWhole, textWidth, truncate} from '../../canvas/widths.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import type {Session} from '../../domain/session.ts';
import {blank, left} from '../plan/cells.ts';
import {playerName} from '../plan/player-name.ts';
import type {Canvas} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {causeWords} from '../streams/why.ts';
import {widths} from './columns.ts';
import {
	collectionsFact,
	type NamedFact,
	pictureFact,
	progressFact,
	shortPicture,
	soundFact,
	stallFact,
	streamFacts,
	titleFact,
} from './facts.ts';
import type {StreamNotes} from './notes.ts';

/** Cells that reasons leave to the rest of a line. */
const mostWhy = 40;

/** The selected stream in one line: what no column of this width tells. */
export const shortDetail = (session: Session, notes: StreamNotes, canvas: Canvas): Row => {
	const {glyphs, names, width} = canvas;
	const why = joinWhole(causeWords(session, glyphs.arrow), ', ', mostWhy);
	const stall = stallFact(session, notes, canvas);
	const hasReasons = width >= widths.why;
	if (width < widths.bar) {
		const words = joinWhole([why, shortPicture(session, glyphs.arrow), stall], '   ', width - 7);
		const name = why === '' ? 'is' : 'why';
		return [blank(1), {text: `${name}  ${truncate(words, width - name.length - 4, glyphs.cut)}`, role: 'dim'}];
	}
	const words = hasReasons
		? [
				shortPicture(session, glyphs.arrow),
				soundFact(session, glyphs.arrow),
				stall,
				collectionsFact(notes),
				progressFact(session),
			]
		: [why, shortPicture(session, glyphs.arrow), playerName(session.player, names), stall, collectionsFact(notes)];
	return [blank(4), {text: truncate(joinWhole(words, '   ', width - 5), width - 5, glyphs.cut), role: 'dim'}];
};

/** The same in some lines of `width` cells, where it stands beside the strip. */
export const sideDetail = (session: Session, notes: StreamNotes, width: number, canvas: Canvas): readonly Row[] => {
	const {glyphs, names} = canvas;
	const {arrow} = glyphs;
	const who = personName(session.user, names);
	const title = truncate(titleFact(session), Math.max(8, width - textWidth(who) - 2), glyphs.cut);
	const used = textWidth(who) + 2 + textWidth(title) + 3;
	const player = truncate(playerName(session.player, names), Math.max(0, width - used), glyphs.cut);
	const stall = stallFact(session, notes, canvas);
	const first: Row = [{text: who, role: 'bold'}, {text: `  ${title}`}, {text: `   ${player}`, role: 'dim'}];
	const lines = [
		pictureFact(session, arrow),
		soundFact(session, arrow),
		stall,
		collectionsFact(notes),
		progressFact(session),
		[session.product, session.platform, session.libraryName].filter(Boolean).join(', '),
	].filter(Boolean);
	const warns = (text: string): boolean => text === stall && session.state === 'buffering';
	return [
		first,
		...lines.map((text): Row => [{text: truncate(text, width, glyphs.cut), role: warns(text) ? 'bad' : 'dim'}]),
	];
};

/** Cells before a fact, and of its name. */
const factIndent = 4;
const factName = 11;

/** Words in as few lines as they fit in, three cells apart; one that is too long alone is broken between its own words. */
const fitting = (words: readonly string[], room: number): readonly string[] => {
	const lines: string[] = [];
	for (const word of words.flatMap(each => (textWidth(each) > room ? wrapWords(each, Math.max(8, room)) : [each]))) {
		const longer = `${lines.at(-1) ?? ''}   ${word}`;
		if (lines.length > 0 && textWidth(longer) <= room) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
};

const fact = (name: string, words: readonly string[], canvas: Canvas): Row[] => {
	const [indent, cells] = canvas.width < 60 ? [1, 9] : [factIndent, factName];
	const lines = fitting(words, canvas.width - indent - cells);
	return lines.map(
		(text, line): Row => [blank(indent), left(line === 0 ? name : '', cells, canvas.glyphs, 'dim'), {text}],
	);
};

/** Facts with their names, each in as many rows as it needs. */
const factRows = (facts: readonly NamedFact[], canvas: Canvas): readonly Row[] =>
	facts.flatMap(([name, words]) => fact(name, words, canvas));

/** A stream with all that is known of it and some facts more: one fact a row. */
export const fullDetail = (
	session: Session,
	notes: StreamNotes,
	canvas: Canvas,
	more: readonly NamedFact[],
): readonly Row[] => [
	[blank(canvas.width < 60 ? 1 : factIndent), {text: titleFact(session), role: 'bold'}],
	...factRows([...streamFacts(session, notes, canvas, canvas.glyphs.arrow), ...more], canvas),
];
