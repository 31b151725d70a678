import {type AnswerOf, type QueryOf, type Question, questionNames} from './questions.ts';
import type {Sources} from './sources.ts';

/** Answers any question by its name. */
export type AnswerAny = <Q extends Question>(name: Q, query: QueryOf<Q>, signal?: AbortSignal) => Promise<AnswerOf<Q>>;

const hasAll = <Names extends Question>(
	some: Partial<Sources>,
	names: readonly Names[],
): some is Partial<Sources> & Pick<Sources, Names> => names.every(name => Object.hasOwn(some, name));

/** The answers of these questions, all given by one function that knows them by name. */
export const answersFor = <Names extends Question>(
	names: readonly Names[],
	answer: AnswerAny,
): Pick<Sources, Names> => {
	const some: Partial<Sources> = {};
	const put = <Q extends Names>(name: Q): void => {
		const ask = (query: QueryOf<Q>, signal?: AbortSignal): Promise<AnswerOf<Q>> => answer(name, query, signal);
		Object.defineProperty(some, name, {value: ask, enumerable: true});
	};
	for (const name of names) put(name);
	if (!hasAll(some, names)) throw new Error('A question has no answer.');
	return some;
};

/** All of them: what a proxy is. */
export const allAnswers = (answer: AnswerAny): Sources => answersFor(questionNames, answer);
