import {expect, test} from 'vitest';
import type {Library} from '../../source/domain/library.ts';
import {switchedOff} from '../../source/domain/switched-off.ts';
import {disabledAnswers, serverAnswers} from '../../source/open/server-answers.ts';
import type {HistoryRequest, TautulliClient} from '../../source/tautulli/client.ts';
import {createFakeTautulli, createFakeWorld} from '../helpers/fake-clients.ts';
import {startTautulli} from '../tautulli/recorded.ts';

const films: Library = {sectionId: '1', name: 'Films', type: 'movie', count: 3};
const shows: Library = {sectionId: '2', name: 'Shows', type: 'show', count: 4};
const liveTv: Library = {sectionId: '999999', name: 'Live TV', type: 'live', count: null};

/** Without a mirror. */
const alone = {ownPeaks: () => null, odd: () => undefined};

const answersOf = (client: Partial<TautulliClient>, plays: Record<string, number> = {}) =>
	serverAnswers({...createFakeTautulli(createFakeWorld({plays, members: {900: ['1', '2']}})), ...client}, alone);

test('peaks: the graph of the days, and the highest of all', async () => {
	const graph = {categories: ['2026-11-22'], series: [{name: 'Concurrent Streams', values: [4]}]};
	const highest = {'Concurrent Streams': {count: 5, startedAt: 1, stoppedAt: 2}};
	const {peaks} = answersOf({getConcurrentStreams: async () => graph, getHighestStreams: async () => highest});
	expect(await peaks({days: 30})).toEqual({...graph, highest});
});

test('libraries: those of Plex and Live TV, each with its window', async () => {
	const {libraries} = answersOf({
		getLibraries: async () => [films, shows],
		getLiveTv: async () => liveTv,
		getLibraryStats: async (sectionId, [days = 0]) => [
			{days, plays: Number(sectionId), playedSeconds: 60, users: null},
		],
	});
	expect(await libraries({days: 7})).toEqual([
		{...films, plays: 1, playedSeconds: 60},
		{...shows, plays: 2, playedSeconds: 60},
		{...liveTv, plays: 999_999, playedSeconds: 60},
	]);
});

test('libraries: what is asked for one of them and not answered fails them all, since a sum would lack it', async () => {
	const {libraries} = answersOf({
		getLibraries: async () => [films, shows],
		getLiveTv: async () => null,
		getLibraryStats: async () => [],
	});
	await expect(libraries({days: 7})).rejects.toMatchObject({code: 'bad-answer'});
});

test('libraries: an odd window costs its library alone, and is told', async () => {
	const odds: string[] = [];
	const {client} = await startTautulli({
		get_library_watch_time_stats: ({form}) =>
			form.section_id === '1'
				? [{query_days: 7, total_plays: 5, total_time: null}]
				: [{query_days: 7, total_plays: 9, total_time: 60}],
	});
	const some = {...client, getLibraries: async () => [films, shows], getLiveTv: async () => null};
	const {libraries} = serverAnswers(some, {...alone, odd: sentence => odds.push(sentence)});
	expect(await libraries({days: 7})).toEqual([{...shows, plays: 9, playedSeconds: 60}]);
	expect(odds).toEqual([expect.stringMatching(/get_library_watch_time_stats.*Left out: Films\.$/)]);
});

test('history: a library is asked for by its section, whatever the case of its name', async () => {
	const asked: HistoryRequest[] = [];
	const {history} = answersOf({
		getLibraries: async () => [films, shows],
		getHistory: async request => {
			asked.push(request);
			return {recordsTotal: 0, recordsFiltered: 0, start: 0, sent: 0, plays: []};
		},
	});
	await history({limit: 5, start: 2, library: 'SHOWS', mediaType: 'episode'});
	expect(asked).toEqual([{length: 5, start: 2, mediaType: 'episode', sectionId: '2'}]);
	await expect(history({limit: 5, start: 0, library: 'Opera'})).rejects.toMatchObject({code: 'usage'});
});

test('item: a number is believed', async () => {
	const {itemStats} = answersOf({}, {7: 1000});
	expect(await itemStats({ratingKey: '7', days: 30})).toMatchObject({days: 30, plays: 30});
});

test('item: a zero of a window is believed where there are other plays', async () => {
	const {itemStats} = answersOf({}, {7: 10});
	expect(await itemStats({ratingKey: '7', days: 30})).toMatchObject({days: 30, plays: 0});
});

test('item: a zero of an item that Plex knows is believed', async () => {
	const {itemStats} = answersOf({getMediaType: async () => 'movie'});
	expect(await itemStats({ratingKey: '7', days: 30})).toMatchObject({plays: 0});
});

test('item: a collection is asked for as one', async () => {
	const {itemStats} = answersOf({getMediaType: async () => 'collection'}, {1: 1000, 2: 2000});
	expect(await itemStats({ratingKey: '900', days: 30})).toMatchObject({days: 30, plays: 90});
});

test('item: an unknown key is no zero', async () => {
	const {itemStats} = answersOf({getMediaType: async () => null});
	await expect(itemStats({ratingKey: '7', days: 30})).rejects.toMatchObject({code: 'not-found'});
});

test('nothing is asked of a Tautulli that is switched off', async () => {
	const hint = 'Set tautulli.enabled to true in /home/me/config.yaml.';
	const {activity, history, hours} = disabledAnswers(switchedOff('/home/me/config.yaml'));
	const asked = [activity(null), history({limit: 1, start: 0}), hours({days: 7, yAxis: 'plays'})];
	for (const answer of asked) {
		await expect(answer).rejects.toMatchObject({code: 'config', server: 'tautulli', hint});
	}
});
