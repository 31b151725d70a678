import type {Row} from '../../canvas/row.ts';
import {roleOfWay} from '../../canvas/ways.ts';
import type {Session} from '../../domain/session.ts';
import {blank, cursor, left, right} from '../plan/cells.ts';
import type {Canvas} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {endsWords, howLetter, howName, howRow, isSlow, stateMark, titleWords} from './words.ts';

/** Cells of the user, of how, and blanks behind the row; the title has the rest. */
type Small = {readonly user: number; readonly how: number; readonly end: number};

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Under so many cells how is a letter, and under so many one word. */
const [letter, word] = [36, 40];

const smallFor = (width: number): Small => {
	if (width < letter) return {user: clamp(Math.floor(width / 5), 3, 8), how: 1, end: 0};
	if (width < word) return {user: 6, how: 9, end: 0};
	return {user: clamp(Math.floor(width / 7), 5, 12), how: 14, end: 1};
};

const howCells = (session: Session, how: number, {glyphs}: Canvas): Row => {
	const warns = session.state === 'buffering' || isSlow(session);
	if (how === 1) {
		return [{text: howLetter(session), role: warns ? 'bad' : roleOfWay(session.transcodeDecision)}];
	}
	return howRow(session, how, glyphs, how < 14 ? howName(session).replace('direct ', '') : howName(session));
};

/** One stream where there is no room for a bar: who, what, how, until when. */
export const smallRow = (session: Session, endsAt: number | null, isHere: boolean, canvas: Canvas): Row => {
	const {glyphs, width} = canvas;
	const {user, how, end} = smallFor(width);
	const ends = 6;
	const role = isHere ? 'bold' : 'plain';
	const title = Math.max(1, width - user - how - ends - end - 6);
	return [
		cursor(isHere, glyphs),
		stateMark(session, glyphs),
		blank(1),
		left(personName(session.user, canvas.names), user, glyphs, role),
		blank(1),
		left(titleWords(session, title, glyphs), title, glyphs, role),
		blank(1),
		...howCells(session, how, canvas),
		blank(1),
		right(endsWords(session, endsAt, canvas), ends, glyphs, session.state === 'paused' ? 'dim' : 'plain'),
		blank(end),
	];
};
