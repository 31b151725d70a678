import {expect, test} from 'vitest';
import {slots} from '../../source/views/slots.ts';
import {fakeScene, queryFor, tell} from './scene.ts';

test('a table of rows has what their JSON has, under the same names', async () => {
	const answer = await tell(slots);
	const scene = fakeScene({query: queryFor(slots)});
	const {columns, rows} = answer.table(scene);
	const {rows: records} = answer.json(scene);
	const tabled = rows.map(cells =>
		Object.fromEntries(
			columns.flatMap((id, place) => (id === 'words' || id === 'text' ? [] : [[id, cells[place] ?? null]])),
		),
	);
	expect(tabled).toEqual(records);
	expect(tabled[0]).toEqual({
		rows: '1',
		collections: 3,
		hours_on: 1200,
		starts_per_day: 1.22,
		lift: 1.6847,
		low: 1.1792,
		high: 2.4425,
		verdict: 'more',
		reason: null,
		on_starts: 61,
		off_starts: 58,
		other_on_starts: 400,
		other_off_starts: 640,
		expected_on: 45.5,
		expected_off: 73.5,
		rotated: true,
	});
});
