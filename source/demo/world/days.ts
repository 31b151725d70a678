import type {Habit} from './character.ts';
import type {DemoUser} from './people.ts';
import type {Plan} from './plan.ts';
import {between, createRandom, hashOf, pickOne, type Random} from './random.ts';
import {addBeginning, addSitting, type DayParts, type Unfinished, type UserDay} from './sitting.ts';
import {weekdayOf} from './zone.ts';

const secondsPerDay = 86_400;

/** A day of the server's zone ends at five in the morning, when nobody watches. */
const dayEndHour = 29;

const shareOf = (...parts: readonly (number | string)[]): number => hashOf(...parts) / 4_294_967_296;

/** Some days bring everybody to the screen, on a few there is a feast elsewhere. */
const moodOf = (seed: number, day: number): number => {
	const drawn = shareOf('mood', seed, day);
	if (drawn < 0.06) return 0.45;
	return drawn > 0.95 ? 1.3 : 0.88 + drawn * 0.42;
};

/** Everybody is away now and then for a week or so. */
const isAway = (seed: number, user: DemoUser, day: number): boolean =>
	shareOf('away', seed, user.userId, Math.floor((day + (user.userId % 8)) / 8)) < 0.07;

/** When an hour of a day of the server's zone is. */
const momentOf = ({zone}: DayParts, day: number, hour: number): number => {
	const at = day * secondsPerDay + Math.floor(hour * 3600);
	return at - zone.offsetAt(at - zone.offsetAt(at));
};

const drawNew = ({picks}: DayParts, random: Random, user: DemoUser, at: number, habit: Habit | null): Unfinished => {
	const own = habit?.player === undefined ? undefined : user.players[habit.player];
	return {player: own ?? pickOne(random, user.players), item: picks.next(random, user, at), fromSeconds: 0};
};

/** What somebody leaves for another day: begun on `day`, finished up to nine days later, or never. */
const postponed = (parts: DayParts, user: DemoUser, day: number): (Unfinished & {readonly days: number}) | null => {
	const random = createRandom(parts.seed, 'postponed', user.userId, day);
	if (random() < 0.75) return null;
	const what = drawNew(parts, random, user, momentOf(parts, day, 12), null);
	const days = between(random, 1, 9);
	const fromSeconds = Math.floor(what.item.durationSeconds * (0.2 + random() * 0.4));
	return what.item.type === 'track' ? null : {...what, fromSeconds, days};
};

const resumedToday = (parts: DayParts, user: DemoUser, day: number): Unfinished[] =>
	[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(days => {
		const what = postponed(parts, user, day - days);
		return what !== null && what.days === days ? [what] : [];
	});

/** What waits to be watched on a day. */
type Waiting = {beginning: Unfinished | null; readonly resumes: Unfinished[]; premiere: Unfinished | null};

const premiereFor = (
	{picks}: DayParts,
	random: Random,
	user: DemoUser,
	day: number,
	mood: number,
): Unfinished | null => {
	const item = picks.premiereOn(day);
	const wants = random() < user.character.premieres * mood;
	return item && wants ? {player: user.players[0] ?? pickOne(random, user.players), item, fromSeconds: 0} : null;
};

const sitDown = (made: UserDay, waiting: Waiting, habit: Habit, at: number): number | null => {
	const {random, parts, user, unfinished} = made;
	if (waiting.premiere && waiting.premiere.item.addedAt < at && habit.until > 20) {
		const {premiere} = waiting;
		waiting.premiere = null;
		return addSitting(made, premiere, at);
	}
	const resumed = random() < 0.6 ? (waiting.resumes.pop() ?? unfinished.shift()) : undefined;
	if (resumed) return addSitting(made, resumed, at);
	if (waiting.beginning && random() < 0.5) {
		const {beginning} = waiting;
		waiting.beginning = null;
		return addBeginning(made, beginning, at);
	}
	return addSitting(made, drawNew(parts, random, user, at, habit), at);
};

/** Whoever awaits something is there in the evening, whatever else is usual. */
const occasionsOf = (
	{character}: DemoUser,
	weekday: number,
	premiere: boolean,
): readonly (Habit & {readonly isSure: boolean})[] => [
	...character.habits
		.filter(({weekdays}) => weekdays.includes(weekday))
		.map(habit => ({...habit, isSure: premiere && habit.until > 20 && habit.from > 18})),
];

/**
 * The plays of one user on one day of the server's zone, one after another. A day knows nothing of the day before but what the
 * seed says, so any day can be made alone and is always the same.
 */
export const makeDay = (parts: DayParts, user: DemoUser, day: number): readonly Plan[] => {
	const {seed, people} = parts;
	if (!user.isActive || isAway(seed, user, day)) return [];
	const random = createRandom(seed, 'day', user.userId, day);
	const mood = moodOf(seed, day);
	const made: UserDay = {
		parts,
		random,
		user,
		keys: {first: people.indexOf(user) + 1, step: people.length},
		endAt: momentOf(parts, day, dayEndHour) - 20,
		plans: [],
		unfinished: [],
	};
	const waiting: Waiting = {
		beginning: postponed(parts, user, day),
		resumes: resumedToday(parts, user, day),
		premiere: premiereFor(parts, random, user, day, mood),
	};
	let free = momentOf(parts, day, 5);
	const habits = occasionsOf(user, weekdayOf(day), waiting.premiere !== null);
	for (const habit of habits.toSorted((one, two) => one.from - two.from)) {
		const isOn = random() < habit.chance * mood;
		let at = Math.max(free, momentOf(parts, day, habit.from + random() * habit.spread));
		if (!isOn && !habit.isSure) continue;
		const until = momentOf(parts, day, habit.until);
		while (at < until) {
			const stoppedAt = sitDown(made, waiting, habit, at);
			at = (stoppedAt ?? at + 300) + between(random, 20, 900);
		}
		free = at;
	}
	return made.plans;
};
