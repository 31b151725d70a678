import {castList} from './cast.ts';
import type {Character} from './character.ts';
import {hashOf} from './random.ts';

/** What a player can show without help, and what was set on it. */
type Abilities = {
	readonly videoCodecs: readonly string[];
	readonly audioCodecs: readonly string[];
	readonly containers: readonly string[];
	/** The quality that was chosen on it; null: the original. */
	readonly limitKbps: number | null;
	/** How often subtitles are put into the picture: 0 never, 1 always. */
	readonly burns: number;
};

/** What people watch with. */
export type Player = Abilities & {
	readonly machineId: string;
	readonly name: string;
	/** As Tautulli shows it. */
	readonly platform: string;
	/** Tautulli's short name, that its icons go by. */
	readonly platformName: string;
	readonly product: string;
	readonly version: string;
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
	readonly character: Character;
};

/** Everyone who may watch, the owner first. */
export const createPeople = (seed: number): readonly DemoUser[] =>
	castList.map(({username, friendlyName, isHome, players, character}, index) => ({
		userId: 2_000_000 + index * 137 + 11,
		username,
		friendlyName,
		isAdmin: index === 0,
		isHome,
		isActive: character.habits.length > 0,
		location: isHome ? 'lan' : 'wan',
		ipAddress: isHome ? `192.0.2.${20 + index}` : `198.51.100.${20 + index}`,
		players: players.map(player => ({
			...player,
			machineId: hashOf(seed, username, player.name).toString(16).padStart(12, 'd'),
		})),
		character,
	}));
