import {expect, test} from 'vitest';
import {AppError} from '../../../source/domain/app-error.ts';
import {createLooker} from '../../../source/open/memory/looker.ts';
import type {PlexClient} from '../../../source/plex/client.ts';
import {failureOf} from '../../helpers/errors.ts';
import {createFakePlex, createFakeWorld} from '../../helpers/fake-clients.ts';
import {films, shows} from '../../helpers/samples.ts';
import {noon, tempStore} from '../../helpers/temp-store.ts';

const home = {home: true, shared: false, recommended: false};
const everything = {libraries: [], disabledLibraries: []};

const setting = (more: Partial<PlexClient> = {}, libraries: readonly string[] = []) => {
	const world = createFakeWorld({sections: [films, shows], flags: {1: home}});
	const {store, clock} = tempStore();
	let heard = 0;
	const plex = {...createFakePlex(world), ...more};
	const looker = createLooker({
		clients: {plex},
		held: {current: () => store, need: () => store},
		libraries: {...everything, libraries},
		now: () => clock.at,
		changed: () => {
			heard += 1;
		},
	});
	return {world, store, clock, looker, heard: () => heard};
};

test('one request a library; which libraries there are is asked seldom', async () => {
	const {world, looker, clock, store, heard} = setting();
	expect(looker.lastLook()).toBeNull();
	expect(await looker.look(null)).toEqual({
		at: noon,
		libraries: [
			{library: 'Films', promoted: 1, changed: 0, error: null},
			{library: 'Shows', promoted: 1, changed: 0, error: null},
		],
	});
	clock.at += 900;
	world.flags = {};
	expect((await looker.look(null)).libraries.map(({changed}) => changed)).toEqual([1, 1]);
	expect(world.asked).toEqual(['plex sections', ...Array(2).fill(['plex promotions 1', 'plex promotions 2']).flat()]);
	expect([looker.lastLook(), heard()]).toEqual([noon + 900, 1]);
	clock.at += 6 * 3600;
	await looker.look(null);
	expect(world.asked.filter(question => question === 'plex sections')).toHaveLength(2);
	expect(store.promotions.ofSection(films.uuid, 0).states.get('1')).toHaveLength(2);
});

test('only enabled libraries are looked at', async () => {
	const {world, looker} = setting({}, ['shows']);
	await looker.look(null);
	expect(world.asked).toEqual(['plex sections', 'plex promotions 2']);
});

const refused = new AppError('unauthorized', 'Plex refused the token.', {server: 'plex'});

test('a library that says nothing is not looked at, and the others are', async () => {
	const {looker, store} = setting({
		getPromotions: async sectionId => {
			if (sectionId === films.sectionId) throw refused;
			return new Map();
		},
	});
	expect((await looker.look(null)).libraries).toEqual([
		{library: 'Films', promoted: null, changed: null, error: 'Plex refused the token.'},
		{library: 'Shows', promoted: 0, changed: 0, error: null},
	]);
	expect([store.promotions.lastLook(films.uuid), store.promotions.lastLook(shows.uuid)]).toEqual([null, noon]);
});

test('where no library answers, that is the trouble', async () => {
	const {looker} = setting({
		getPromotions: async () => {
			throw refused;
		},
	});
	expect(await failureOf(looker.look(null))).toBe(refused);
});
