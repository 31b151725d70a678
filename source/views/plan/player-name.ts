import type {Scene} from './scene.ts';

/** What devices, programs and rooms are called; any other word of a player may be of a person. */
const known = new Set(
	`amazon android apple appletv att bedroom box bravia browser cast chrome chromebook chromecast connect console
	deck desktop device dining dlna echo edge fire firefox firestick firetv floor for galaxy game gaming garage google guest
	hall hisense home homepod htpc hub infuse ios ipad iphone ipod kitchen kodi laptop lg linux living lounge mac macbook
	macos media mi mini mobile nest next nvidia office one opera panasonic pc philips phone pixel player playstation plex
	plexamp plexmediaplayer portable pro projector ps3 ps4 ps5 raspberry roku room s safari samsung series shield smart
	sonos sony soundbar steam stick studio surface switch tablet television theater theatre tv tvos ubuntu ultra unknown
	vizio vr watch web webos windows xbox xiaomi`.split(/\s+/),
);

/** Words, and what stands between them. */
const parts = () => /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu;

const isWord = (part: string): boolean => /^[\p{L}\p{N}]/u.test(part);

const isHarmless = (part: string): boolean =>
	!isWord(part) || /^\p{N}+\p{L}?$/u.test(part) || known.has(part.toLowerCase());

/** A player as `dashboard.names` has it: people call their devices by themselves, "marta's iPad". */
export const playerName = (player: string, names: Scene['names']): string => {
	if (names === 'full') return player;
	// The s of a possessive goes with its name.
	const pieces = player.replaceAll(/(?<=[\p{L}\p{N}])['’´`]s\b/gu, '').match(parts()) ?? [];
	if (names === 'initials') {
		return pieces.map(part => (isHarmless(part) ? part : `${[...part][0]?.toUpperCase() ?? ''}.`)).join('');
	}
	const kept = pieces.filter(part => isHarmless(part)).join('');
	const words = kept
		.replaceAll(/\(\W*\)/gu, '')
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})]+$/gu, '');
	return /[\p{L}\p{N}]/u.test(words) ? words : player === '' ? '' : 'a player';
};
