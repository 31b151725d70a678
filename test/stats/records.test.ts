import {expect, test} from 'vitest';
import {beatenAt, beatenBy} from '../../source/stats/records.ts';

const record = {count: 7, at: 100, before: {count: 5, at: 50}};

test('only more than ever before beats a record, which then is the one before', () => {
	expect(beatenBy(8, record)).toEqual({count: 7, at: 100});
	expect(beatenBy(7, record)).toBeNull();
	expect(beatenBy(null, record)).toBeNull();
	expect(beatenBy(8, null)).toBeNull();
});

test('a moment of the past is a record where it is the one that beat all days before it', () => {
	expect(beatenAt({count: 7, at: 100}, record)).toEqual({count: 5, at: 50});
	expect(beatenAt({count: 7, at: 200}, record)).toBeNull();
	expect(beatenAt({count: 7, at: 100}, {...record, before: null})).toBeNull();
	expect(beatenAt(null, record)).toBeNull();
	expect(beatenAt({count: 7, at: 100}, null)).toBeNull();
});
