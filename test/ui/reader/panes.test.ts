import {expect, test} from 'vitest';
import type {Sources} from '../../../source/questions/sources.ts';
import {type PaneId, paneIds, paneOf} from '../../../source/ui/panes/index.ts';
import {speakers} from '../../../source/ui/reader/panes.ts';
import {fakeNow, fakeSources} from '../../helpers/fake-sources.ts';
import {evening, quiet} from '../world.ts';
import {fakeVoice} from './voice.ts';

const speak = async <Id extends PaneId>(id: Id, given: Partial<Sources> = {}): Promise<readonly string[]> => {
	const data = await paneOf(id).load({
		sources: fakeSources({...evening, ...given}).sources,
		query: {days: 30, yAxis: 'plays', mediaType: null, zoomed: false, selected: null},
		signal: new AbortController().signal,
		previous: null,
		now: fakeNow,
	});
	return speakers[id](data, fakeVoice());
};

test.each<[PaneId, string[]]>([
	[
		'hours',
		['2427 plays in 30 days.', 'Most at 21:00, 299 plays; fewest at 04:00, 18 plays.', 'Hours are in Europe/Prague.'],
	],
	[
		'stream-types',
		[
			'Of 2090 plays in 30 days:',
			'Direct Play 61 %, 1278 plays.',
			'Direct Stream 16 %, 334 plays.',
			'Transcode 23 %, 478 plays.',
		],
	],
	['peaks', ['At most 7 streams at once in 30 days, 12 Nov 21:40.', 'At most 3 transcodes, 12 Nov 21:40.']],
	[
		'status',
		[
			'Tautulli answers in 41 milliseconds.',
			'Plex answers in 41 milliseconds.',
			'1204 snapshots in the database.',
			'Collected 20:52, 36 of 36, next 22:00.',
			'21:01 lena buffering.',
			'20:52 collected 36, all well.',
			'19:03 Tautulli back, away 41 s.',
		],
	],
])('%s', async (id, lines) => {
	expect(await speak(id)).toEqual(lines);
});

test('now playing: how many, then one by one; where nobody is, since when', async () => {
	expect(await speak('now-playing')).toHaveLength(4);
	expect(await speak('now-playing', {activity: async () => quiet})).toEqual([
		'Nobody is watching.',
		'Quiet since 18:41, nina, Anatomy of a Storm.',
	]);
});

test('collections: the first ten, and how many more', async () => {
	const lines = await speak('collections');
	expect(lines).toHaveLength(12);
	expect([lines[0], lines[1], lines.at(-1)]).toEqual([
		'36 collections by plays in 30 days.',
		'1, Hidden Gems, 212 plays, 9.6 for each item, on your Home.',
		'And 26 more.',
	]);
});

test('nothing yet is said of every pane', async () => {
	const empty = async () => ({categories: [], series: []});
	const none: Partial<Sources> = {
		hours: empty,
		types: empty,
		peaks: async () => ({categories: [], series: [], highest: {}}),
		board: async ({days}) => ({days, rows: [], hasMovement: false, collectedAt: null}),
	};
	const said = await Promise.all(paneIds.map(id => speak(id, none)));
	expect(said.slice(1, 5)).toEqual([
		['Nothing was played in 30 days.'],
		['Nothing was played in 30 days.'],
		['No stream in 30 days.'],
		['No snapshots yet. c collects now.'],
	]);
});
