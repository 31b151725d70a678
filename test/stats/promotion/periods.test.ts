import {expect, test} from 'vitest';
import type {PromotionSpan} from '../../../source/domain/promotion.ts';
import {shownPeriods} from '../../../source/stats/promotion/periods.ts';

const hour = 3600;
const nowhere = {home: false, shared: false, recommended: false};

/** Hours, and whether it was on. */
const span = (from: number, to: number, isOn: boolean): PromotionSpan => ({
	from: from * hour,
	to: to * hour,
	shown: isOn ? {...nowhere, shared: true} : nowhere,
	row: null,
	source: 'look',
});

const told = (...spans: ReadonlyArray<readonly [number, number, boolean]>) =>
	shownPeriods(spans.map(each => span(...each))).map(({from, to, begins}) => [from / hour, to / hour, begins]);

test('only a known off ends a period; what is unknown in between does not', () => {
	expect(told([0, 5, false], [6, 10, true], [20, 30, true], [31, 40, false], [41, 50, true])).toEqual([
		[6, 30, true],
		[41, 50, true],
	]);
});

test('what was on at the first look, or after a long silence, may have been so for longer', () => {
	expect(told([0, 5, true])).toEqual([[0, 5, false]]);
	expect(told([0, 5, false], [53, 60, true])).toEqual([[53, 60, true]]);
	expect(told([0, 5, false], [54, 60, true])).toEqual([[54, 60, false]]);
});

test('somewhere is on', () => {
	expect(shownPeriods([{...span(0, 1, true), shown: 'somewhere'}])).toHaveLength(1);
	expect(shownPeriods([])).toEqual([]);
});
