import {expect, test} from 'vitest';
import {momentIn} from '../../source/stats/moment-in.ts';

const streams = [
	{startedAt: 0, stoppedAt: 10},
	{startedAt: 4, stoppedAt: 8},
	{startedAt: 8, stoppedAt: 20},
	{startedAt: 9, stoppedAt: 9},
];

test('the first moment with the most; one that stops then does not run any more', () => {
	expect(momentIn(streams, {from: 0, to: 20})).toEqual({at: 4, running: streams.slice(0, 2)});
	expect(momentIn(streams, {from: 6, to: 9})).toEqual({at: 6, running: streams.slice(0, 2)});
	expect(momentIn(streams, {from: 8, to: 20})).toEqual({at: 8, running: [streams[0], streams[2]]});
});

test('where nothing ran it is the beginning', () => {
	expect(momentIn(streams, {from: 20, to: 30})).toEqual({at: 20, running: []});
	expect(momentIn([], {from: 1, to: 2})).toEqual({at: 1, running: []});
});
