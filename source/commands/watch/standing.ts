import type {ServerName} from '../../domain/app-error.ts';
import type {EngineTrouble} from '../../domain/engine-trouble.ts';
import type {LocalStatus, ServerHealth} from '../../domain/status.ts';
import type {SourcesEvent} from '../../questions/sources.ts';
import {type Journal, tellOnce} from './journal.ts';
import {localNews, noticeNews, runNews, serverNews, trouble, well} from './words.ts';

/** How everything stands, as last heard. */
export type Standing = {
	/** Null: not asked yet, or not configured. */
	readonly servers: Readonly<Record<ServerName, ServerHealth | null>>;
	readonly local: LocalStatus | null;
	readonly engine: Pick<EngineTrouble, 'reason'> | null;
	/** For how many seconds nothing has been heard; null: nothing was heard yet. */
	readonly silentSeconds: number | null;
};

/** Hears what comes, knows how it stands, and tells what is new of it. */
export type Hearing = {
	readonly standing: () => Standing;
	readonly opened: (host: number | null) => void;
	readonly server: (name: ServerName, health: ServerHealth | null) => void;
	readonly local: (status: LocalStatus) => void;
	readonly event: (event: SourcesEvent) => void;
	/** A sentence that is told once. */
	readonly sentence: (text: string) => void;
	/** It can never begin. */
	readonly failed: (reason: string) => void;
};

export type HearingDeps = {
	readonly journal: Journal;
	/** Unix seconds. */
	readonly now: () => number;
	/** Milliseconds of a clock that nobody sets. */
	readonly steadyMs: () => number;
	/** How a moment is written. */
	readonly when: (at: number) => string;
	readonly database: string;
};

export const createHearing = ({journal, now, steadyMs, when, database}: HearingDeps): Hearing => {
	const awaySince = new Map<ServerName, number>();
	let standing: Omit<Standing, 'silentSeconds'> = {servers: {tautulli: null, plex: null}, local: null, engine: null};
	let heardMs: number | null = null;

	const put = (part: Partial<typeof standing>): void => {
		standing = {...standing, ...part};
	};

	const sentence = tellOnce(journal);

	const engine = (found: EngineTrouble | null): void => {
		put({engine: found});
		if (found) journal(trouble(`${found.reason} Another one is started.`));
	};

	return {
		standing: () => ({...standing, silentSeconds: heardMs === null ? null : (steadyMs() - heardMs) / 1000}),
		sentence,
		failed: reason => {
			put({engine: {reason}});
			journal(trouble(reason));
		},
		opened: host =>
			journal(
				well(
					host === null
						? `It writes to ${database}.`
						: `Another tautop (process ${host}) writes to ${database} already. This one shares it, and takes over when it ends.`,
				),
			),
		server: (name, health) => {
			const before = standing.servers[name];
			heardMs = steadyMs();
			put({servers: {...standing.servers, [name]: health}});
			if (health === null) return;
			const news = serverNews(name, before, health, now() - (awaySince.get(name) ?? now()));
			if (health.ok) awaySince.delete(name);
			else if (!awaySince.has(name)) awaySince.set(name, now());
			if (news) journal(news);
		},
		local: status => {
			const news = localNews(standing.local, status, when);
			heardMs = steadyMs();
			put({local: status});
			for (const line of news) journal(line);
		},
		event: event => {
			if (event.type === 'run-ended') journal(runNews(event.summary));
			else if (event.type === 'run-missed') journal(trouble(`A run by the schedule did not begin: ${event.reason}`));
			else if (event.type === 'odd') sentence(event.sentence);
			else if (event.type === 'notice') journal(noticeNews(event.notice));
			else if (event.type === 'engine') engine(event.trouble);
		},
	};
};
