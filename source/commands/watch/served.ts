import {AppError} from '../../domain/app-error.ts';
import {nearest} from '../../domain/text/nearest.ts';
import type {OpenSources} from '../../questions/sources.ts';
import type {Standing} from './standing.ts';

/** A server that is watched, and what is asked of it. */
export type Served = Pick<OpenSources, 'sources' | 'listen'> & {
	/** Null: it is the only one, and has no name. */
	readonly name: string | null;
	readonly standing: () => Standing;
};

const unknown = (typed: string, names: readonly string[]): AppError => {
	const near = nearest(typed, names);
	const hint = near === null ? `There is ${names.join(', ')}.` : `Did you mean ${near}?`;
	return new AppError('not-found', 'No server that is watched has this name.', {hint});
};

/** Those that an address asks for, and the parameters that are left: `server=NAME` is one, in any case. Throws `not-found`. */
export const servedBy = (
	all: readonly Served[],
	parameters: URLSearchParams,
): {readonly chosen: readonly Served[]; readonly others: URLSearchParams} => {
	const names = all.flatMap(({name}) => name ?? []);
	const typed = parameters.get('server');
	// Without a list it is a parameter like any other that is not known.
	if (typed === null || names.length === 0) return {chosen: all, others: parameters};
	const chosen = all.filter(({name}) => name?.toLowerCase() === typed.toLowerCase());
	if (chosen.length === 0) throw unknown(typed, names);
	const others = new URLSearchParams(parameters);
	others.delete('server');
	return {chosen, others};
};
