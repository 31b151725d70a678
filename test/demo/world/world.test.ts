import {expect, test} from 'vitest';
import {eveningZone} from '../../../source/demo/world/evening.ts';
import type {HistoryRow} from '../../../source/demo/world/history.ts';
import {streamFacts} from '../../../source/demo/world/stream.ts';
import {createWorld, type World} from '../../../source/demo/world/world.ts';
import {startOfTest} from '../running.ts';

const timeZone = 'America/New_York';
const world = createWorld({seed: 7, timeZone, now: startOfTest});
const day = 86_400;

const facts = ({rowId, referenceId, startedAt, stoppedAt, plan}: HistoryRow) =>
	[rowId, referenceId, startedAt, stoppedAt, plan.user.userId, plan.item.key, plan.decision].join(' ');

const lastRows = (of: World, count: number): string[] => of.history.rows.slice(-count).map(facts);

test('the same seed, zone and time give the same world, another seed another', () => {
	const again = createWorld({seed: 7, timeZone, now: startOfTest});
	const other = createWorld({seed: 8, timeZone, now: startOfTest});
	expect(again.history.rows.map(facts)).toEqual(world.history.rows.map(facts));
	expect(again.collections.map(({key, title}) => [key, title])).toEqual(
		world.collections.map(({key, title}) => [key, title]),
	);
	expect(lastRows(other, 50)).not.toEqual(lastRows(world, 50));
});

test('a world that has lived three days equals one that is started three days later', () => {
	const lived = createWorld({seed: 7, timeZone, now: startOfTest});
	for (let hours = 1; hours <= 72; hours++) lived.advance(startOfTest + hours * 3600);
	const started = createWorld({seed: 7, timeZone, now: startOfTest + 3 * day});
	expect(lastRows(lived, 600)).toEqual(lastRows(started, 600));
	expect(lived.sessions()).toEqual(started.sessions());
});

test('it is of the size of a home: titles, users, collections, two years of plays', () => {
	const titles = world.libraries.flatMap(({items}) => items);
	const [first] = world.history.rows;
	expect(titles.length).toBeGreaterThan(700);
	expect(world.people.length).toBeGreaterThan(9);
	expect(world.collections.length).toBeGreaterThan(30);
	expect(world.history.rows.length).toBeGreaterThan(20_000);
	expect(startOfTest - (first?.stoppedAt ?? 0)).toBeGreaterThan(730 * day);
	expect(new Set(world.collections.map(({subtype}) => subtype))).toEqual(
		new Set(['movie', 'show', 'season', 'episode', 'artist', 'album']),
	);
});

test('evenings are full, nights are quiet, nobody watches two things, and streams are in every state', () => {
	const lived = createWorld({seed: 7, timeZone, now: startOfTest});
	const counts: number[][] = Array.from({length: 24}, () => []);
	const seen = new Set<string>();
	for (let minute = 0; minute < 7 * 1440; minute += 5) {
		const at = startOfTest + minute * 60;
		lived.advance(at);
		const sessions = lived.sessions();
		counts[lived.zone.hourOf(at)]?.push(sessions.length);
		for (const plan of sessions) {
			const {state, speed} = streamFacts(plan, at);
			seen.add(state).add(plan.decision);
			if (speed !== null && speed < 1) seen.add('slow');
		}
		expect(new Set(sessions.map(({sessionKey}) => sessionKey)).size).toBe(sessions.length);
		expect(new Set(sessions.map(({user}) => user.userId)).size).toBe(sessions.length);
	}
	const means = counts.map(list => list.reduce((sum, count) => sum + count, 0) / list.length);
	expect(Math.max(...counts.flat())).toBeLessThan(12);
	expect(means.slice(20, 22).every(mean => mean > 2)).toBe(true);
	expect(means.slice(3, 6).every(mean => mean < 1)).toBe(true);
	expect([...seen].sort()).toEqual(['buffering', 'copy', 'direct play', 'paused', 'playing', 'slow', 'transcode']);
});

