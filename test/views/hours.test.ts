import {describe, expect, test} from 'vitest';
import {asciiGlyphs} from '../../source/canvas/glyphs.ts';
import {hours} from '../../source/views/hours/index.ts';
import {planMap} from '../../source/views/hours/map-plan.ts';
import {firstOwn, moveOwn} from '../../source/views/plan/own.ts';
import type {Canvas} from '../../source/views/plan/scene.ts';
import {evening} from '../ui/world.ts';
import {fakeCanvas, fakeScene, queryFor, tell, textOf} from './scene.ts';

const drawn = async (given: Partial<Canvas>) => {
	const query = queryFor(hours, given.query);
	const answer = await tell(hours, evening, query, given.own);
	return answer.draw(fakeCanvas({...given, query}));
};

const at = (key: string): Pick<Canvas, 'own'> => ({own: {...firstOwn, selection: {key, index: 0}}});

describe('bars', () => {
	test('in a small pane: the largest and 0 at the side, the busiest hour beside them', async () => {
		expect(textOf((await drawn({width: 36, height: 4})).rows)).toEqual([
			' 299                     ▂█▆    most',
			'                      ▃▆▇███▆  21:00',
			'   0 ▅▂▂▂▁▂▃▅▆▅▄▆▇▇▇▇▇███████',
			'     0     6     12    18  23',
		]);
	});

	test('the cursor reads an hour there', async () => {
		const {rows} = await drawn({width: 36, height: 4, ...at('19')});
		expect(textOf(rows).map(line => line.slice(29).trim())).toEqual(['19:00', '190', '', '']);
	});

	test.each(['plays', 'duration', 'users'] as const)('are whole at 58 cells with %s', async measure => {
		const query = queryFor(hours, {measure});
		const own = {...firstOwn, switches: {draw: 'bars'}};
		const {rows} = await drawn({width: 58, height: 9, query, own});
		expect(textOf(rows).at(-3)).toBe('     0     3     6     9     12    15    18    21');
		expect(textOf(rows).join('')).not.toContain('…');
	});
});

describe('the week', () => {
	test('is a map with its scale and the quiet hours on the rule, two cells an hour', async () => {
		const {rows, headings, note, across, keys} = await drawn({width: 58, height: 9});
		expect([headings, note, across, keys.length]).toEqual([[{at: 20, text: 'quiet: Sun 02-05'}], '30 days', 24, 192]);
		const lines = textOf(rows);
		expect(lines.map(line => line.slice(0, 5))).toEqual(
			['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'all', '   '].map(day => ` ${day} `.padEnd(5)),
		);
		expect(lines.map(line => line.slice(53))).toEqual([
			' █ 79',
			' ▓ 39',
			' ▒ 20',
			' ░9.8',
			' ·  0',
			'',
			'',
			'  299',
			'',
		]);
		expect(lines.at(-1)).toBe('     0     3     6     9     12    15    18    21');
	});

	test('has bars with a scale below it where there are rows for them, and says most and fewest', async () => {
		const lines = textOf((await drawn({width: 66, height: 18})).rows);
		expect(lines[7]).toMatch(/^ 299 /);
		expect(lines[14]).toMatch(/^ {3}0 /);
		expect(lines.slice(15)).toEqual([
			'     0     3     6     9     12    15    18    21',
			'     most at 21:00, fewest at 04:00',
			'     TV 1\u2009455, 60 %   Movies 972, 40 %',
		]);
	});

	test('in ASCII', async () => {
		const {rows} = await drawn({width: 58, height: 9, glyphs: asciiGlyphs});
		expect(textOf(rows)[1]).toBe(' Tue ++----------++++**++++++************############ * 39');
	});

	test('its cursor reads an hour in words, and opens the plays of that weekday at that hour', async () => {
		const {rows, note} = await drawn({width: 58, height: 9, ...at('5-21')});
		expect(note).toBe('Fri 21:00  79 plays on average');
		expect(textOf(rows)[4]).toMatch(/^›Fri /);
		const answer = await tell(hours, evening);
		expect(answer.enter('5-21', fakeScene())).toEqual({
			view: 'history',
			where: {weekday: [{id: '5', name: 'Friday'}], hour: [{id: '21', name: '21:00'}]},
		});
		expect(answer.enter('21', fakeScene())).toEqual({
			view: 'history',
			where: {hour: [{id: '21', name: '21:00'}]},
		});
	});

	test('takes the room that there is', () => {
		const plan = (width: number, height: number, form: Canvas['form'] = 'page') => {
			const found = planMap({width, height, form}, 4, 3);
			return found && [found.step, found.tall, found.aside];
		};
		expect(plan(58, 8, 'pane')).toBeNull();
		expect(plan(28, 9, 'pane')).toBeNull();
		expect(plan(58, 9, 'pane')).toEqual([2, 1, 5]);
		expect(plan(66, 18, 'pane')).toEqual([2, 1, 6]);
		expect(plan(80, 20)).toEqual([3, 1, 0]);
		expect(plan(200, 57)).toEqual([7, 3, 6]);
		expect(plan(300, 77)).toEqual([12, 4, 0]);
	});
});

test('in one line: the busiest hour and the quiet ones', async () => {
	const answer = await tell(hours, evening);
	expect(textOf([answer.line(fakeCanvas({width: 50})).body])).toEqual(['most 21:00, quiet Sun 02-05']);
	expect(textOf([answer.line(fakeCanvas({width: 38})).body])).toEqual(['most 21:00']);
});

test('a step up or down out of a map leaves the cursor where it is', () => {
	const keys = Array.from({length: 9}, (_, index) => String(index));
	const from = (index: number) => ({...firstOwn, selection: {key: String(index), index}});
	const moved = (index: number, by: number) => moveOwn(from(index), by, {keys, across: 3}).selection?.key;
	expect([moved(1, -3), moved(4, -3), moved(7, 3), moved(5, 3)]).toEqual(['1', '1', '7', '8']);
	expect([moved(1, -100), moved(7, 100), moved(0, -1), moved(2, 1)]).toEqual(['0', '8', '0', '3']);
	expect(moveOwn(firstOwn, -3, {keys, across: 3}).selection).toEqual({key: '0', index: 0});
});
