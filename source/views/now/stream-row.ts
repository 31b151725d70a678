import {progressBar} from '../../canvas/bars.ts';
import {formatMegabits} from '../../canvas/format.ts';
import type {Row, Span} from '../../canvas/row.ts';
import type {Session} from '../../domain/session.ts';
import {blank, cursor, left, right} from '../plan/cells.ts';
import type {Canvas, Heading} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {endsWords, howLetter, howWords, isSlow, pictureWords, stateMark, titleWords} from './words.ts';

/** Cells of the columns; 0: there is no room for it. Titles give way first, then bars. */
type Columns = {
	readonly user: number;
	readonly title: number;
	readonly bar: number;
	readonly how: number;
	readonly on: number;
	readonly picture: number;
	readonly net: number;
	readonly rate: number;
	readonly ends: number;
};

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Longer titles give way to what else there is to say. */
const widestTitle = 40;

/** The same columns for every row of a screen of this width: nothing jumps when a stream comes. */
const columnsFor = (width: number): Columns => {
	if (width < 40) {
		const user = clamp(Math.floor(width / 5), 3, 8);
		return {user, title: Math.max(1, width - user - 11), bar: 0, how: 1, on: 0, picture: 0, net: 0, rate: 0, ends: 6};
	}
	if (width < 70) {
		const user = clamp(Math.floor(width / 7), 5, 12);
		return {user, title: Math.max(1, width - user - 27), bar: 0, how: 14, on: 0, picture: 0, net: 0, rate: 0, ends: 6};
	}
	const user = clamp(Math.round(width / 9), 8, 16);
	const bar = clamp(Math.floor(width / 11), 5, 16);
	const room = width - user - bar - 39;
	// What is left beyond a long title shows more of the stream.
	const on = room >= widestTitle + 17 ? 16 : 0;
	const picture = room >= widestTitle + 17 + 25 ? 24 : 0;
	const title = room - (on === 0 ? 0 : on + 1) - (picture === 0 ? 0 : picture + 1);
	return {user, title, bar, how: 14, on, picture, net: 3, rate: 5, ends: 6};
};

/** Where the words of the title rule stand. */
export const streamHeadings = ({width}: Canvas): readonly Heading[] => {
	const columns = columnsFor(width);
	const end = width - 1;
	if (columns.bar === 0) return [{at: end - 4, text: 'ends'}];
	const more = (columns.on === 0 ? 0 : columns.on + 1) + (columns.picture === 0 ? 0 : columns.picture + 1);
	const pictureAt = end - 16 - columns.picture - 1;
	return [
		{at: end - 31 - more, text: 'how'},
		...(columns.on === 0 ? [] : [{at: end - 16 - more, text: 'on'}]),
		...(columns.picture === 0 ? [] : [{at: pictureAt, text: 'picture'}]),
		{at: end - 16, text: 'net'},
		{at: end - 11, text: 'Mb/s'},
		{at: end - 4, text: 'ends'},
	];
};

const rate = ({bandwidthKbps}: Session, canvas: Canvas): string =>
	bandwidthKbps === null ? canvas.glyphs.none : formatMegabits(bandwidthKbps);

const share = ({progressPercent}: Session): number => (progressPercent ?? 0) / 100;

/** One stream, in the columns of this width. */
export const streamRow = (session: Session, isHere: boolean, canvas: Canvas): Row => {
	const {glyphs} = canvas;
	const columns = columnsFor(canvas.width);
	const role = isHere ? 'bold' : 'plain';
	const warns = session.state === 'buffering' || isSlow(session);
	const mark = stateMark(session, glyphs);
	const user = left(personName(session.user, canvas.names), columns.user, glyphs, role);
	const title = left(titleWords(session, columns.title, glyphs), columns.title, glyphs, role);
	const ends = right(endsWords(session, canvas), columns.ends, glyphs, session.state === 'paused' ? 'dim' : 'plain');
	if (canvas.width < 40) {
		return [
			cursor(isHere, glyphs),
			user,
			blank(1),
			title,
			blank(1),
			ends,
			blank(1),
			{text: howLetter(session), role: warns ? 'bad' : 'plain'},
		];
	}
	const how = left(howWords(session, glyphs), columns.how, glyphs, warns ? 'bad' : 'plain');
	if (columns.bar === 0) {
		return [cursor(isHere, glyphs), mark, blank(1), user, blank(1), title, blank(1), how, ends, blank(1)];
	}
	const spans: Span[] = [cursor(isHere, glyphs), blank(1), mark, blank(1), user, blank(1), title, blank(1)];
	return [
		...spans,
		...progressBar(share(session), columns.bar, glyphs),
		blank(1),
		how,
		blank(1),
		...(columns.on === 0 ? [] : [left(session.player, columns.on, glyphs), blank(1)]),
		...(columns.picture === 0 ? [] : [left(pictureWords(session, glyphs), columns.picture, glyphs, 'dim'), blank(1)]),
		left(session.location.toUpperCase(), columns.net, glyphs),
		blank(1),
		right(rate(session, canvas), columns.rate, glyphs),
		blank(1),
		ends,
		blank(1),
	];
};
