import {expect, test} from 'vitest';
import {textWidth} from '../../source/canvas/widths.ts';
import {bindings} from '../../source/ui/keys/bindings.ts';
import {layoutOf, pagePlace} from '../../source/ui/layout.ts';
import {chanceFrom} from './random.ts';
import {randomWorld} from './random-world.ts';
import {setStage} from './stage.ts';

const keys = bindings.flatMap(binding => binding.keys);
const [firstKey = 'j', ...otherKeys] = keys;

/** Lines that are not exactly as wide as the screen or say nonsense, and screens that are not exactly as high. */
const mistakes = (text: string, columns: number, rows: number): string[] => {
	const lines = text.split('\n');
	const wrong = lines.filter(line => textWidth(line) !== columns).map(line => `${textWidth(line)} cells: ${line}`);
	const nonsense = lines.filter(line => /undefined|NaN|Infinity|Invalid/.test(line));
	return [...(lines.length === rows ? [] : [`${lines.length} lines`]), ...wrong, ...nonsense];
};

test.each(Array.from({length: 40}, (_, seed) => seed))(
	'any data at any size under any keys fits exactly (seed %i)',
	async seed => {
		const chance = chanceFrom(seed);
		const size = () => ({
			columns: 1 + chance.below(chance.pick([60, 130, 230])),
			rows: 1 + chance.below(chance.pick([12, 45, 70])),
		});
		let {columns, rows} = size();
		const stage = await setStage({columns, rows, ascii: chance.below(3) === 0, sources: randomWorld(chance)});
		for (let turn = 0; turn < 25; turn += 1) {
			expect(mistakes(stage.text(), columns, rows)).toEqual([]);
			if (turn % 5 === 4) {
				({columns, rows} = size());
				stage.dashboard.resize({columns, rows});
			} else if (turn % 7 === 6) await stage.clock.pass(chance.below(90));
			else await stage.press(chance.pick([firstKey, ...otherKeys]));
		}
	},
);

test.each([
	[1, 1],
	[500, 200],
	[500, 1],
	[1, 200],
	[39, 9],
	[79, 23],
])('%i x %i does not throw and fits', async (columns, rows) => {
	const stage = await setStage({columns, rows, sources: {}});
	expect(mistakes(stage.text(), columns, rows)).toEqual([]);
});

test('at every size the bands fill the screen, and the focused pane is on it', () => {
	for (let columns = 1; columns < 240; columns += 7) {
		for (let rows = 3; rows < 90; rows += 1) {
			for (const focus of [0, 1, 2, 3, 4, 5]) {
				for (const zoomed of [true, false]) {
					const {bands, footer} = layoutOf({columns, rows}, focus, zoomed);
					const height = bands.reduce((sum, band) => sum + band.height, 1 + (footer === 'row' ? 1 : 0));
					const widths = bands
						.filter(({slots}) => slots.length > 0)
						.map(({slots, gap}) => slots.reduce((sum, {width}) => sum + width, gap * (slots.length - 1)));
					expect([height, ...new Set(widths)]).toEqual([rows, columns]);
					expect(bands.some(({slots}) => slots.some(({place}) => place === (zoomed ? pagePlace : focus)))).toBe(true);
				}
			}
		}
	}
});
