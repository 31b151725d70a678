import type {NoticesConfig} from '../../config/notices.ts';
import type {ServerName} from '../../domain/app-error.ts';
import type {Clock} from '../../domain/clock.ts';
import type {StoredEvent} from '../../domain/events.ts';
import type {Notice} from '../../domain/notices.ts';
import type {Run} from '../../domain/run.ts';
import type {Activity} from '../../domain/session.ts';
import type {SourcesEvent} from '../../questions/sources.ts';
import type {HeldStore} from '../hold-store.ts';
import {saveEvent} from '../known-event.ts';
import type {Log} from '../log.ts';
import {awayServer} from '../observe.ts';
import {decide, type Rules} from './decide.ts';
import {keptText, stateOf} from './kept-state.ts';
import {createRunner} from './runner.ts';
import {factsOf, type Seen} from './seen.ts';
import {createSeenRecords} from './seen-records.ts';
import type {NoticesState} from './state.ts';

/** Tells by itself what the rules of the configuration are for. */
export type Notices = {
	/** Passes an answer about who is watching on as it is. */
	readonly note: (asked: Promise<Activity>) => Promise<Activity>;
	/** What was noted: a record is told. */
	readonly noted: (event: StoredEvent) => void;
	/** Stored data has changed: a run may have ended, here or in another process. */
	readonly stored: () => void;
	readonly stop: () => void;
};

export type NoticesDeps = {
	readonly config: NoticesConfig;
	/** What the server is called among several. */
	readonly server: string | null;
	readonly clock: Pick<Clock, 'now' | 'milliseconds'>;
	/** False: another process tells. */
	readonly isKeeper: () => boolean;
	/** True while the last answer holds, since Plex would say if anything changed. */
	readonly isListening: () => boolean;
	readonly held: Pick<HeldStore, 'current'>;
	readonly emit: (event: SourcesEvent) => void;
	readonly tell: (sentence: string) => void;
	readonly log: Pick<Log, 'failed' | 'ran'>;
};

const everyMs = 5000;

/** Rates change without a word from Plex; this long the last answer is taken for how it is. */
const believedMs = 150_000;

/** So many rounds without one: the machine slept. */
const asleepRounds = 60;

const notTold: Notices = {
	note: asked => asked,
	noted: () => undefined,
	stored: () => undefined,
	stop: () => undefined,
};

const hasFailed = ({status}: Run): boolean | null => {
	if (status === 'error') return true;
	return status === 'success' || status === 'partial' ? false : null;
};

/** Begins to look at what goes by; without rules nothing does. */
export const startNotices = (deps: NoticesDeps): Notices => {
	const {config, server, clock, isKeeper, isListening, held, emit, log} = deps;
	if (config.rules.length === 0) return notTold;
	const rules: Rules = {...config, asleepSeconds: (asleepRounds * everyMs) / clock.milliseconds(1)};
	const wantsRecords = config.rules.some(({when}) => when === 'record');
	const runner = config.run && createRunner({command: config.run, log, tell: deps.tell});
	const records = createSeenRecords(() => held.current()?.minutes.most(Math.floor(clock.now() / 60)) ?? null);
	let state: NoticesState | null = null;
	let answeredMs: number | null = null;
	let isQuiet = false;
	let lastRun: number | null = null;

	const meta = () => held.current()?.meta ?? null;

	const tried = (failure: string, work: () => void): void => {
		try {
			work();
		} catch (error) {
			log.failed(failure, error);
		}
	};

	/** Whoever is to know hears of it also while the database cannot be written. */
	const give = (notice: Notice): void => {
		saveEvent(held, log, {at: notice.at, kind: 'notice', text: notice.text});
		emit({type: 'notice', notice, ways: {bell: config.bell, desktop: config.desktop}});
		runner?.run(notice);
	};

	/** What another engine has told is known from the database, also after this one was not the keeper for a while. */
	const see = (seen: Seen): void => {
		if (!isKeeper()) {
			[state, lastRun] = [null, null];
			return;
		}
		state ??= stateOf(meta()?.notices() ?? null, config.rules, seen.at);
		const decided = decide(rules, state, seen);
		const kept = decided.state;
		state = kept;
		if (decided.notices.length === 0) return;
		// First: an engine that ended here would tell it again.
		tried('what was told was not kept', () => meta()?.saveNotices(keptText(kept)));
		for (const notice of decided.notices) give({...notice, server});
	};

	const quietly = (work: () => void): void => tried('a notice was not told', work);

	const answered = (activity: Activity): void => {
		const [at, facts] = [clock.now(), factsOf(activity)];
		answeredMs = performance.now();
		isQuiet = facts.streams === 0;
		see({type: 'streams', at, facts});
		if (wantsRecords) for (const record of records(facts)) see({type: 'record', at, ...record});
	};

	const away = (name: ServerName): void => {
		const at = clock.now();
		if (name === 'plex') see({type: 'server', at, server: 'tautulli', isAway: false});
		see({type: 'server', at, server: name, isAway: true});
	};

	const failed = (error: unknown): void => {
		answeredMs = null;
		see({type: 'unknown', at: clock.now()});
		const name = awayServer(error);
		if (name) away(name);
	};

	const isBelieved = (): boolean =>
		answeredMs !== null && ((isQuiet && isListening()) || performance.now() - answeredMs <= believedMs);

	/** A run that ended before this was looked at for the first time was another engine's to tell. */
	const lookAtRuns = (): void => {
		const store = isKeeper() ? held.current() : null;
		if (!store) return;
		const [run] = store.runs.latest(1);
		const ended = run ? (run.endedAt === null ? run.id - 1 : run.id) : 0;
		const before = lastRun;
		lastRun = ended;
		if (before === null || ended <= before || !run) return;
		const failure = hasFailed(run);
		if (failure === null) return;
		see({type: 'run', at: clock.now(), hasFailed: failure, reason: run.reason ?? ''});
	};

	const tick = (): void => {
		see({type: isBelieved() ? 'time' : 'unknown', at: clock.now()});
		if (lastRun === null) lookAtRuns();
	};

	const timer = setInterval(() => quietly(tick), everyMs);
	timer.unref();
	quietly(lookAtRuns);
	return {
		note: async asked => {
			try {
				const activity = await asked;
				quietly(() => answered(activity));
				return activity;
			} catch (error) {
				quietly(() => failed(error));
				throw error;
			}
		},
		noted: ({at, kind, text}) => {
			if (kind === 'record') quietly(() => see({type: 'record', what: 'streams', at, text, values: {}}));
		},
		stored: () => quietly(lookAtRuns),
		stop: () => {
			clearInterval(timer);
			runner?.stop();
		},
	};
};
