import type {Zone} from '../canvas/clock.ts';
import {type LookedAt, lookOnly, type StoredFacts} from '../store/look-only.ts';
import {integrityFindings, kindFindings, runFindings} from './database.ts';
import {roomFinding} from './files.ts';
import type {Placed} from './finding.ts';
import {type Look, take, takeSteps} from './look.ts';

/** What was found of the database, and what stands in it; to be closed. */
export type ExaminedDatabase = {
	readonly found: readonly Placed[];
	/** Null: it cannot be read, or is not there. */
	readonly facts: StoredFacts | null;
	readonly close: () => void;
};

const section = 'database';

/**
 * Looks at the file, and reads it once. Nothing is written, and what is not tautop's is not opened. `zone`: the configured one,
 * else that which the history found out shows times, as in the views.
 */
export const examineDatabase = async (
	file: string,
	now: () => number,
	zone: Zone,
	signal: AbortSignal,
): Promise<ExaminedDatabase> => {
	let looked: LookedAt | null = null;
	let facts: StoredFacts | null = null;
	const step = (name: string, seconds: number, look: Look['look']): Look => ({section, name, seconds, look});
	const steps = [
		step('file', 20, () => {
			looked = lookOnly(file);
			return kindFindings(looked);
		}),
		step('integrity', 60, stop => (looked ? integrityFindings(looked, file, stop) : [])),
		step('runs', 10, () => {
			facts = looked?.facts(now) ?? null;
			return facts ? runFindings(facts, now(), zone ?? facts.zone) : [];
		}),
	];
	const room = await take(
		step('disk', 5, () => [roomFinding(file)]),
		signal,
	);
	return {
		found: [...room, ...(await takeSteps(steps, signal))],
		facts,
		close: () => {
			try {
				looked?.close();
			} catch {
				// It was only looked at.
			}
		},
	};
};
