import {expect, test} from 'vitest';
import {promotionHistories} from '../../../source/open/memory/promotion-histories.ts';
import {films, sampleCollection} from '../../helpers/samples.ts';
import {saveRun} from '../../helpers/save-run.ts';
import {noon, tempStore} from '../../helpers/temp-store.ts';

const home = {home: true, shared: false, recommended: false};
const nowhere = {home: false, shared: false, recommended: false};

test('what looks told of every collection, and what the last one found', () => {
	const {store} = tempStore();
	const window = {from: noon - 86_400, to: noon + 86_400};
	expect(promotionHistories(store, window)).toEqual({
		...window,
		lookedAt: null,
		collections: [],
		needFrequentLooks: [],
	});
	const look = {at: noon, placed: new Map([['1', {promoted: home, row: 3}]])};
	saveRun(store, {
		at: noon,
		listings: [{section: films, collections: [sampleCollection('1'), sampleCollection('2')], look}],
	});
	store.promotions.saveLook({sectionUuid: films.uuid, ...look, at: noon + 900});
	const span = {from: noon, to: noon + 900, source: 'look'};
	expect(promotionHistories(store, window)).toEqual({
		...window,
		lookedAt: noon + 900,
		collections: [
			{
				sectionUuid: films.uuid,
				ratingKey: '1',
				placed: {promoted: home, row: 3},
				spans: [{...span, shown: home, row: 3}],
			},
			{
				sectionUuid: films.uuid,
				ratingKey: '2',
				placed: {promoted: nowhere, row: null},
				spans: [{...span, shown: nowhere, row: null}],
			},
		],
		needFrequentLooks: [],
	});
});
