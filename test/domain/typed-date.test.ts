import {expect, test} from 'vitest';
import {typedDate} from '../../source/domain/typed-date.ts';

const today = '2026-11-26';

test.each([
	['2026-11-21', '2026-11-21'],
	['2025-3-1', '2025-03-01'],
	['21 nov', '2026-11-21'],
	['  Sat 21  NOV ', '2026-11-21'],
	['21 november 2024', '2024-11-21'],
	['nov 21', '2026-11-21'],
	['Tues, 1 sept.', '2026-09-01'],
	['saturday june 6', '2026-06-06'],
	['Nov 21, 2024', '2024-11-21'],
	['21.11.', '2026-11-21'],
	['21.11.2025', '2025-11-21'],
	// Without a year it is the last one.
	['26 nov', '2026-11-26'],
	['27 nov', '2025-11-27'],
	['29 feb', '2024-02-29'],
	['today', '2026-11-26'],
	['yesterday', '2026-11-25'],
	// The last such day, today's own name being today.
	['Tuesday', '2026-11-24'],
	['tue', '2026-11-24'],
	['sat', '2026-11-21'],
	['friday', '2026-11-20'],
	['thurs', '2026-11-26'],
	['last  thursday', '2026-11-19'],
	['last tue', '2026-11-24'],
])('%s is %s', (typed, date) => {
	expect(typedDate(typed, today)).toBe(date);
});

test.each([
	'',
	'harb',
	'31 nov',
	'2026-11-27',
	'2026-13-01',
	'the 400 blows',
	'21',
	'1917',
	'last',
	'last of us',
	'sunshine',
	'tu',
	'mondays',
	'0 nov',
	'12 angry men',
	'jungle 2',
	'juno 1',
	'marvel 4',
	'decoys 2',
	'octopus 2',
	'2 marvels',
	'monsters 21 nov',
])('%s is no day', typed => {
	expect(typedDate(typed, today)).toBeNull();
});
