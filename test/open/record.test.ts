import {expect, test} from 'vitest';
import {AppError} from '../../source/domain/app-error.ts';
import type {StoredEvent} from '../../source/domain/events.ts';
import {createRecordWatch} from '../../source/open/record.ts';
import {fakePeaks, fullCoverage} from '../helpers/fake-plays.ts';
import {fakeSession} from '../helpers/fake-sources.ts';

/** A watch over a history with so many at once in the last month, and ever before; null: that is not known yet. */
const watching = (month: number, ever: number | null, noted: StoredEvent[] = []) => {
	const asked: unknown[] = [];
	const {seen} = createRecordWatch({
		peaks: async ({window}) => {
			const coverage = fullCoverage(1000);
			asked.push('days' in window ? window.days : window);
			const isMonth = 'days' in window && window.days === 30;
			const answer = fakePeaks({categories: [], series: [], highest: null}, coverage);
			if (!isMonth && ever === null) return {...answer, coverage: {...coverage, knownFrom: 5}};
			const counts = [1, null, isMonth ? month : Math.max(month, ever ?? 0)];
			return {...answer, own: {...answer.own, categories: ['2026-11-01', '2026-11-02', '2026-11-03'], counts}};
		},
		note: event => noted.push(event),
		noted: () => noted,
		now: () => 1000,
	});
	return {
		see: async (streamCount: number, users: readonly string[] = []) =>
			seen({streamCount, sessions: users.map(user => fakeSession({user}))}),
		asked,
		noted,
	};
};

const told = '5 streams at once, the most ever; before: 4 on 2026-11-03';

test('more than ever is told once, with the one before', async () => {
	const {see, noted} = watching(3, 4);
	for (const count of [1, 2, 4, 5, 5, 4, 5]) await see(count);
	expect(noted).toEqual([{at: 1000, kind: 'record', text: told}]);
});

test('and once more where it grows; another start of tautop does not tell it again', async () => {
	const {see, noted} = watching(3, 4);
	await see(5);
	await see(6);
	expect(noted.map(({text}) => text)).toEqual([told, told.replace('5', '6')]);
	const again = watching(3, 4, [...noted]);
	await again.see(6);
	expect(again.noted).toHaveLength(2);
});

test('with who was watching, each once, and not with very many', async () => {
	const {see, noted} = watching(3, 4);
	await see(5, ['marta', 'jon', 'marta', '', 'ida']);
	await see(6, [...'abcdefghij']);
	expect(noted.map(({text}) => text)).toEqual([
		`${told}; marta, jon, ida`,
		`${told.replace('5', '6')}; a, b, c, d, e, f, g, h, 2 more`,
	]);
	const again = watching(3, 4, [...noted]);
	await again.see(6, ['lena']);
	expect(again.noted).toHaveLength(2);
});

test('all of time is looked through only where the last month had less', async () => {
	const {see, asked} = watching(4, 9);
	for (const count of [0, 1, 2, 3, 4]) await see(count);
	expect(asked).toEqual([30]);
	await see(5);
	await see(6);
	expect(asked).toEqual([30, 30, 0]);
});

test('nothing is a record while not all is known, and that is not looked for with each answer', async () => {
	const {see, asked, noted} = watching(2, null);
	await see(9);
	await see(9);
	expect(noted).toEqual([]);
	expect(asked).toEqual([30, 0]);
});

test('a mirror that cannot answer is no trouble of the streams', async () => {
	const {seen} = createRecordWatch({
		peaks: () => Promise.reject(new AppError('waiting', 'Not yet.')),
		note: () => expect.unreachable(),
		noted: () => [],
		now: () => 1000,
	});
	await seen({streamCount: 3, sessions: []});
	await seen({streamCount: 3, sessions: []});
});
