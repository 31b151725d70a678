import {expect, test} from 'vitest';
import {serverRow} from '../helpers/fake-history.ts';
import {runThrough} from '../helpers/run-through.ts';
import {tempStore} from '../helpers/temp-store.ts';

const titles = ['Amélie', 'It', 'Harbor - The Pilot', 'The Harbor - Pilot "Error"', '🎬🎭 Night'];

const played = () => {
	const {mirror} = tempStore().store;
	const {serverId} = mirror.servers.begin('plex', 1);
	const plays = titles.map((fullTitle, index) => ({...serverRow(index + 1, 1000), fullTitle}));
	mirror.plays.save(serverId, plays);
	return {mirror, serverId};
};

test.each([
	['AMELIE', [1]],
	['it', [2]],
	['t', [2, 3, 4, 5]],
	['pilot harbor', [3, 4]],
	['"error" pilot', [4]],
	['error OR it', []],
	['🎬🎭', [5]],
	['NOT', []],
	['', []],
])('a search for %s, before the titles are indexed and after', (text, ids) => {
	const {titles: stored} = played().mirror;
	expect(stored.withText(text)).toEqual(ids);
	runThrough(stored.index());
	expect(stored.withText(text)).toEqual(ids);
});

test('a play has the number of its title, also when that is another one later', () => {
	const {mirror, serverId} = played();
	const idsNow = (): number[] => [...runThrough(mirror.columns.read(serverId, null)).titleIds];
	expect(idsNow()).toEqual([1, 2, 3, 4, 5]);
	mirror.plays.save(serverId, [{...serverRow(2, 1000), fullTitle: 'Amélie'}]);
	expect(idsNow()).toEqual([1, 1, 3, 4, 5]);
});

test.each([
	['Amelei', [1]],
	['Ti', [2]],
	['Habror', [3]],
	['the pliot', [3]],
	['Harbinger', []],
	['The Harbour - Pilot "Eror"', [4]],
	['', []],
])('titles, shows and artists that are like %s, before the titles are indexed and after', (text, ids) => {
	const {titles: stored} = played().mirror;
	expect(stored.likeText(text)).toEqual(ids);
	runThrough(stored.index());
	expect(stored.likeText(text)).toEqual(ids);
});

test('the nearest comes first, and a name that many titles hold once', () => {
	const {mirror, serverId} = played();
	const names = ['Silent Rivers', 'Silent River - One', 'Silent River - Two', 'Paper Moon'];
	mirror.plays.save(
		serverId,
		names.map((fullTitle, index) => ({...serverRow(index + 10, 1000), fullTitle})),
	);
	expect(mirror.titles.likeText('Silent Rivr')).toEqual([7, 6]);
});

test('what no title holds is chosen among those that are like it', () => {
	const {mirror, serverId} = played();
	mirror.plays.save(serverId, [
		{
			...serverRow(10, 1000),
			ratingKey: '71',
			fullTitle: 'Electric Season - One',
			grandparentRatingKey: '70',
			grandparentTitle: 'Electric Season',
		},
	]);
	const named = (text: string): readonly string[] =>
		mirror.choices
			.titles(serverId, text)
			.map(({name}) => name)
			.sort();
	expect(named('electric one')).toEqual(['Electric Season', 'Electric Season - One']);
	expect(named('Electric Seson')).toEqual(['Electric Season', 'Electric Season - One']);
	expect(named('Something else')).toEqual([]);
});
