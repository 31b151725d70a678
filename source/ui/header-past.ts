import {formatClock, formatWeekday} from '../canvas/clock.ts';
import {fitRow, type Row, type Span} from '../canvas/row.ts';
import {dataOf} from './feeds/reading.ts';
import {instanceAt} from './instances.ts';
import {placeWords} from './place-words.ts';
import {readingOf, type Shell, sceneOf} from './shell.ts';

/** The streams of the moment that is looked at, as the view of them tells it in a line. */
const pastCounts = (shell: Shell): Row => {
	for (const place of shell.state.places.keys()) {
		const instance = instanceAt(shell.state, place);
		if (instance?.view.pace !== 'live') continue;
		const told = dataOf(readingOf(shell.readings, instance.id));
		const line = told?.line({...sceneOf(shell, instance), width: 80, height: 1, form: 'pane', focused: false});
		if (line) return [...line.body, {text: `   ${line.note}`}];
	}
	return [];
};

/** Looking back: all of it inverse, and no clock but that moment's. */
export const pastHeader = (moment: number, shell: Shell): Row => {
	const {zone, state, glyphs} = shell;
	const when = `${formatWeekday(moment, zone)} ${formatClock(moment, zone)}${placeWords(shell)}`;
	const row = fitRow([{text: ` PAST  ${when}   `}, ...pastCounts(shell)], state.size.columns, glyphs.cut);
	return row.map(({text}): Span => ({text, role: 'inverse'}));
};
