import {expect, test} from 'vitest';
import {createZone, dateText, weekdayOf} from '../../../source/demo/world/zone.ts';

const at = (text: string): number => Date.parse(text) / 1000;

test.each([
	['UTC', '2026-03-08T06:59:59Z', '2026-03-08', 6],
	['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08', 1],
	['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08', 3],
	['America/New_York', '2026-11-01T05:59:59Z', '2026-11-01', 1],
	['America/New_York', '2026-11-01T06:00:00Z', '2026-11-01', 1],
	['America/New_York', '2026-11-01T07:00:00Z', '2026-11-01', 2],
	['Asia/Kolkata', '2026-03-07T18:30:00Z', '2026-03-08', 0],
	['Asia/Kathmandu', '2026-03-07T18:14:59Z', '2026-03-07', 23],
	['Pacific/Apia', '1970-01-01T11:00:00Z', '1970-01-01', 0],
])('%s at %s is %s, hour %i', (name, moment, date, hour) => {
	const zone = createZone(name);
	expect([dateText(zone.dayOf(at(moment))), zone.hourOf(at(moment))]).toEqual([date, hour]);
});

test('the first day was a Thursday', () => {
	expect([weekdayOf(0), weekdayOf(3)]).toEqual([4, 0]);
});
