import type {Measure} from '../../domain/media.ts';
import type {Window} from '../../domain/period.ts';
import type {Choice, Narrowing, NarrowingKind} from '../../domain/plays/narrowing.ts';
import {type Own, type OwnKeys, switchValue} from './own.ts';
import {pageAround} from './pages.ts';

/** What a view is asked with. A view says in `takes` which parts are its own; a change of one of them asks anew. */
export type ViewQuery = {
	readonly window: Window;
	readonly measure: Measure;
	readonly where: Narrowing;
	/** What the view is about, where it is about one thing: a user, a title, a day, a row. */
	readonly subject: Choice | null;
	/** At most so many rows, after the first `start`; null: as many as the view finds right. */
	readonly limit: number | null;
	readonly start: number;
	/** Values of the view's own flags, by their names; a flag that is missing was not given. */
	readonly given?: Readonly<Record<string, number | boolean>> | undefined;
};

/** What a view is about: how help names its argument, and what the argument is looked up as. */
export type Subject = {
	readonly usage: string;
	/** `text` is taken as it is; the others are looked up, or are exact. */
	readonly kind: 'user' | 'title' | 'collection' | 'date' | 'row' | 'session' | 'text';
};

/** A flag that one view alone knows. */
export type OwnFlag = {
	readonly name: string;
	readonly type: 'boolean' | 'number';
	/** How help names its value, and the smallest one. */
	readonly value?: string;
	readonly min?: number;
	/** Words for help: what holds without it. */
	readonly default?: string;
	/** One line of help, without a full stop. */
	readonly summary: string;
};

/** What a view can be asked with. Flags, keys, help lines, chips and what asks anew all come from here. */
export type Takes = {
	/** A window; `days`: back from now alone. */
	readonly window?: 'any' | 'months' | 'days' | undefined;
	/** A past moment as the end of its window. */
	readonly past?: boolean | undefined;
	readonly measure?: readonly Measure[] | undefined;
	/** True: by anything. A list: by these alone. */
	readonly narrowing?: boolean | readonly NarrowingKind[] | undefined;
	/** The question itself sorts and pages its rows: there may be too many for one answer. Other lists do so with what they have. */
	readonly rows?: boolean | undefined;
	/** So many rows where a command does not say how many; absent: all of them. */
	readonly printed?: number | undefined;
	/** Ids of the columns that the question can sort by, where it is the one that sorts. */
	readonly sorts?: readonly string[] | undefined;
	/** What is typed as a filter is searched for by the question, over everything. */
	readonly searches?: boolean | undefined;
	readonly subject?: Subject | undefined;
	/** Its own flags; on the screen none of them is given. */
	readonly flags?: readonly OwnFlag[] | undefined;
};

/** A number that one of the view's own flags was given. */
export const givenNumber = ({given}: ViewQuery, name: string): number | null => {
	const value = given?.[name];
	return typeof value === 'number' ? value : null;
};

const rotationName = 'rotation-id';

/** One rotation of another program, by its number; `summary`: what it does beside the days that are asked for. */
export const rotationFlag = (summary: string): OwnFlag => ({
	name: rotationName,
	type: 'number',
	value: 'N',
	min: 0,
	summary,
});

/** The rotation that is asked for; null: whatever was shown. */
export const rotationOf = (query: ViewQuery): number | null => givenNumber(query, rotationName);

/** True for a view that cannot be opened by its name alone. */
export const needsSubject = ({subject}: Takes): boolean => subject !== undefined && !subject.usage.startsWith('[');

/** The parts of a query that this view is asked with, as a text that changes when they do. */
export const questionOf = (
	{takes, keys}: {readonly takes: Takes; readonly keys: OwnKeys},
	query: ViewQuery,
	own: Own,
): string =>
	JSON.stringify([
		takes.window || takes.past ? query.window : null,
		takes.measure ? query.measure : null,
		takes.narrowing || takes.searches ? query.where : null,
		takes.subject ? query.subject : null,
		query.given ?? null,
		takes.rows ? [query.limit, query.start, own.sort, own.reverse, pageAround(own).start] : null,
		keys.switches.filter(({asks}) => asks).map(each => switchValue(own, each)),
	]);
