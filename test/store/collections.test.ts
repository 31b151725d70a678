import {expect, test} from 'vitest';
import {films, sampleCollection, shows} from '../helpers/samples.ts';
import {saveRun} from '../helpers/save-run.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const full = sampleCollection('1', {smart: true, promoted: {home: true, shared: false, recommended: true}});

test('what is listed comes back as it was, by library and title', () => {
	const {store} = tempStore();
	const other = sampleCollection('2', {title: 'A show', promoted: null}, shows);
	saveRun(store, {
		at: noon,
		listings: [
			{section: shows, collections: [other]},
			{section: films, collections: [full]},
		],
	});
	expect(store.collections.listed()).toEqual([full, other]);
});

test('a section that lists nothing at once is believed the second time', () => {
	const {store} = tempStore();
	const list = (at: number, collections = [full]): string[] => {
		saveRun(store, {at, listings: [{section: films, collections}]});
		return store.collections.listed().map(({ratingKey}) => ratingKey);
	};
	expect(list(noon)).toEqual(['1']);
	expect(list(noon + 1, [])).toEqual(['1']);
	expect(list(noon + 2)).toEqual(['1']);
	expect(list(noon + 3, [])).toEqual(['1']);
	expect(list(noon + 4, [])).toEqual([]);
	expect(list(noon + 5)).toEqual(['1']);
});

test('the uuid of a section is found again by id and name', () => {
	const {store} = tempStore();
	saveRun(store, {at: noon, listings: [{section: films, collections: []}]});
	expect(store.collections.sectionUuid('1', 'Films')).toBe('uuid-films');
	expect(store.collections.sectionUuid('1', 'Other')).toBe('');
	expect(store.collections.sectionUuid('2', 'Films')).toBe('');
});
