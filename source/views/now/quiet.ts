import {formatWhen} from '../../canvas/clock.ts';
import {type Row, rowWidth} from '../../canvas/row.ts';
import {truncate} from '../../canvas/widths.ts';
import {shownTitle} from '../../domain/text/text.ts';
import {blank} from '../plan/cells.ts';
import type {Canvas} from '../plan/scene.ts';
import {personName, sentenceRows} from '../plan/words.ts';
import type {Ended, NowData} from './data.ts';
import {quietWords} from './past.ts';
import {zoneOf} from './words.ts';

/** Cells that a name gets in a sentence. */
export const nameCells = 12;

/** "Quiet since 18:41 (nina, Anatomy of a Storm)." */
const sinceWords = ({user, fullTitle, stoppedAt}: Ended, canvas: Canvas): string => {
	const name = truncate(personName(user, canvas.names), 2 * nameCells, canvas.glyphs.cut);
	const title = truncate(shownTitle(fullTitle), 4 * nameCells, canvas.glyphs.cut);
	const since = stoppedAt === null ? 'Quiet' : `Quiet since ${formatWhen(stoppedAt, canvas.now, zoneOf(canvas))}`;
	return ` ${since} (${name}, ${title}).`;
};

/** Nobody is watching, since when, and where to look for what was played. */
export const quietRows = ({lastPlay, past}: NowData, canvas: Canvas): readonly Row[] => {
	if (past) return sentenceRows([[{text: quietWords(past, canvas)}]], canvas);
	const text = `Nobody is watching.${lastPlay === null ? '' : sinceWords(lastPlay, canvas)}`;
	if (canvas.form === 'report') return sentenceRows([[{text}]], canvas);
	const key: Row = [
		{text: canvas.glyphs.enter, role: 'bold'},
		{text: ' history', role: 'dim'},
	];
	const whole: Row = [{text}, blank(2), ...key];
	const indent = [4, 2].find(cells => rowWidth(whole) + cells < canvas.width);
	if (indent === undefined) return sentenceRows([[{text}], key], canvas).slice(0, canvas.height);
	return [...(canvas.height > 1 ? [[]] : []), [blank(indent), ...whole]];
};
