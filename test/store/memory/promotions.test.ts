import {expect, test} from 'vitest';
import type {Promoted} from '../../../source/domain/collection.ts';
import type {Placed} from '../../../source/domain/promotion.ts';
import type {Store} from '../../../source/store/open.ts';
import {films, sampleCollection} from '../../helpers/samples.ts';
import {saveRun} from '../../helpers/save-run.ts';
import {noon, tempStore} from '../../helpers/temp-store.ts';

const hour = 3600;
const section = films.uuid;

const flags = (letters: string): Promoted => ({
	home: letters.includes('h'),
	shared: letters.includes('s'),
	recommended: letters.includes('r'),
});

/** `h2`: flags and row; '': nowhere. */
const placed = (found: Readonly<Record<string, string>>): Map<string, Placed> =>
	new Map(
		Object.entries(found).map(([key, text]) => {
			const row = /\d+/.exec(text)?.[0];
			return [key, {promoted: flags(text), row: row === undefined ? null : Number(row)}];
		}),
	);

const look = (store: Store, hours: number, found: Readonly<Record<string, string>>): number | null =>
	store.promotions.saveLook({sectionUuid: section, at: noon + hours * hour, placed: placed(found)});

const run = (
	store: Store,
	hours: number,
	keys: readonly string[],
	found: Readonly<Record<string, string>> | null,
): void =>
	saveRun(store, {
		at: noon + hours * hour,
		listings: [
			{
				section: films,
				collections: keys.map(ratingKey => sampleCollection(ratingKey)),
				look: found && {at: noon + hours * hour, placed: placed(found)},
			},
		],
	});

const told = (store: Store, key: string): string[] =>
	(store.promotions.ofSection(section, 0).states.get(key) ?? []).map(({first, last, promoted, row, joins}) => {
		const letters = `${promoted.home ? 'h' : ''}${promoted.shared ? 's' : ''}${promoted.recommended ? 'r' : ''}`;
		return `${(first - noon) / hour} ${(last - noon) / hour} ${letters}${row ?? ''}${joins ? ' joins' : ''}`;
	});

const spans = (store: Store): number[][] =>
	store.promotions.ofSection(section, 0).looks.map(({first, last}) => [(first - noon) / hour, (last - noon) / hour]);

test('looks that find the same are one state, others begin a new one', () => {
	const {store} = tempStore();
	run(store, 0, ['1', '2'], {1: 'h3'});
	expect(look(store, 1, {1: 'h3'})).toBe(0);
	expect(look(store, 2, {1: 'h2', 2: 'r4'})).toBe(2);
	expect(look(store, 3, {2: 'r4'})).toBe(1);
	expect(told(store, '1')).toEqual(['0 1 h3', '2 2 h2 joins', '3 3  joins']);
	expect(told(store, '2')).toEqual(['0 1 ', '2 3 r4 joins']);
	expect(spans(store)).toEqual([[0, 3]]);
	expect(store.promotions.lastLook(section)).toBe(noon + 3 * hour);
});

test('looks more than six hours apart are spans of their own, the state goes on', () => {
	const {store} = tempStore();
	run(store, 0, ['1'], {1: 'h'});
	look(store, 6, {1: 'h'});
	look(store, 13, {1: 'h'});
	expect(spans(store)).toEqual([
		[0, 6],
		[13, 13],
	]);
	expect(told(store, '1')).toEqual(['0 13 h']);
});

test('a run that Plex refused the flags is no look', () => {
	const {store} = tempStore();
	run(store, 0, ['1'], {1: 'h'});
	run(store, 1, ['1'], null);
	expect(spans(store)).toEqual([[0, 0]]);
});

test('what is no collection any more has a state until the look before, and begins anew when it comes back', () => {
	const {store} = tempStore();
	run(store, 0, ['1', '2'], {1: 'h', 2: 'h'});
	run(store, 1, ['2'], {2: 'h'});
	run(store, 2, ['1', '2'], {1: 'h', 2: 'h'});
	expect(told(store, '1')).toEqual(['0 0 h', '2 2 h']);
	expect(told(store, '2')).toEqual(['0 2 h']);
});

test('a collection that no run has listed yet is known since it was promoted, until a listing lacks it', () => {
	const {store} = tempStore();
	look(store, 0, {7: 'r'});
	look(store, 1, {});
	expect(told(store, '7')).toEqual(['0 0 r', '1 1  joins']);
	look(store, 2, {});
	run(store, 3, ['1'], {});
	expect(told(store, '7')).toEqual(['0 0 r', '1 2  joins']);
});

test('a look of an earlier time, or of the same, changes nothing', () => {
	const {store} = tempStore();
	run(store, 5, ['1'], {1: 'h'});
	expect(look(store, 5, {})).toBeNull();
	expect(look(store, 4, {})).toBeNull();
	expect(told(store, '1')).toEqual(['5 5 h']);
});

test('what was read is cut to the time that is asked for, but for two days before', () => {
	const {store} = tempStore();
	run(store, 0, ['1'], {1: 'h'});
	look(store, 7, {1: ''});
	look(store, 14, {1: ''});
	const {looks, states} = store.promotions.ofSection(section, noon + (48 + 10) * hour);
	expect(looks).toEqual([{first: noon + 14 * hour, last: noon + 14 * hour}]);
	expect(states.get('1')).toHaveLength(1);
});
