import type {AppErrorData} from '../../domain/app-error.ts';
import {sentence} from '../../views/plan/words.ts';
import {clockOf, databaseOf, type Heartbeat} from '../shell.ts';

/** What lasts until somebody mends it, and is seen only in answers. */
export type Standing = {
	/** Why the database is not open; null: it is, or nothing is known yet. */
	readonly database: AppErrorData | null;
	/** What is wrong with this machine's clock; null: nothing, or not known yet. */
	readonly clock: string | null;
};

/** Before anything has answered. */
export const nothingStanding: Standing = {database: null, clock: null};

/** What stands now. */
export const standingOf = (seen: Heartbeat): Standing => ({
	database: databaseOf(seen)?.trouble ?? null,
	clock: clockOf(seen),
});

/** That the database is not open, and why. */
const databaseSentences = ({message, hint}: AppErrorData): readonly string[] =>
	['Nothing is kept.', message, hint ?? ''].filter(Boolean);

/** What is wrong with this machine's clock. */
const clockSentence = (clock: string): string => sentence(`The clocks differ: ${clock}`);

/** A sentence for what came or went, none for what has only other words now. */
export const standingChanges = (before: Standing, now: Standing): readonly string[] => [
	...(now.database && !before.database ? [databaseSentences(now.database).join(' ')] : []),
	...(before.database && !now.database ? ['The database is open again.'] : []),
	...(now.clock !== null && before.clock === null ? [clockSentence(now.clock)] : []),
];
