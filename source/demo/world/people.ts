import {between, createRandom, hashOf, pickOne, type Random} from './random.ts';

/** What people watch with. */
export type Player = {
	readonly machineId: string;
	readonly name: string;
	/** As Tautulli shows it. */
	readonly platform: string;
	/** Tautulli's short name, that its icons go by. */
	readonly platformName: string;
	readonly product: string;
	readonly version: string;
	/** How often this player needs a transcode: 0 never, 1 always. */
	readonly transcodes: number;
};

/** Somebody who may watch. */
export type DemoUser = {
	readonly userId: number;
	readonly username: string;
	readonly friendlyName: string;
	readonly isAdmin: boolean;
	readonly isHome: boolean;
	readonly isActive: boolean;
	readonly location: 'lan' | 'wan';
	readonly ipAddress: string;
	readonly players: readonly Player[];
	/** The stream that this user's plays belong to: nobody watches two things at once. */
	readonly slot: number;
};

type Platform = Omit<Player, 'machineId' | 'name'> & {readonly room: string};

const platforms: readonly Platform[] = [
	{platform: 'Roku', platformName: 'roku', product: 'Plex for Roku', version: '11.5', transcodes: 0.3, room: 'Bedroom'},
	{platform: 'tvOS', platformName: 'atv', product: 'Plex for Apple TV', version: '18.0', transcodes: 0.1, room: 'Den'},
	{platform: 'Chrome', platformName: 'chrome', product: 'Plex Web', version: '131.0', transcodes: 0.75, room: 'Laptop'},
	{
		platform: 'Android',
		platformName: 'android',
		product: 'Plex for Android (TV)',
		version: '14',
		transcodes: 0.2,
		room: 'TV',
	},
	{platform: 'iOS', platformName: 'ios', product: 'Plex for iOS', version: '18.1', transcodes: 0.4, room: 'Phone'},
	{
		platform: 'webOS',
		platformName: 'lg',
		product: 'Plex for LG',
		version: '6.0',
		transcodes: 0.35,
		room: 'Living Room',
	},
	{platform: 'Windows', platformName: 'windows', product: 'Plex HTPC', version: '10', transcodes: 0.1, room: 'Desk'},
	{
		platform: 'Playstation 5',
		platformName: 'playstation',
		product: 'Plex for PlayStation',
		version: '9.2',
		transcodes: 0.4,
		room: 'Console',
	},
	{
		platform: 'Firefox',
		platformName: 'firefox',
		product: 'Plex Web',
		version: '132.0',
		transcodes: 0.8,
		room: 'Office',
	},
	{
		platform: 'Linux',
		platformName: 'linux',
		product: 'Plexamp',
		version: '6.8',
		transcodes: 0.15,
		room: 'Kitchen Radio',
	},
];

/** Username, friendly name; the first is the owner. */
const names: readonly (readonly [string, string])[] = [
	['edda', 'Edda'],
	['quirin', 'Quirin'],
	['tove_l', 'Tove Lindqvärn'],
	['grandpa', 'Opa Hanno 👴'],
	['haru', '小森 はる'],
	['ximena', 'Ximena Ñúñez'],
	['faro', 'faro'],
	['salma', 'سلمى'],
	['the.neighbours', 'The Neighbours'],
	['pavel', 'Павел'],
	['kids', 'Kids Room 🧸'],
	['noam', 'נועם'],
	['minseo', '민서'],
	['orla', 'Órla'],
	['zeno1988', 'zeno1988'],
	['lior', 'Lior'],
	['greta', 'Greta & Abel'],
	['cosmo', 'Cosmo'],
	['ines', 'Inês'],
	['runa', 'Rúna'],
	['vito', 'Vito'],
	['wanda', 'Wanda from the Long Street Behind the Old Harbour'],
	['yara', 'Yara'],
	['kaspar', 'Kašpar'],
	['ulla', 'Ulla'],
	['brita', 'Brita'],
	['nils', 'Nils'],
	['sami', 'Sami'],
	['delphine', 'Delphine'],
	['juno', 'Juno'],
];

/** Two streams run round the clock and need more people than the others. */
const slotOfUser = [0, 3, 0, 2, 1, 0, 4, 1, 5, 0, 6, 1, 2, 7, 8, 0, 3, 1, 4, 2, 5, 6, 0, 1, 7, 8, 2, 3, 4, 5];

const makePlayers = (random: Random, username: string): Player[] =>
	Array.from({length: between(random, 1, 3)}, () => {
		const {room, ...platform} = pickOne(random, platforms);
		return {
			...platform,
			name: random() < 0.5 ? `${username}'s ${platform.platform}` : room,
			machineId: hashOf(username, platform.platform, random()).toString(16).padStart(12, 'd'),
		};
	});

/** Everyone who may watch, the owner first. */
export const createPeople = (seed: number): readonly DemoUser[] => {
	const random = createRandom(seed, 'people');
	return names.map(([username, friendlyName], index) => {
		const isHome = index < 4 || username === 'kids';
		return {
			userId: 2_000_000 + index * 137 + 11,
			username,
			friendlyName,
			isAdmin: index === 0,
			isHome,
			isActive: username !== 'juno',
			location: isHome || random() < 0.2 ? 'lan' : 'wan',
			ipAddress: isHome ? `192.0.2.${20 + index}` : `198.51.100.${20 + index}`,
			players: makePlayers(random, username),
			slot: slotOfUser[index] ?? 0,
		};
	});
};
