import {formatHours, plural} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import type {Lift} from '../../domain/lift.ts';
import type {Canvas} from '../plan/scene.ts';
import {paragraphRows, sentence} from '../plan/words.ts';
import {liftText} from './numbers.ts';
import {liftSentence, sharingWords, verdictWords} from './words.ts';

/** What promoting a collection did, on its page: counts and hours, the number, and what it says. */
export const liftRows = (lift: Lift, canvas: Canvas): readonly Row[] => {
	const {glyphs} = canvas;
	const hours = (value: number): string => formatHours(value * 3600, glyphs);
	const starts = (count: number): string => plural(count, 'start', 'starts', glyphs);
	const unknown = lift.unknownHours < 1 ? '' : `, ${hours(lift.unknownHours)} not known`;
	const counts = [
		`without ${starts(lift.offStarts)} in ${hours(lift.offHours)}`,
		`with ${starts(lift.onStarts)} in ${hours(lift.onHours)}${unknown}, a year`,
	].join('   ');
	const by = lift.rotated ? 'rotated' : 'by hand';
	const number =
		lift.reason === null ? `lift ${liftText(lift, glyphs.times)}, ${by}` : `no lift, ${liftText(lift, glyphs.times)}`;
	const words = lift.reason === null ? sentence(verdictWords(lift), sharingWords(lift)) : '';
	const isRoomy = canvas.height >= 24;
	return paragraphRows(
		[counts, isRoomy || words === '' ? number : `${number}: ${words}`, ...(isRoomy ? [words, liftSentence(lift)] : [])],
		canvas,
	);
};
