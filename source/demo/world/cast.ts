import {
	afternoons,
	type Character,
	characterOf,
	commute,
	evenings,
	middays,
	mornings,
	nights,
	teaTimes,
} from './character.ts';
import type {Player} from './people.ts';
import {playerOf} from './players.ts';

/** Somebody of the demo, as invented. */
type Invented = {
	readonly username: string;
	readonly friendlyName: string;
	readonly isHome: boolean;
	readonly players: ReadonlyArray<Omit<Player, 'machineId'>>;
	readonly character: Character;
};

const of = (
	username: string,
	friendlyName: string,
	where: 'home' | 'away',
	players: Invented['players'],
	character: Character,
): Invented => ({username, friendlyName, isHome: where === 'home', players, character});

/** Everybody of the demo, the owner first: who lives in the house, then friends. */
export const castList: readonly Invented[] = [
	of(
		'mara',
		'Mara',
		'home',
		[playerOf('appleTv', 'Living room'), playerOf('tablet', 'Mara’s iPad')],
		characterOf([...evenings(0.68), ...afternoons(0.35)], {films: 0.5, premieres: 0.7}),
	),
	of(
		'teo',
		'Teo',
		'home',
		[playerOf('shield', 'Attic')],
		characterOf([...evenings(0.5, 20.4, 23), ...afternoons(0.25)], {films: 0.55}),
	),
	of(
		'kids',
		'Kids',
		'home',
		[playerOf('tablet', 'Kids’ tablet'), playerOf('appleTv', 'Living room')],
		characterOf([...teaTimes(0.62), ...mornings(0.22), ...afternoons(0.4)], {films: 0.3, isChild: true, binges: 0.55}),
	),
	of(
		'workshop',
		'Workshop',
		'home',
		[playerOf('kodi', 'Workshop')],
		characterOf([...mornings(0.45), ...middays(0.75), ...evenings(0.3, 18.4, 20.6)], {
			films: 0.3,
			music: 0.18,
			pauses: 0.35,
		}),
	),
	of(
		'opa.ernst',
		'Opa Ernst',
		'away',
		[playerOf('oldRoku', 'Roku')],
		characterOf([...evenings(0.72, 19, 21.4), ...middays(0.5)], {films: 0.35, premieres: 0.3}),
	),
	of(
		'zoe',
		'Zoë',
		'away',
		[playerOf('phone', 'Zoë’s iPhone'), playerOf('lg', 'LG TV')],
		characterOf([...commute(0.5), ...evenings(0.34, 20.4, 22.6)], {films: 0.2, premieres: 0.5}),
	),
	of(
		'haruka',
		'Haruka',
		'away',
		[playerOf('fireTv', 'Fire TV')],
		characterOf([...evenings(0.5), ...mornings(0.25), ...afternoons(0.3)], {films: 0.5}),
	),
	of(
		'soren',
		'Søren',
		'away',
		[playerOf('tablet', 'iPad'), playerOf('windows', 'Desk')],
		characterOf([...evenings(0.5, 19.6, 22.6), ...mornings(0.25), ...middays(0.2)], {films: 0.45}),
	),
	of(
		'lucia',
		'Lucía',
		'away',
		[playerOf('web', 'Chrome'), playerOf('samsung', 'Samsung TV')],
		characterOf([...evenings(0.42), ...afternoons(0.25)], {premieres: 0.5}),
	),
	of(
		'pavel',
		'Павел',
		'away',
		[playerOf('shield', 'Shield')],
		characterOf([...evenings(0.46, 19.8, 22.8), ...nights(0.2), ...middays(0.2)], {films: 0.6}),
	),
	of(
		'nadia',
		'Nadia',
		'away',
		[playerOf('console', 'PlayStation'), playerOf('phone', 'Nadia’s phone')],
		characterOf([...nights(0.4), ...middays(0.5), ...evenings(0.15, 21, 23)], {binges: 0.7}),
	),
	of(
		'the.neighbours',
		'The Neighbours',
		'away',
		[playerOf('samsung', 'Samsung TV')],
		characterOf([...evenings(0.36, 19.8, 21.8), ...afternoons(0.3)], {films: 0.55, premieres: 0.55}),
	),
	of(
		'felix',
		'Felix',
		'away',
		[playerOf('windows', 'Desk'), playerOf('console', 'Console')],
		characterOf([...middays(0.35), ...afternoons(0.6), ...evenings(0.3)], {binges: 0.8, films: 0.25}),
	),
	of(
		'ruth',
		'Aunt Ruth',
		'away',
		[playerOf('fireTv', 'Bedroom'), playerOf('phone', 'Ruth’s phone')],
		characterOf(evenings(0.07), {premieres: 0.04}),
	),
	of('kobayashi', '小林さん', 'away', [playerOf('phone', '小林のスマホ')], characterOf([])),
];
