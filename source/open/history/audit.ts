import {AppError} from '../../domain/app-error.ts';
import type {StoredEvent} from '../../domain/events.ts';
import type {Graph} from '../../domain/plays/graph.ts';
import type {PlayCounts, PlaysQuery} from '../../domain/plays/plays.ts';
import type {AuditStatus} from '../../domain/status.ts';
import {graphDifference} from '../../stats/graph-difference.ts';
import {graphOf} from '../../stats/graph-of.ts';
import type {GraphRequest, TautulliClient} from '../../tautulli/client.ts';

/** Compares what is shown with Tautulli's own numbers, one at a time, as long as somebody looks. */
export type Audit = {
	/** Somebody was shown the answer to this. */
	readonly shown: (query: PlaysQuery) => void;
	readonly status: () => AuditStatus;
	readonly stop: () => void;
};

export type AuditDeps = {
	readonly tautulli: Pick<TautulliClient, 'getPlaysByHourOfDay' | 'getPlaysByDate' | 'getPlaysByStreamType'>;
	readonly count: (query: PlaysQuery) => Promise<PlayCounts>;
	/** Brings in what is new; `full`: reads everything again. False: it failed. */
	readonly sync: (full: boolean) => Promise<boolean>;
	/** Unix seconds. */
	readonly now: () => number;
	readonly note: (event: StoredEvent) => void;
	/** True while nothing happens: then a number is looked at half as often. */
	readonly isQuiet: () => boolean;
};

/** One number a minute, of what was shown lately. */
const everyMs = 60_000;
const shownSeconds = 150;

/** While nothing happens, so much lies between two of them: every second look. */
const quietSeconds = 90;

/** Everything is read again at most so often because a number differs. */
const mendSeconds = 3600;

type Ask = (tautulli: AuditDeps['tautulli'], request: GraphRequest) => Promise<Graph>;

/** The graphs that Tautulli draws of the same. */
const asks: Readonly<Record<string, Ask>> = {
	'hour media': (tautulli, request) => tautulli.getPlaysByHourOfDay(request),
	'date media': (tautulli, request) => tautulli.getPlaysByDate(request),
	'date decision': (tautulli, request) => tautulli.getPlaysByStreamType(request),
};

/** What Tautulli can be asked too: whole days back from now, of everybody, in plays or time. */
const requestOf = ({
	by,
	split,
	window,
	where,
	measure,
}: PlaysQuery): {readonly ask: Ask; readonly request: GraphRequest} | null => {
	const ask = asks[`${by} ${split}`];
	if (!ask || measure === 'users' || !('days' in window) || window.at !== undefined || window.days === 0) return null;
	return Object.keys(where).length > 0 ? null : {ask, request: {days: window.days, yAxis: measure}};
};

const nothingYet: AuditStatus = {checkedAt: null, difference: null};

/** A difference that a sync mends was a play that ended just then; one that stays is told, and everything is compared. */
export const createAudit = ({tautulli, count, sync, now, note, isQuiet}: AuditDeps): Audit => {
	const shown = new Map<string, {readonly query: PlaysQuery; at: number; checkedAt: number}>();
	let status = nothingYet;
	let mendedAt = Number.NEGATIVE_INFINITY;
	let isRunning = false;
	let lookedAt = Number.NEGATIVE_INFINITY;

	/** Where they differ, in words; null: nowhere. */
	const compare = async (query: PlaysQuery): Promise<string | null> => {
		const asked = requestOf(query);
		if (!asked) return null;
		const counts = await count(query);
		// What is not mirrored yet is no difference.
		if (counts.coverage.knownFrom !== null || !counts.coverage.zoneProven) return null;
		const found = graphDifference(graphOf(counts, query), await asked.ask(tautulli, asked.request));
		if (!found) return null;
		const unit = query.measure === 'duration' ? 's' : 'plays';
		return `${found.series}, ${found.category}: Tautulli counts ${found.theirs} ${unit}, the mirror ${found.ours}`;
	};

	/** Again after what may explain it; null: then it agrees. */
	const settle = async (query: PlaysQuery): Promise<string | null> => {
		if (!(await sync(false))) return null;
		const again = await compare(query);
		if (again === null || now() - mendedAt < mendSeconds) return again;
		note({at: now(), kind: 'audit', text: `A number differs: ${again}. All of the history is compared.`});
		mendedAt = now();
		if (!(await sync(true))) return again;
		const last = await compare(query);
		const text = last === null ? 'The comparison mended it.' : `It still differs: ${last}.`;
		note({at: now(), kind: 'audit', text});
		return last;
	};

	const look = async (): Promise<void> => {
		const [next] = [...shown.values()]
			.filter(({at}) => now() - at < shownSeconds)
			.toSorted((one, two) => one.checkedAt - two.checkedAt);
		if (!next || isRunning || (isQuiet() && now() - lookedAt < quietSeconds)) return;
		isRunning = true;
		lookedAt = now();
		next.checkedAt = now();
		try {
			const difference = (await compare(next.query)) === null ? null : await settle(next.query);
			status = {checkedAt: now(), difference};
		} catch (error) {
			// A server that is away is told elsewhere; the number waits for its turn.
			if (!(error instanceof AppError)) throw error;
		} finally {
			isRunning = false;
		}
	};

	const timer = setInterval(() => void look(), everyMs);
	timer.unref();
	return {
		shown: query => {
			if (!requestOf(query)) return;
			const name = JSON.stringify([query.by, query.split, query.window, query.measure]);
			const known = shown.get(name);
			if (known) known.at = now();
			else shown.set(name, {query, at: now(), checkedAt: Number.NEGATIVE_INFINITY});
		},
		status: () => status,
		stop: () => clearInterval(timer),
	};
};
