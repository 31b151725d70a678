import {AppError} from '../domain/app-error.ts';
import {cleanText} from '../domain/text/text.ts';

/** Something wrong in one place. Neither sentence ever holds the value: it may be a secret. */
export type Problem = {
	/** The file with line and column, or the name of the variable. */
	readonly where: string;
	/** What is wrong, with the key: goes on after "WHERE: ". */
	readonly sentence: string;
	readonly remedy: string;
	/** The key that is not set, in full. */
	readonly missing?: string;
	/** The key that was meant by a name that nobody knows, in full. */
	readonly meant?: string | undefined;
};

/** More are not shown: the first ones often cause the rest. */
const mostShown = 10;

/** Names of files and keys come from outside too. */
export const printable = (name: string): string => {
	const clean = cleanText(name);
	return clean.length > 200 ? `${clean.slice(0, 199)}…` : clean;
};

/** One line: where, what and, for a list, the remedy. */
const problemLine = (problem: Problem): string => `${printable(problem.where)}: ${problem.sentence}`;

/** A warning is a problem that does not stop: one line with its remedy. */
export const warningLine = (problem: Problem): string => `${problemLine(problem)} ${problem.remedy}`;

/** A key that stands there under another name is one mistake: the name is told, and not that the key is missing. */
export const toldOnce = (problems: readonly Problem[], unknown: readonly Problem[]): readonly Problem[] => {
	const meant = new Set(unknown.map(problem => problem.meant));
	return [...problems.filter(({missing}) => missing === undefined || !meant.has(missing)), ...unknown];
};

/** All problems as one error: a single one with its remedy as the hint, several as a list of at most ten. */
export const configError = (problems: readonly Problem[], cause?: unknown): AppError => {
	const [first, ...others] = problems;
	if (!first) return new AppError('config', 'The configuration is wrong.', {cause});
	if (others.length === 0) return new AppError('config', problemLine(first), {hint: first.remedy, cause});
	const shown = problems.slice(0, mostShown).map(warningLine);
	const hidden = problems.length - shown.length;
	const lines = hidden > 0 ? [...shown, `And ${hidden} more.`] : shown;
	return new AppError('config', lines.join('\n'), {
		hint: 'Correct these places and start again. tautop config --example prints every key with its meaning.',
		cause,
	});
};
