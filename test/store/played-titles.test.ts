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
