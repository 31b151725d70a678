import {AppError} from './app-error.ts';

/** Marks the errors below: the server answered one question with what cannot be read, and is well otherwise. */
const mark = new Error('Odd.');

/** The same error, marked. */
export const asOdd = ({code, message, server, hint}: AppError): AppError =>
	new AppError(code, message, {server, hint, cause: mark});

const isOdd = (error: unknown): error is AppError => error instanceof AppError && error.cause === mark;

/** The answer to one of several questions of a kind, and what names it. */
export type NamedAnswer<Answer> = {readonly name: string; readonly answer: Promise<Answer>};

type Settled<Answer> = {readonly name: string; readonly good: readonly Answer[]; readonly error: AppError | null};

const settle = async <Answer>({name, answer}: NamedAnswer<Answer>): Promise<Settled<Answer>> => {
	try {
		return {name, good: [await answer], error: null};
	} catch (error) {
		if (!isOdd(error)) throw error;
		return {name, good: [], error};
	}
};

/** Answers to questions of a kind: an odd one costs itself and is told. Throws what failed, and where all were odd the first. */
export const goodAnswers = async <Answer>(
	asked: ReadonlyArray<NamedAnswer<Answer>>,
	odd: (sentence: string) => void,
): Promise<Answer[]> => {
	const settled = await Promise.all(asked.map(settle));
	const odds = settled.flatMap(({name, error}) => (error ? [{name, error}] : []));
	const [first] = odds;
	if (first && odds.length === settled.length) throw first.error;
	for (const {name, error} of odds) odd(`${error.message} Left out: ${name}.`);
	return settled.flatMap(({good}) => good);
};
