import {expect, test} from 'vitest';
import {withDemo} from '../running.ts';

const {demo, plex, wait} = withDemo();

const json = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
	const response = await plex(path, {Accept: 'application/json', ...headers});
	expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
	return JSON.parse(await response.text()).MediaContainer;
};

const paging = (start: number, size: number) => ({
	'X-Plex-Container-Start': String(start),
	'X-Plex-Container-Size': String(size),
});

const collections = () => json('/library/sections/1/all?type=18');

test.each(['/', '/library/sections', '/status/sessions', '/nothing'])(
	'%s needs the token, whatever Accept says',
	async path => {
		const response = await fetch(`${demo().plexUrl}${path}`, {headers: {Accept: 'application/json'}});
		expect([response.status, response.headers.get('content-type')]).toEqual([401, 'text/html']);
		expect(await response.text()).toContain('401 Unauthorized');
	},
);

test('the token may travel in the query, and /identity needs none', async () => {
	const {plexUrl, token} = demo();
	expect((await fetch(`${plexUrl}/library?X-Plex-Token=${token}`)).status).toBe(200);
	expect((await fetch(`${plexUrl}/library?X-Plex-Token=wrong`)).status).toBe(401);
	const identity = await fetch(`${plexUrl}/identity`);
	expect(await identity.text()).toMatch(
		/<MediaContainer size="0" claimed="1" machineIdentifier="[0-9a-f]{40}" version="1\./,
	);
});

test.each([
	'/library/sections/77/all',
	'/library/metadata/1',
	'/library/collections/1/children',
	'/hubs/sections/77/manage',
	'/library/sections/1/nothing',
	'/hubs/home',
])('%s is not found', async path => {
	const response = await plex(path);
	expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html']);
});

test('changing anything is not found', async () => {
	const {plexUrl, token} = demo();
	const init = {method: 'DELETE', headers: {'X-Plex-Token': token}};
	expect((await fetch(`${plexUrl}/hubs/sections/1/manage`, init)).status).toBe(404);
});

test('answers are XML unless JSON is accepted', async () => {
	const response = await plex('/library/sections', {Accept: '*/*'});
	expect(response.headers.get('content-type')).toBe('text/xml;charset=utf-8');
	expect(await response.text()).toMatch(
		/^<\?xml .*\n<MediaContainer size="4" allowSync="0" .*<Directory .*key="1" type="movie"/,
	);
	const {Directory} = await json('/library/sections');
	expect(Directory.map((section: {type: string}) => section.type)).toEqual(['movie', 'show', 'artist', 'movie']);
	expect(new Set(Directory.map((section: {uuid: string}) => section.uuid)).size).toBe(4);
});

test('listings come in pages, by header or query, and a size of 0 only counts', async () => {
	const all = await json('/library/sections/1/all');
	const page = await json('/library/sections/1/all', paging(600, 100));
	const query = await json('/library/sections/1/all?X-Plex-Container-Start=600&X-Plex-Container-Size=100');
	expect(page).toMatchObject({size: all.totalSize - 600, totalSize: all.totalSize, offset: 600});
	expect(page.Metadata).toEqual(all.Metadata.slice(600));
	expect(query).toEqual(page);
	const none = await json('/library/sections/1/all', paging(0, 0));
	expect([none.size, none.totalSize, none.Metadata]).toEqual([0, all.totalSize, undefined]);
});

test.each([
	[1, 1, 'movie'],
	[2, 2, 'show'],
	[2, 3, 'season'],
	[2, 4, 'episode'],
	[3, 8, 'artist'],
	[3, 9, 'album'],
	[3, 10, 'track'],
	[1, 18, 'collection'],
])('section %i lists type %i as %s', async (section, number, type) => {
	const {Metadata} = await json(`/library/sections/${section}/all?type=${number}`, paging(0, 5));
	expect(Metadata.map((item: {type: string}) => item.type)).toEqual([type, type, type, type, type]);
});