test.each(Array.from({length: 24}, (_, hour) => hour))(
	'whoever starts a demo at %i o’clock (UTC) sees every kind of stream',
	hour => {
		const now = startOfTest + hour * 3600 + hour * day;
		const lively = createWorld({seed: 7, timeZone: eveningZone(now, 'UTC'), now, months: 1, isLively: true});
		const facts = lively.sessions().map(plan => ({...streamFacts(plan, now), how: plan.decision}));
		expect(facts.length).toBeGreaterThan(3);
		expect(facts.length).toBeLessThan(14);
		expect(facts.some(({limitKbps}) => limitKbps !== null)).toBe(true);
		expect(facts.some(({subtitleDecision}) => subtitleDecision === 'burn')).toBe(true);
		expect(facts.some(({state}) => state === 'paused')).toBe(true);
		expect(new Set(facts.map(({how}) => how))).toEqual(new Set(['copy', 'direct play', 'transcode']));
		expect(new Set(lively.sessions().map(({sessionKey}) => sessionKey)).size).toBe(facts.length);
		expect(new Set(lively.sessions().map(({user}) => user.userId)).size).toBe(facts.length);
	},
);

test('a stream that stops becomes a row of history', () => {
	const lived = createWorld({seed: 7, timeZone, now: startOfTest});
	const [plan] = lived.sessions().toSorted((one, two) => one.stoppedAt - two.stoppedAt);
	const before = lived.history.rows.length;
	const stoppedAt = plan?.stoppedAt ?? 0;
	lived.advance(stoppedAt - 1);
	expect(lived.sessions()).toContain(plan);
	expect(lived.history.rows).toHaveLength(before);
	lived.advance(stoppedAt);
	expect(lived.sessions()).not.toContain(plan);
	expect(lived.history.rows.at(-1)).toMatchObject({plan, stoppedAt});
});

test('a stream that is ended stops there and then', () => {
	const lived = createWorld({seed: 7, timeZone, now: startOfTest});
	const [plan] = lived.sessions();
	expect(plan?.startedAt).toBeLessThan(startOfTest - 120);
	expect(lived.stop(plan?.sessionKey ?? 0)).toBe(true);
	expect(lived.sessions()).not.toContain(plan);
	expect(lived.history.rows.at(-1)).toMatchObject({plan, stoppedAt: startOfTest});
	expect(lived.stop(plan?.sessionKey ?? 0)).toBe(false);
});

test('row ids grow in the order of stopping', () => {
	const {rows} = world.history;
	expect(rows.every((row, index) => index === 0 || row.rowId > (rows[index - 1]?.rowId ?? 0))).toBe(true);
	expect(rows.every((row, index) => index === 0 || row.stoppedAt >= (rows[index - 1]?.stoppedAt ?? 0))).toBe(true);
});

test('there are resumed plays, some over several days', () => {
	const resumed = world.history.rows.filter(row => row.rowId !== row.referenceId);
	const later = resumed.filter(row => row.startedAt - (world.history.byId(row.referenceId)?.stoppedAt ?? 0) > 2 * day);
	expect(resumed.length).toBeGreaterThan(500);
	expect(later.length).toBeGreaterThan(50);
});

test('the evening is the busiest time', () => {
	const hours = Array.from({length: 24}, (_, hour) => world.history.rows.filter(row => row.hour === hour).length);
	expect(hours.indexOf(Math.max(...hours))).toBeGreaterThanOrEqual(19);
	expect(Math.max(...hours)).toBeGreaterThan(2 * Math.min(...hours));
});

test('promoting a collection raises its plays where it has an effect, and not where it has none', () => {
	const sideBySide = (wanted: (effect: number) => boolean): number => {
		const some = world.collections.filter(
			({promotion, subtype, effect}) => promotion === 'quickly' && subtype === 'movie' && wanted(effect),
		);
		const rates = some.map(collection => {
			const own = new Set(collection.members.map(({key}) => key));
			const films = world.history.rows.filter(({plan}) => plan.item.sectionId === 1);
			const shown = Map.groupBy(films, ({plan, startedAt}) =>
				world.promotions.seenBy(plan.user.isHome, startedAt).includes(collection),
			);
			const rate = (rows: readonly HistoryRow[] = []): number =>
				rows.filter(({plan}) => own.has(plan.item.key)).length / rows.length;
			return rate(shown.get(true)) / rate(shown.get(false));
		});
		return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
	};
	expect(sideBySide(effect => effect > 1.5)).toBeGreaterThan(1.25);
	expect(sideBySide(effect => effect > 1.5)).toBeLessThan(2.5);
	expect(sideBySide(effect => effect === 1)).toBeGreaterThan(0.8);
	expect(sideBySide(effect => effect === 1)).toBeLessThan(1.2);
});
