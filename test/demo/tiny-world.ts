import {callApi} from '../../source/demo/tautulli/api.ts';
import {characterOf} from '../../source/demo/world/character.ts';
import type {DemoCollection} from '../../source/demo/world/collections.ts';
import type {Item} from '../../source/demo/world/item.ts';
import type {DemoUser, Player} from '../../source/demo/world/people.ts';
import type {Plan} from '../../source/demo/world/plan.ts';
import {assembleWorld, type World} from '../../source/demo/world/world.ts';
import {createZone} from '../../source/demo/world/zone.ts';

const resolution = {label: '1080p', width: 1920, height: 1080};
const source = {
	resolution,
	videoCodec: 'h264',
	audioCodec: 'aac',
	audioChannels: 2,
	container: 'mkv',
	bitrateKbps: 8000,
};

const bare = {sectionId: 1, year: 2001, index: null, addedAt: 0, durationSeconds: 0, source: null, parent: null};

/** A film of 1,000 seconds: percents are easy to see. */
const film: Item = {
	...bare,
	key: 10,
	type: 'movie',
	title: 'Film',
	guid: 'plex://movie/a',
	durationSeconds: 1000,
	source,
	children: [],
};
const show: Item = {...bare, key: 20, sectionId: 2, type: 'show', title: 'Show', guid: 'plex://show/b', children: []};
const season: Item = {...show, key: 21, type: 'season', title: 'Season 1', index: 1, parent: show, children: []};
export const episode: Item = {
	...season,
	key: 22,
	type: 'episode',
	title: 'Episode',
	guid: 'plex://episode/c',
	durationSeconds: 1000,
	source,
	parent: season,
};
show.children.push(season);
season.children.push(episode);

const player: Player = {
	machineId: 'm1',
	name: 'Telly',
	platform: 'Roku',
	platformName: 'roku',
	product: 'Plex for Roku',
	version: '1',
	videoCodecs: ['h264'],
	audioCodecs: ['aac'],
	containers: ['mkv'],
	limitKbps: null,
	burns: 0,
};

const user = (userId: number, friendlyName: string): DemoUser => ({
	userId,
	username: friendlyName.toLowerCase(),
	friendlyName,
	isAdmin: userId === 1,
	isHome: true,
	isActive: true,
	location: 'lan',
	ipAddress: '192.0.2.1',
	players: [player],
	character: characterOf([]),
});

const anna = user(1, 'Anna');
export const bert = user(2, 'Bert');

const collection: DemoCollection = {
	key: 90,
	sectionId: 2,
	sectionUuid: 'u-2',
	libraryName: 'TV',
	title: 'Shows',
	titleSort: 'Shows',
	subtype: 'show',
	smart: false,
	members: [show],
	childCount: 1,
	guid: 'collection://1',
	addedAt: 0,
	promotion: 'never',
	effect: 1,
	season: null,
	places: {home: false, shared: false, recommended: false},
};

/** A play of `seconds` from `fromSeconds` on, paused at its start for `paused` seconds. Times are text in UTC. */
export const play = (
	start: string,
	seconds: number,
	options: Partial<Pick<Plan, 'item' | 'user' | 'decision' | 'fromSeconds'>> & {readonly paused?: number} = {},
): Plan => {
	const startedAt = Date.parse(`${start}Z`) / 1000;
	const {paused = 0, ...rest} = options;
	return {
		sessionKey: 0,
		user: anna,
		player,
		item: film,
		startedAt,
		stoppedAt: startedAt + paused + seconds,
		fromSeconds: 0,
		pausedFrom: startedAt,
		pausedTo: startedAt + paused,
		decision: 'direct play',
		...rest,
	};
};

const library = (sectionId: number, name: string, type: 'movie' | 'show', items: Item[]) => ({
	sectionId,
	uuid: `u-${sectionId}`,
	name,
	type,
	agent: 'none',
	items,
});

/** A world with only these plays, on a server in this zone. History begins with the year 2026. */
export const tinyWorld = (plans: readonly Plan[], timeZone = 'UTC'): World => {
	const numbered = plans.map((plan, index) => ({...plan, sessionKey: index + 1}));
	return assembleWorld({
		seed: 1,
		catalog: {
			libraries: [library(1, 'Films', 'movie', [film]), library(2, 'TV', 'show', [show])],
			items: new Map([film, show, season, episode].map(item => [item.key, item])),
			premieres: [],
		},
		zone: createZone(timeZone),
		people: [anna, bert],
		collections: [collection],
		plansOf: day => numbered.filter(plan => Math.floor(plan.startedAt / 86_400) === day),
		startAt: Date.UTC(2026, 0, 1) / 1000,
	});
};

/** What the tiny world's Tautulli answers at a time (text in UTC). */
export const askTiny = (
	world: World,
	at: string,
	cmd: string,
	params: Readonly<Record<string, string | number>> = {},
): unknown => {
	const now = Date.parse(`${at}Z`) / 1000;
	world.advance(now);
	const pairs = Object.entries({...params, cmd, apikey: 'k'}).map(([name, value]) => [name, String(value)] as const);
	return callApi({world, now, plexIsDown: false}, 'k', new Map(pairs)).data;
};
