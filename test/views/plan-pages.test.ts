import {expect, test} from 'vitest';
import {keysAround, keysHere, lastPage, pageAround} from '../../source/views/plan/pages.ts';

const at = (index: number) => pageAround({selection: {key: String(index), index}});

test('a long list is asked for around the cursor, with more than a screen on either side of it', () => {
	expect(pageAround({selection: null})).toEqual({start: 0, limit: 600});
	for (const index of [0, 199, 200, 399, 400, 12_345]) {
		const {start, limit} = at(index);
		expect(index - start).toBeGreaterThanOrEqual(start === 0 ? 0 : 200);
		expect(start + limit - index).toBeGreaterThan(200);
	}
	expect(at(399).start).toBe(0);
	expect(at(400).start).toBe(200);
});

test('the last page ends with the last row', () => {
	expect(lastPage(1000)).toEqual({start: 400, limit: 600});
	expect(lastPage(3)).toEqual({start: 0, limit: 600});
});

test('rows that are not here have keys by their place', () => {
	expect(keysAround(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
	expect(keysAround(['a', 'b'], 1, 5)).toEqual(['row 0', 'a', 'b', 'row 3', 'row 4']);
	expect(keysAround(['a', 'b'], 0, 1)).toEqual(['a', 'b']);
});

test('the keys of the rows that are here are told from the others', () => {
	expect(keysHere(keysAround(['41', '42'], 2, 6))).toEqual(['41', '42']);
	expect(keysHere(['41', '42'])).toEqual(['41', '42']);
});
