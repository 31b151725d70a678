import {formatHours, plural} from '../../canvas/format.ts';
import type {Row} from '../../canvas/row.ts';
import {padStart, textWidth} from '../../canvas/widths.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import {asTyped} from '../../domain/command-flags.ts';
import type {CollectionLift, Lift} from '../../domain/lift.ts';
import type {Canvas} from '../plan/scene.ts';
import {liftRole, liftText, reasonWords} from './numbers.ts';
import {sharingWords, verdictWords} from './words.ts';

/** "~×2.3 (1.2 to 4.4), by hand"; why there is none. */
const numberRow = (lift: Lift, {glyphs}: Canvas): Row => {
	if (lift.reason !== null) return [{text: `no lift: ${reasonWords[lift.reason]}`}];
	const text = `${liftText(lift, glyphs.times)}, ${lift.rotated ? 'rotated' : 'by hand'}`;
	return [{text, role: liftRole(lift)}];
};

/** Starts and hours without and with promotion, one under the other. */
const countRows = ({offStarts, onStarts, offHours, onHours, unknownHours}: Lift, {glyphs}: Canvas): readonly Row[] => {
	const starts = [offStarts, onStarts].map(count => plural(count, 'start', 'starts', glyphs));
	const hours = [offHours, onHours].map(value => formatHours(value * 3600, glyphs));
	const widest = (texts: readonly string[]): number => Math.max(...texts.map(textWidth));
	const rows = ['without ', 'with    '].map((name, index): Row => {
		const count = padStart(starts[index] ?? '', widest(starts), glyphs.cut);
		return [{text: `${name} ${count} in ${padStart(hours[index] ?? '', widest(hours), glyphs.cut)}`}];
	});
	if (unknownHours < 1) return rows;
	return [...rows, [{text: `not known for ${formatHours(unknownHours * 3600, glyphs)}`, role: 'dim'}]];
};

/** The lift of each place, where a collection was in several. */
const placeRows = ({places}: CollectionLift, {glyphs}: Canvas): readonly Row[] => {
	const named = [
		['your Home', places.home],
		[glyphs.ascii ? "friends' Home" : 'friends’ Home', places.shared],
		['Recommended', places.recommended],
	] as const;
	const known = named.filter(([, {reason}]) => reason === null);
	if (known.length < 2) return [];
	return known.map(
		([name, lift]): Row => [
			{text: `${name.padEnd(14)} `, role: 'dim'},
			{text: liftText(lift, glyphs.times), role: liftRole(lift)},
		],
	);
};

const unknownWords = 'Whether it is promoted was never recorded: tautop look notes it.';

const oneLookWords = 'The only look so far found it promoted nowhere.';

/**
 * What promoting a collection did in a year: counts, the number, what it says, and by place; in at most `height` rows. `wasLooked`:
 * somebody has looked at least once.
 */
export const liftBlock = (
	lift: CollectionLift | null,
	wasLooked: boolean,
	{width, height}: {readonly width: number; readonly height: number},
	canvas: Canvas,
): readonly Row[] => {
	const wrapped = (text: string): readonly Row[] => wrapWords(text, width).map((line): Row => [{text: line}]);
	if (!lift) return wrapped(wasLooked ? oneLookWords : asTyped(unknownWords, canvas.commandFlags)).slice(0, height);
	const words = [lift.reason === null ? verdictWords(lift) : '', sharingWords(lift)].filter(Boolean).join(', ');
	const head = [...countRows(lift, canvas), numberRow(lift, canvas), ...(words === '' ? [] : wrapped(words))];
	const places = placeRows(lift, canvas);
	const whole = head.length + places.length + 1 <= height ? [...head, [], ...places] : head;
	return whole.slice(0, height);
};
