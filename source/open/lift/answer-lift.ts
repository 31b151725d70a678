import {inTurns} from '../../domain/in-turns.ts';
import type {LiftAnswer, LiftQuery} from '../../domain/lift.ts';
import {secondsPerDay} from '../../domain/period.ts';
import {computeLift} from '../../stats/lift/lift.ts';
import {restSeconds} from '../../stats/lift/ordered-plays.ts';
import type {Store} from '../../store/open.ts';
import {answering, coverageOf, type PlaySources} from '../plays/answer-plays.ts';
import {readCollections} from './lift-input.ts';

/** What lift is answered from. */
export type LiftSources = PlaySources & {
	/** Throws where there is no database: then nothing was recorded. */
	readonly store: () => Store;
};

/** Did people begin it more while it was promoted? Computed anew. */
export const answerLift = async (
	sources: LiftSources,
	query: LiftQuery,
	turn: () => Promise<unknown>,
): Promise<LiftAnswer> => {
	const store = sources.store();
	const found = answering(sources);
	const {mirror, state, zone} = found;
	const to = sources.now();
	const oldest = mirror.plays.oldestStart(state.serverId) ?? to;
	const asked = query.days === 0 ? oldest : to - query.days * secondsPerDay;
	const coverage = coverageOf(found, {from: asked, to}, to);
	const from = Math.min(to, Math.max(asked, oldest, coverage.knownFrom ?? oldest));
	const window = {from, to};
	const {collections, only, needLooks} = readCollections(store, window, query);
	const {columns, starts} = await sources.columns.read(mirror, state.serverId, from - restSeconds, zone.name);
	const owners = mirror.users.owners(state.serverId) ?? [];
	const ownerKnown = owners.length > 0;
	const parts = await inTurns(
		computeLift({
			columns,
			starts,
			zone: zone.name,
			window,
			owners: ownerKnown ? new Set(owners) : null,
			collections,
			only,
		}),
		turn,
	);
	return {days: query.days, ...window, zone: zone.name, ownerKnown, needLooks, ...parts, coverage};
};
