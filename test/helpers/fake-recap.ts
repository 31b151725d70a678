import type {Coverage} from '../../source/domain/plays/plays.ts';
import type {RecapAnswer} from '../../source/domain/plays/recap.ts';

const plays = [2410, 2100, 2050, 1980, 1900, 1880, 1690, 1800, 2000, 2200, 1370];

/** A year up to 22 November 2026. */
export const fakeRecap = (coverage: Coverage): RecapAnswer => ({
	year: 2026,
	from: '2026-01-01',
	to: '2026-11-22',
	isSoFar: true,
	now: {
		plays: 21_380,
		playedSeconds: 17_510 * 3600,
		users: 14,
		transcodes: 4703,
		decided: 21_380,
		most: {count: 9, at: coverage.asOf},
	},
	before: {
		plays: 16_320,
		playedSeconds: 14_000 * 3600,
		users: 12,
		transcodes: 4080,
		decided: 16_320,
		most: {count: 7, at: coverage.asOf - 365 * 86_400},
	},
	newUsers: 2,
	months: plays.map((count, index) => ({month: `2026-${String(index + 1).padStart(2, '0')}`, plays: count})),
	busiest: {day: 6, hour: 21},
	quiet: {weekday: 2, from: 4, to: 7},
	film: {ratingKey: '1023', name: 'Anatomy of a Storm', plays: 96},
	show: {ratingKey: '2000', name: 'Harbour Lights', plays: 1148},
	unwatched: {titles: 412, size: 1_900_000_000_000, unsized: 0},
	knownFrom: null,
	coverage,
});
