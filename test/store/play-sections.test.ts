import {expect, test} from 'vitest';
import type {Mirror} from '../../source/store/mirror/mirror.ts';
import {countPlays, only} from '../helpers/count-plays.ts';
import {serverRow} from '../helpers/fake-history.ts';
import {runThrough} from '../helpers/run-through.ts';
import {noon, tempStore} from '../helpers/temp-store.ts';

const manyPlays = 6000;

/** One film in library 1, and many plays that came without a library: of that film, or of one that no library has. */
const setScene = () => {
	const {mirror} = tempStore().store;
	const {serverId} = mirror.servers.begin('plex', noon);
	mirror.plays.save(serverId, [serverRow(1, noon, {ratingKey: '11'})], '1');
	const others = Array.from({length: manyPlays}, (_, index) =>
		serverRow(index + 2, noon + index, {ratingKey: index % 2 === 0 ? '11' : '12'}),
	);
	mirror.plays.save(serverId, others);
	return {mirror, serverId};
};

const withoutSection = (mirror: Mirror, serverId: number): number =>
	countPlays(mirror, {serverId, since: null, grouping: false}, only('library', '')).plays;

test('what came without a library is filled in pieces, whatever stays without one', () => {
	const {mirror, serverId} = setScene();
	const steps = [...mirror.sections.fill(serverId)].length;
	expect(steps).toBeGreaterThan(1);
	expect(withoutSection(mirror, serverId)).toBe(manyPlays / 2);
	runThrough(mirror.sections.fill(serverId));
	expect(withoutSection(mirror, serverId)).toBe(manyPlays / 2);
});

test('what stopped before a time is settled, and nothing else', () => {
	const {mirror, serverId} = setScene();
	const before = (mirror.plays.newestStop(serverId) ?? 0) - 3000;
	runThrough(mirror.sections.settle(serverId, before));
	const left = withoutSection(mirror, serverId);
	expect(left).toBeGreaterThan(0);
	expect(left).toBeLessThan(manyPlays);
	const steps = [...mirror.sections.settle(serverId, noon * 2)].length;
	expect(steps).toBeGreaterThan(0);
	expect(withoutSection(mirror, serverId)).toBe(0);
});
