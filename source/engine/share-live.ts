import {answersFor} from '../questions/answers.ts';
import {type AnswerOf, askedOf, type QueryOf, type Question} from '../questions/questions.ts';
import type {Sources} from '../questions/sources.ts';

type Kept<Q extends Question> = {
	readonly question: Q;
	readonly value: AnswerOf<Q>;
	readonly at: number;
	/** The screens that have had it. */
	readonly given: Set<symbol>;
};

const isOf = <Q extends Question>(kept: Kept<Question> | undefined, question: Q): kept is Kept<Q> =>
	kept?.question === question;

/** What a server is asked for at the moment of asking. */
const live: readonly Question[] = [...askedOf('tautulli'), 'servers', 'ping'];

/** A server that was away may be back by now. */
const tellsOfTrouble = (entry: Kept<Question>): boolean =>
	(isOf(entry, 'ping') && entry.value.health?.ok === false) ||
	(isOf(entry, 'servers') && (!entry.value.tautulli.ok || entry.value.plex?.ok === false));

/** Answers of servers for several screens. */
export type LiveAnswers = {
	/** The sources for one more screen. */
	readonly forScreen: () => Sources;
	/** Something has happened: what was answered before is old. */
	readonly forget: () => void;
};

/**
 * A server is asked once for all screens: what one of them was told, another one is told too while it is fresh. Who asks
 * again wants a new answer, and gets it. Equal requests on their way are one already (`http/share.ts`). `clock`: milliseconds.
 */
export const shareLive = (
	sources: Sources,
	freshMs: (question: Question) => number,
	clock: () => number,
): LiveAnswers => {
	const kept = new Map<string, Kept<Question>>();
	const isFresh = ({question, at}: Kept<Question>): boolean => clock() - at < freshMs(question);

	const keep = (key: string, entry: Kept<Question>): void => {
		for (const [old, other] of kept) if (!isFresh(other)) kept.delete(old);
		if (tellsOfTrouble(entry)) kept.delete(key);
		else kept.set(key, entry);
	};

	const answerTo =
		(screen: symbol) =>
		async <Q extends Question>(question: Q, query: QueryOf<Q>, signal?: AbortSignal): Promise<AnswerOf<Q>> => {
			const key = JSON.stringify([question, query]);
			const known = kept.get(key);
			if (known && isFresh(known) && !known.given.has(screen) && isOf(known, question)) {
				known.given.add(screen);
				return known.value;
			}
			const value = await sources[question](query, signal);
			const meanwhile = kept.get(key);
			// Two that asked at once were told the same.
			if (meanwhile && meanwhile !== known) meanwhile.given.add(screen);
			else keep(key, {question, value, at: clock(), given: new Set([screen])});
			return value;
		};

	const forget = (): void => kept.clear();

	return {
		forget,
		forScreen: () => ({
			...sources,
			...answersFor(live, answerTo(Symbol('screen'))),
			reconnect: (query, signal) => {
				forget();
				return sources.reconnect(query, signal);
			},
		}),
	};
};
