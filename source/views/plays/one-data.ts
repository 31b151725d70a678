import {AppError} from '../../domain/app-error.ts';
import type {Graph} from '../../domain/plays/graph.ts';
import {handful} from '../../domain/plays/handful.ts';
import type {Choice, Narrowing, NarrowingKind} from '../../domain/plays/narrowing.ts';
import type {NameGroup, PlayCount, PlayCounts} from '../../domain/plays/plays.ts';
import type {Session} from '../../domain/session.ts';
import {zoneSpans} from '../../domain/zone.ts';
import type {Json} from '../../export/json.ts';
import {graphOf} from '../../stats/graph-of.ts';
import {usualDay, weekSeconds} from '../../stats/week.ts';
import {pageAround} from '../plan/pages.ts';
import type {Scene} from '../plan/scene.ts';
import type {Asking} from '../plan/view.ts';
import {askSeenSessions, type SeenSessions} from './live-plays.ts';
import {askSeenPlays, type SeenPlay} from './seen-plays.ts';

/** Its plays by some names: on which devices, by whom. */
export type Part = {
	/** Of the rows in JSON. */
	readonly id: string;
	/** What stands before the names where they are a fact: "on", "by"; absent: they are a list alone. */
	readonly word?: string;
	readonly by: NameGroup;
	/** True: of all time, whatever the window. */
	readonly ever?: boolean;
	/** Of those on a list of their own, where there is room: what it is called. */
	readonly list?: string;
	/** Names are those of people. */
	readonly isPerson?: boolean;
};

/** A fact with its name, in a line of its own or beside others. */
export type Fact = {readonly name: string; readonly words: readonly string[]};

/** What a page says that is not from plays: facts, and their names in JSON. */
export type OneFacts = {
	readonly facts: (scene: Scene) => readonly Fact[];
	readonly json: {readonly [key: string]: Json};
};

/** Asked beside the plays; null: there is nothing to say. */
export type AskFacts = (asking: Asking) => Promise<OneFacts | null>;

/** What there is to say of one user or title: totals, how, when, by which names, its newest plays. */
export type One = {
	readonly total: PlayCounts['total'];
	readonly decisions: PlayCounts;
	/** Of all time, with the Unix seconds of the first play. */
	readonly ever: {readonly plays: number; readonly playedSeconds: number; readonly since: number | null};
	/** 0 is Sunday; null: of a handful nothing is usual. */
	readonly usualDay: number | null;
	readonly months: Graph;
	/** By the id of the part; null: not known. */
	readonly parts: ReadonlyMap<string, readonly PlayCount[] | null>;
	readonly plays: readonly SeenPlay[];
	/** Where these lie in all plays of the window. */
	readonly part: {readonly start: number; readonly total: number};
	readonly running: SeenSessions;
	readonly own: OneFacts | null;
};

const narrowed = (where: Narrowing, kind: NarrowingKind, subject: Choice | null): Narrowing =>
	subject ? {...where, [kind]: [subject]} : where;

/** What nobody has read yet costs itself, and no more. */
const orUnknown = (error: unknown): null => {
	if (error instanceof AppError && error.code === 'waiting') return null;
	throw error;
};

const everything = {days: 0};

export const askOne = async (
	asking: Asking,
	kind: NarrowingKind,
	parts: readonly Part[],
	isOf: (session: Session) => boolean,
	facts?: AskFacts,
): Promise<One> => {
	const {sources, query, form, signal} = asking;
	const where = narrowed(query.where, kind, query.subject);
	const {window} = query;
	const base = {window, where, measure: 'plays' as const, split: 'nothing' as const};
	const first = {window: everything, where, sort: 'started' as const, reverse: true, limit: 1, start: 0};
	const page = form === 'report' ? {limit: query.limit ?? 25, start: query.start} : pageAround(asking.own);
	const [own, running, decisions, weekdays, months, ever, oldest, history, ...named] = await Promise.all([
		facts?.(asking) ?? null,
		form === 'report' ? new Map() : askSeenSessions(asking, isOf),
		sources.plays({...base, by: 'decision'}, signal),
		sources.plays({...base, by: 'weekday'}, signal),
		sources.plays({...base, window: {days: 365}, by: 'month'}, signal),
		sources.plays({...base, window: everything, by: 'nothing'}, signal),
		sources.history(first, signal),
		sources.history({window, where, sort: 'date', reverse: false, ...page}, signal),
		...parts.map(async ({by, ever: isEver}) => {
			const asked = {...base, by, ...(isEver ? {window: everything} : {})};
			return sources.plays(asked, signal).catch(orUnknown);
		}),
	]);
	const counts = new Map(weekdays.rows.map(({key, plays: count}) => [key, count]));
	const {span, coverage} = weekdays;
	return {
		total: decisions.total,
		decisions,
		ever: {...ever.total, since: oldest.plays[0]?.startedAt ?? null},
		usualDay:
			decisions.total.plays < handful
				? null
				: usualDay(
						Array.from({length: 7}, (_, day) => counts.get(String(day)) ?? 0),
						weekSeconds(span.from, span.to, zoneSpans(coverage.zone, span.from, span.to)),
					),
		months: graphOf(months, {by: 'month', split: 'nothing', measure: 'plays'}),
		parts: new Map(parts.map(({id}, index) => [id, named[index]?.rows.filter(row => row.plays > 0) ?? null])),
		plays: await askSeenPlays(asking, history.plays),
		part: {start: history.start, total: history.recordsFiltered},
		running,
		own,
	};
};
