import {expect, test} from 'vitest';
import {pastLooks, pastRuns} from '../../source/demo/past.ts';
import {callApi} from '../../source/demo/tautulli/api.ts';
import {createWorld} from '../../source/demo/world/world.ts';
import {startOfTest} from './running.ts';

const timeZone = 'America/New_York';
const world = createWorld({seed: 7, timeZone, now: startOfTest});
const runs = pastRuns(world, startOfTest);

test('there is one run a day for the last weeks', () => {
	expect(runs).toHaveLength(45);
	expect(runs.every(({at}, index) => index === 0 || at - (runs[index - 1]?.at ?? 0) === 86_400)).toBe(true);
	expect(startOfTest - (runs.at(-1)?.at ?? 0)).toBeLessThan(86_400);
});

test('every run has all collections and their flags', () => {
	for (const {at, snapshots} of runs) {
		expect(snapshots).toHaveLength(world.collections.length);
		expect(snapshots.every(({collectedAt, source}) => collectedAt === at && source === 'plex')).toBe(true);
	}
});

test('a past run counts what Tautulli would have said at its time', () => {
	// Of the same month: what is newest is another thing in each.
	const run = runs.at(-10);
	const then = createWorld({seed: 7, timeZone, now: run?.at ?? 0});
	const context = {world: then, now: run?.at ?? 0, plexIsDown: false};
	const asked = (run?.snapshots ?? []).map(({ratingKey}) => {
		const params = {cmd: 'get_item_watch_time_stats', rating_key: ratingKey, media_type: 'collection'};
		const windows = {query_days: '1,7,30,90,365', apikey: 'k'};
		return callApi(context, 'k', new Map(Object.entries({...params, ...windows}))).data;
	});
	expect(
		run?.snapshots.map(({windows}) =>
			windows
				.filter(({days}) => days > 0)
				.map(({days, plays, playedSeconds}) => ({query_days: days, total_time: playedSeconds, total_plays: plays})),
		),
	).toEqual(asked);
});

test('promotions begin and end within the weeks that are told', () => {
	const changes = runs.flatMap(({snapshots}, index) =>
		snapshots.filter(({promoted}, place) => {
			const before = runs[index - 1]?.snapshots[place]?.promoted;
			return before !== undefined && JSON.stringify(before) !== JSON.stringify(promoted);
		}),
	);
	expect(changes.length).toBeGreaterThan(20);
});

test('looks lie close around each rotation, and say what was shown', () => {
	const looks = pastLooks(world, startOfTest, 30);
	const times = [...new Set(looks.map(({at}) => at))];
	expect(times.every((at, index) => at - (times[index - 1] ?? at) <= 6 * 3600)).toBe(true);
	expect(looks.every(({at}, index) => at >= (looks[index - 1]?.at ?? 0))).toBe(true);
	for (const {at, placed} of looks) {
		const shown = world.collections.filter(({key}) => placed.has(String(key)));
		expect(shown.map(({key}) => placed.get(String(key))?.promoted)).toEqual(
			shown.map(collection => world.promotions.at(collection, at)),
		);
	}
});
