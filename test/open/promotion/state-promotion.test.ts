import {expect, test} from 'vitest';
import {importRun} from '../../../source/collect/import.ts';
import {AppError} from '../../../source/domain/app-error.ts';
import {answerShown} from '../../../source/open/promotion/answer-shown.ts';
import {statePromotion} from '../../../source/open/promotion/state-promotion.ts';
import {heroDatabase} from '../../helpers/hero-database.ts';
import {films, sampleCollection, shows} from '../../helpers/samples.ts';
import {saveRun} from '../../helpers/save-run.ts';
import {noon, type TempStore, tempStore} from '../../helpers/temp-store.ts';

const day = 86_400;

/** Heists in both libraries, Quiet Films in one. */
const listed = (): TempStore => {
	const setting = tempStore();
	const titled = (key: string, title: string, section = films) => sampleCollection(key, {title}, section);
	saveRun(setting.store, {
		at: noon - day,
		listings: [
			{section: films, collections: [titled('1', 'Heists'), titled('2', 'Quiet Films')]},
			{section: shows, collections: [titled('3', 'Heists', shows)]},
		],
	});
	return setting;
};

const state = ({store}: TempStore, title: string, from: number, to: number | null, library: string | null = null) =>
	statePromotion(
		store,
		{title, library, span: {from: noon + from * day, to: to === null ? null : noon + to * day}},
		noon,
	);

const forget = ({store}: TempStore, title: string, library: string | null = null) =>
	statePromotion(store, {title, library, span: null}, noon);

/** Title and days of what is stated. */
const daysOf = (stated: ReturnType<typeof state>) =>
	stated.map(({title, from, to}) => [title, (from - noon) / day, to === null ? null : (to - noon) / day]);

test('what overlaps or touches is joined, what lies apart is not', () => {
	const setting = listed();
	state(setting, 'Quiet Films', -20, -15);
	state(setting, 'quiet films', -10, -5);
	expect(daysOf(state(setting, 'Quiet Films', -5, -3))).toEqual([
		['Quiet Films', -20, -15],
		['Quiet Films', -10, -3],
	]);
	expect(daysOf(state(setting, 'Quiet Films', -17, -9))).toEqual([['Quiet Films', -20, -3]]);
	expect(daysOf(state(setting, 'Quiet Films', -4, null))).toEqual([['Quiet Films', -20, null]]);
	expect(daysOf(state(setting, 'Quiet Films', -2, -1))).toEqual([['Quiet Films', -20, -1]]);
});

test('a title that two libraries have needs the library', () => {
	const setting = listed();
	expect(() => state(setting, 'Heists', -5, null)).toThrow(
		expect.objectContaining({code: 'usage', hint: 'Name one with --library: "Films", "Shows".'}),
	);
	expect(state(setting, 'Heists', -5, null, 'shows')).toMatchObject([{sectionUuid: shows.uuid, ratingKey: '3'}]);
	expect(() => state(setting, 'Quiet Films', -5, null, 'Shows')).toThrow(
		expect.objectContaining({code: 'usage', hint: 'It is in "Films".'}),
	);
});

test('a title that none has ends with the nearest', () => {
	expect(() => state(listed(), 'Hiests', -5, null)).toThrow(
		expect.objectContaining({
			code: 'usage',
			message: 'No collection is called "Hiests".',
			hint: 'Did you mean "Heists"?',
		}),
	);
	expect(() => state(tempStore(), 'Heists', -5, null)).toThrow(AppError);
});

test('what was stated is withdrawn, also after the collection is gone', () => {
	const setting = listed();
	state(setting, 'Quiet Films', -20, -15);
	state(setting, 'Quiet Films', -10, -5);
	state(setting, 'Heists', -10, -5, 'Films');
	saveRun(setting.store, {
		at: noon,
		listings: [{section: films, collections: [sampleCollection('1', {title: 'Heists'})]}],
	});
	expect(daysOf(forget(setting, 'QUIET FILMS'))).toEqual([['Heists', -10, -5]]);
	expect(() => forget(setting, 'Quiet Films')).toThrow(expect.objectContaining({code: 'not-found'}));
	expect(forget(setting, 'Heists')).toEqual([]);
});

test('what is known of a collection: looks, what was imported, what was stated', async () => {
	const [setting, hero] = [listed(), heroDatabase()];
	const {store} = setting;
	for (let days = -20; days <= -10; days++) {
		hero.rotate(
			noon + days * day,
			days < -15 ? [{library: 'Films', name: 'Heists'}] : [{library: 'Films', name: 'Quiet Films'}],
		);
	}
	await importRun(
		{store, now: () => noon, holder: 'test'},
		{file: hero.file, dryRun: false},
		new AbortController().signal,
	);
	state(setting, 'Heists', -30, -18, 'Films');
	state(setting, 'Heists', -3, null, 'Films');
	const shown = answerShown(store, {title: 'Heists', library: 'Films'}, noon);
	expect(
		shown.map(({from, to, shown, source}) => [(from - noon) / day, (to - noon) / day, shown === 'somewhere', source]),
	).toEqual([
		[-30, -20, true, 'stated'],
		[-20, -15, true, 'rotation'],
		[-15, -7, false, 'rotation'],
		[-3, 0, true, 'stated'],
	]);
	expect(answerShown(store, {title: 'Heists', library: 'Shows'}, noon)).toEqual([]);
});
