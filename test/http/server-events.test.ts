import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createEventReader, EventTooLong} from '../../source/http/server-events.ts';

const recorded =
	'event: ping\ndata: {}\n\n: a comment\nid: 7\nevent:playing\r\ndata: {"a":\r\ndata: 1}\r\n\r\ndata:x\r\revent: nothing\n\n';

const events = [
	{type: 'ping', data: '{}'},
	{type: 'playing', data: '{"a":\n1}'},
	{type: 'message', data: 'x'},
];

test('reads every spelling of a line end, and passes over comments and other fields', () => {
	expect(createEventReader(1000)(recorded)).toEqual(events);
});

test('however the text is cut, the events are the same', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(recorded.length), {maxLength: 8}), cuts => {
			const read = createEventReader(1000);
			const ends = [...cuts.toSorted((one, two) => one - two), recorded.length];
			const pieces = ends.map((end, index) => recorded.slice(ends[index - 1] ?? 0, end));
			expect(pieces.flatMap(read)).toEqual(events);
		}),
	);
});

test.each([
	['a line without an end', 'x'],
	['lines of data without an end', 'data: y\n'],
	['empty lines of data', 'data:\n'],
])('%s is given up', (_, piece) => {
	const read = createEventReader(1000);
	expect(() => {
		for (let count = 0; count < 2000; count++) read(piece);
	}).toThrow(EventTooLong);
});

test('comments and empty lines may go on for ever', () => {
	const read = createEventReader(1000);
	for (let count = 0; count < 2000; count++) expect(read(':\n\n')).toEqual([]);
});
