import type {Player} from './people.ts';

type Model = Omit<Player, 'machineId' | 'name'>;

const everything: Pick<Player, 'videoCodecs' | 'audioCodecs' | 'containers' | 'limitKbps' | 'burns'> = {
	videoCodecs: ['h264', 'hevc', 'av1'],
	audioCodecs: ['aac', 'ac3', 'eac3', 'dca', 'truehd', 'flac', 'mp3'],
	containers: ['mkv', 'mp4', 'flac', 'mp3'],
	limitKbps: null,
	burns: 0,
};

const plain = {videoCodecs: ['h264', 'hevc'], audioCodecs: ['aac', 'ac3', 'eac3', 'flac', 'mp3']};

/** What stands in living rooms and lies on sofas, with what it can do. */
const models = {
	appleTv: {...everything, platform: 'tvOS', platformName: 'atv', product: 'Plex for Apple TV', version: '18.0'},
	shield: {
		...everything,
		platform: 'Android',
		platformName: 'android',
		product: 'Plex for Android (TV)',
		version: '11',
	},
	kodi: {...everything, platform: 'Linux', platformName: 'kodi', product: 'Kodi', version: '21.1'},
	oldRoku: {
		...everything,
		videoCodecs: ['h264'],
		audioCodecs: ['aac', 'ac3', 'mp3'],
		limitKbps: 4000,
		platform: 'Roku',
		platformName: 'roku',
		product: 'Plex for Roku',
		version: '9.4',
	},
	fireTv: {
		...everything,
		...plain,
		burns: 0.8,
		platform: 'Android',
		platformName: 'android',
		product: 'Plex for Android (TV)',
		version: '9',
	},
	phone: {
		...everything,
		...plain,
		limitKbps: 4000,
		platform: 'iOS',
		platformName: 'ios',
		product: 'Plex for iOS',
		version: '18.1',
	},
	tablet: {
		...everything,
		...plain,
		containers: ['mp4', 'mp3'],
		platform: 'iOS',
		platformName: 'ios',
		product: 'Plex for iOS',
		version: '18.1',
	},
	web: {
		...everything,
		videoCodecs: ['h264', 'av1'],
		audioCodecs: ['aac', 'mp3', 'flac', 'ac3', 'eac3'],
		limitKbps: 6000,
		platform: 'Chrome',
		platformName: 'chrome',
		product: 'Plex Web',
		version: '131.0',
	},
	lg: {
		...everything,
		...plain,
		platform: 'webOS',
		platformName: 'lg',
		product: 'Plex for LG',
		version: '6.0',
	},
	samsung: {
		...everything,
		...plain,
		containers: ['mp4', 'mp3'],
		platform: 'Tizen',
		platformName: 'samsung',
		product: 'Plex for Samsung',
		version: '7.0',
	},
	console: {
		...everything,
		...plain,
		videoCodecs: ['h264', 'hevc', 'av1'],
		containers: ['mp4', 'mp3'],
		platform: 'Playstation 5',
		platformName: 'playstation',
		product: 'Plex for PlayStation',
		version: '9.2',
	},
	windows: {...everything, platform: 'Windows', platformName: 'windows', product: 'Plex HTPC', version: '10'},
} as const satisfies Readonly<Record<string, Model>>;

/** A player of a model, under the name that its owner gave it. */
export const playerOf = (model: keyof typeof models, name: string): Omit<Player, 'machineId'> => ({
	...models[model],
	name,
});
