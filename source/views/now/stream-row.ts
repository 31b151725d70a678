import {shareBar} from '../../canvas/bars.ts';
import {formatClock} from '../../canvas/clock.ts';
import {formatMegabits} from '../../canvas/format.ts';
import {fitRow, type Row} from '../../canvas/row.ts';
import {joinWhole, textWidth} from '../../canvas/widths.ts';
import type {Session} from '../../domain/session.ts';
import {blank, cursor, left, right} from '../plan/cells.ts';
import {playerName} from '../plan/player-name.ts';
import type {Canvas} from '../plan/scene.ts';
import {personName} from '../plan/words.ts';
import {causeWords, soundWords} from '../streams/why.ts';
import {type Columns, columnsFor, type Needs, type RightName, widths} from './columns.ts';
import type {StreamNotes} from './notes.ts';
import {smallRow} from './small-row.ts';
import {endsWords, howRow, pictureWords, stateMark, titleWords, wholeTitle, zoneOf} from './words.ts';

const rate = ({bandwidthKbps}: Session, {glyphs}: Canvas): string =>
	bandwidthKbps === null ? glyphs.none : formatMegabits(bandwidthKbps);

/** How far it has come, 0 to 1. */
const share = ({viewOffsetMs, durationMs, progressPercent}: Session): number =>
	viewOffsetMs !== null && durationMs !== null && durationMs > 0
		? viewOffsetMs / durationMs
		: (progressPercent ?? 0) / 100;

/** What each column says of a stream. */
const told: Readonly<
	Record<Exclude<RightName, 'how' | 'why'>, (session: Session, notes: StreamNotes, canvas: Canvas) => string>
> = {
	on: ({player}, _, {names}) => playerName(player, names),
	picture: (session, _, {glyphs}) => pictureWords(session, glyphs),
	sound: (session, _, {glyphs}) => soundWords(session, glyphs.arrow),
	product: ({product}) => product,
	library: ({libraryName}) => libraryName,
	started: (_, {seen}, canvas) => (seen ? formatClock(seen.firstSeen, zoneOf(canvas)) : canvas.glyphs.none),
	network: ({location}) => location.toUpperCase(),
	rate: (session, _, canvas) => rate(session, canvas),
	ends: (session, {endsAt}, canvas) => endsWords(session, endsAt, canvas),
};

const rightCells = (session: Session, notes: StreamNotes, {right: columns}: Columns, canvas: Canvas): Row =>
	columns.flatMap(({name, width, before, isRight}): Row => {
		if (name === 'how') return [blank(before), ...howRow(session, width, canvas.glyphs)];
		const text =
			name === 'why'
				? joinWhole(causeWords(session, canvas.glyphs.arrow), ', ', width)
				: told[name](session, notes, canvas);
		const isDim = name === 'ends' ? session.state === 'paused' : name === 'started' || name === 'library';
		return [blank(before), (isRight ? right : left)(text, width, canvas.glyphs, isDim ? 'dim' : 'plain')];
	});

/** Cells that the longest texts of these streams would take. */
export const needsOf = (sessions: readonly Session[], {names, glyphs}: Pick<Canvas, 'names' | 'glyphs'>): Needs => ({
	user: Math.max(0, ...sessions.map(({user}) => textWidth(personName(user, names)))),
	title: Math.max(0, ...sessions.map(session => textWidth(wholeTitle(session)))),
	why: Math.max(0, ...sessions.map(session => textWidth(causeWords(session, glyphs.arrow).join(', ')))),
	on: Math.max(0, ...sessions.map(({player}) => textWidth(playerName(player, names)))),
});

/** One stream, in the columns of this width. */
export const streamRow = (session: Session, notes: StreamNotes, isHere: boolean, needs: Needs, canvas: Canvas): Row => {
	const {glyphs, width} = canvas;
	if (width < widths.bar) return smallRow(session, notes.endsAt, isHere, canvas);
	const columns = columnsFor(width, needs);
	const role = isHere ? 'bold' : 'plain';
	return fitRow(
		[
			cursor(isHere, glyphs),
			blank(1),
			stateMark(session, glyphs),
			blank(1),
			left(personName(session.user, canvas.names), columns.user, glyphs, role),
			blank(1),
			left(titleWords(session, columns.title, glyphs), columns.title, glyphs, role),
			blank(1),
			...shareBar(share(session), columns.bar, glyphs),
			blank(columns.slack),
			...rightCells(session, notes, columns, canvas),
			blank(1),
		],
		width,
		glyphs.cut,
	);
};
