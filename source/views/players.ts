import {namedView} from './plays/named-view.ts';

/** On which device people watch. */
export const players = namedView({
	name: 'players',
	title: 'Players',
	summary: 'plays by player: the name of the device',
	by: 'player',
	kind: 'player',
	keyId: 'player',
	nameId: 'player',
	heading: 'player',
	words: ['player', 'players'],
	measures: ['plays', 'duration', 'users'],
	isDevice: true,
});