test('collections look as Plex makes them: keys and counts are strings, smart only where it is', async () => {
	const {Metadata, totalSize, librarySectionID} = await collections();
	const [first] = Metadata;
	expect([totalSize, librarySectionID]).toEqual([Metadata.length, 1]);
	expect(first).toMatchObject({ratingKey: expect.any(String), childCount: '24', subtype: 'movie', type: 'collection'});
	expect('smart' in first).toBe(false);
	expect(Metadata.find((found: {smart?: string}) => found.smart)).toMatchObject({
		smart: '1',
		content: expect.any(String),
	});
	expect(await json('/library/sections/1/collections')).toMatchObject({totalSize});
});

test('members are what a collection holds: very many, none, or fewer than Plex claims', async () => {
	const {Metadata} = await collections();
	const sizes = await Promise.all(
		Metadata.map(async ({ratingKey, title, childCount}: {ratingKey: string; title: string; childCount: string}) => {
			const {totalSize} = await json(`/library/collections/${ratingKey}/children`, paging(0, 1));
			return {title, totalSize, childCount};
		}),
	);
	expect(Math.max(...sizes.map(({totalSize}) => totalSize))).toBeGreaterThan(50);
	expect(sizes).toContainEqual({title: 'Nothing Here Yet', totalSize: 0, childCount: '0'});
	expect(sizes).toContainEqual({title: 'Recently Added Films', totalSize: 50, childCount: '311'});
});

test('managed hubs tell where a collection is promoted; one never promoted has no entry', async () => {
	const {Hub} = await json('/hubs/sections/1/manage');
	const {Metadata} = await collections();
	const keyOf = (title: string): string => Metadata.find((found: {title: string}) => found.title === title).ratingKey;
	const staff = await json(`/hubs/sections/1/manage?metadataItemId=${keyOf('Staff Picks')}`);
	expect(staff.Hub).toEqual([
		{
			identifier: `custom.collection.1.${keyOf('Staff Picks')}`,
			title: 'Staff Picks',
			recommendationsVisibility: 'all',
			homeVisibility: 'all',
			promotedToRecommended: true,
			promotedToOwnHome: true,
			promotedToSharedHome: true,
			deletable: true,
		},
	]);
	expect(await json(`/hubs/sections/1/manage?metadataItemId=${keyOf('Documentary Shelf')}`)).toEqual({size: 0});
	expect(Hub.slice(0, 2).map((hub: {deletable?: boolean}) => hub.deletable)).toEqual([undefined, undefined]);
	const demoted = Hub.filter((hub: {homeVisibility: string; recommendationsVisibility: string}) =>
		[hub.homeVisibility, hub.recommendationsVisibility].every(value => value === 'none'),
	);
	expect(demoted.length).toBeGreaterThan(3);
});

test('a show leads to its seasons and episodes, an item to itself', async () => {
	const {Metadata} = await json('/library/sections/2/all', paging(0, 1));
	const [{ratingKey, leafCount, childCount, title}] = Metadata;
	const seasons = await json(`/library/metadata/${ratingKey}/children`);
	const leaves = await json(`/library/metadata/${ratingKey}/allLeaves`);
	expect([seasons.totalSize, leaves.totalSize]).toEqual([childCount, leafCount]);
	expect(leaves.Metadata[0]).toMatchObject({type: 'episode', grandparentRatingKey: ratingKey, grandparentTitle: title});
	expect((await json(`/library/metadata/${ratingKey}`)).Metadata).toMatchObject([{ratingKey, title}]);
});

test('sessions progress with the clock', async () => {
	const before = await json('/status/sessions');
	wait(1);
	const after = await json('/status/sessions');
	const offsets = (list: {sessionKey: string; viewOffset: number}[]) =>
		new Map(list.map(({sessionKey, viewOffset}) => [sessionKey, viewOffset]));
	const [first, second] = [offsets(before.Metadata), offsets(after.Metadata)];
	const steps = [...first].map(([key, offset]) => (second.get(key) ?? offset) - offset);
	expect(steps.length).toBeGreaterThan(1);
	expect(steps.every(step => step === 0 || step === 1000)).toBe(true);
	expect(steps).toContain(1000);
	expect(before.Metadata[0]).toMatchObject({
		User: {title: expect.any(String)},
		Player: {state: expect.stringMatching(/^(playing|paused|buffering)$/)},
		Session: {bandwidth: expect.any(Number)},
	});
});
