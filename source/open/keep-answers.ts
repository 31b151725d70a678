import {AppError} from '../domain/app-error.ts';
import type {Store} from '../store/open.ts';
import type {PlaySources} from './plays/answer-plays.ts';

/** What is kept of an answer beside it. */
type Kept = {
	readonly name: string;
	/** Unix seconds up to which it holds where nothing changes that it is counted from; asked before it is made. */
	readonly until: () => number;
	/** A text that changes with what it is counted from; absent: that are all plays, and what is known of collections. */
	readonly of?: string | undefined;
};

/** Gives an answer that was kept, else makes it and keeps it. */
export type Keep = <Answer>(kept: Kept, make: () => Promise<Answer>) => Promise<Answer>;

type KeepDeps = Pick<PlaySources, 'history' | 'now'> & {
	/** Null: there is no database now. */
	readonly store: () => Store | null;
	/**
	 * False: what others have kept is read, and nothing is kept. Of two programs that stay, each would hear what the other keeps, and
	 * count anew.
	 */
	readonly mayKeep: () => boolean;
	/** Of the program: another one may count otherwise. */
	readonly version: string;
};

/** Without it, an answer only takes longer. */
const quietly = <Result>(work: () => Result): Result | null => {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		return null;
	}
};

/** Answers in the database: what one program has counted, whoever comes next need not. */
export const keepAnswers = ({history, now, store, mayKeep, version}: KeepDeps): Keep => {
	/** Null: nothing is known that an answer could be counted from. */
	const countedFrom = ({mirror, keptAnswers}: Store): string | null => {
		const state = mirror.servers.current();
		if (!history || !state) return null;
		const {serverId, complete} = state;
		const plays = [serverId, complete, mirror.servers.playsVersion(serverId)];
		return JSON.stringify([version, ...plays, history.zone().name, history.grouping, keptAnswers.collectionsVersion()]);
	};
	return async ({name, until, of}, make) => {
		const current = store();
		const from = current && (of === undefined ? quietly(() => countedFrom(current)) : JSON.stringify([version, of]));
		if (!current || from === null) return make();
		const asked = {name, countedFrom: from, at: now()};
		const known = quietly(() => current.keptAnswers.read(asked));
		if (known !== null) return JSON.parse(known);
		// While it is made, midnight may pass.
		const holdsUntil = until();
		const answer = await make();
		if (mayKeep())
			quietly(() => current.keptAnswers.save({...asked, until: holdsUntil, answer: JSON.stringify(answer)}));
		return answer;
	};
};
