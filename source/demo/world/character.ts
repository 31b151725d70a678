/** When somebody sits down, and how likely. Hours of the server's day; those behind 24 are of the night that follows. */
export type Habit = {
	/** 0 is Sunday. */
	readonly weekdays: readonly number[];
	readonly from: number;
	/** The start lies anywhere in so many hours. */
	readonly spread: number;
	/** Nothing new is begun then. */
	readonly until: number;
	readonly chance: number;
	/** Which of the players it is; absent: one of them by chance. */
	readonly player?: number;
};

/** What somebody is like as a viewer. */
export type Character = {
	readonly habits: readonly Habit[];
	/** How many of the things begun are films, and how many music; the rest are episodes. */
	readonly films: number;
	readonly music: number;
	/** How likely another episode follows. */
	readonly binges: number;
	/** How likely a new episode of what everybody follows is watched on its evening. */
	readonly premieres: number;
	/** Only what is for children. */
	readonly isChild: boolean;
	/** How often something stands paused for long. */
	readonly pauses: number;
};

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const workdays = [1, 2, 3, 4];
const weekend = [5, 6];
const daysOff = [0, 6];

/** An evening at home: fuller at the weekend, Friday and Saturday longer. */
export const evenings = (chance: number, from = 19.6, until = 22.2): readonly Habit[] => [
	{weekdays: [0, ...workdays], from, spread: 1.4, until, chance},
	{weekdays: weekend, from: from - 0.3, spread: 1.6, until: until + 1, chance: Math.min(0.95, chance * 1.25)},
];

export const afternoons = (chance: number): readonly Habit[] => [
	{weekdays: daysOff, from: 13.5, spread: 2.5, until: 17.5, chance},
];

/** To work and back. */
export const commute = (chance: number): readonly Habit[] =>
	[7.1, 17.2].map(from => ({weekdays: [1, 2, 3, 4, 5], from, spread: 0.5, until: from + 0.7, chance, player: 0}));

export const mornings = (chance: number): readonly Habit[] => [
	{weekdays: everyDay, from: 8.2, spread: 2, until: 10.8, chance},
];

export const middays = (chance: number): readonly Habit[] => [
	{weekdays: everyDay, from: 12, spread: 3, until: 16, chance},
];

export const nights = (chance: number): readonly Habit[] => [
	{weekdays: everyDay, from: 22.6, spread: 1.4, until: 25.2, chance},
];

export const teaTimes = (chance: number): readonly Habit[] => [
	{weekdays: everyDay, from: 16.4, spread: 1.3, until: 18.6, chance},
];

const usual: Character = {
	habits: [],
	films: 0.4,
	music: 0.02,
	binges: 0.45,
	premieres: 0.35,
	isChild: false,
	pauses: 0.08,
};

export const characterOf = (habits: readonly Habit[], own: Partial<Omit<Character, 'habits'>> = {}): Character => ({
	...usual,
	...own,
	habits,
});
