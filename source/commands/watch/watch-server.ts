import {AppError} from '../../domain/app-error.ts';
import {withoutSecrets} from '../../domain/text/secrets.ts';
import type {Context, KeptServer} from '../command.ts';
import {about, type Journal, stamp} from './journal.ts';
import {keepAsking} from './rounds.ts';
import type {Served} from './served.ts';
import {createHearing, type Hearing} from './standing.ts';
import {sentenceOf} from './words.ts';

/** One server with an engine of its own. */
export type Watched = Served & {
	/** Waits for its engine, and asks it from then on. Rejects where that can never begin. */
	readonly begin: () => Promise<void>;
	readonly failed: Hearing['failed'];
	readonly close: () => Promise<void>;
};

/** Resolves when that is aborted. */
export const aborted = (signal: AbortSignal): Promise<void> =>
	new Promise(resolve => {
		if (signal.aborted) resolve();
		signal.addEventListener('abort', () => resolve(), {once: true});
	});

/** Starts the engine of a server. Lines say which one it is, where there are several. */
export const watchServer = (
	{name, database, start}: KeptServer,
	{journal, now, signal}: Pick<Context, 'now' | 'signal'> & {readonly journal: Journal},
): Watched => {
	const hearing = createHearing({
		journal: about(name, journal),
		now,
		steadyMs: () => performance.now(),
		when: stamp,
		database: database.path,
	});
	const engine = start(hearing.opened);
	const {sources, listen} = engine;
	let stopAsking = (): void => undefined;
	return {
		name,
		sources,
		listen,
		standing: hearing.standing,
		failed: hearing.failed,
		begin: async () => {
			await Promise.race([engine.opening, aborted(signal)]);
			if (signal.aborted) return;
			const {refreshSeconds, warnings} = await sources.settings(null, signal);
			for (const warning of warnings) hearing.sentence(warning);
			stopAsking = keepAsking(engine, refreshSeconds, hearing);
		},
		close: async () => {
			stopAsking();
			await engine.close();
		},
	};
};

const reasonOf = (error: unknown): string =>
	error instanceof AppError ? sentenceOf(error.toJSON()) : withoutSecrets(String(error));

/** Waits until all have begun; where one cannot, the others go on without it. Rejects where none can. */
export const beginAll = async (watched: readonly Watched[]): Promise<void> => {
	const troubles = await Promise.all(
		watched.map(async ({begin, failed}) => {
			try {
				await begin();
				return null;
			} catch (error) {
				if (watched.length > 1) failed(reasonOf(error));
				return {error};
			}
		}),
	);
	const [first] = troubles;
	if (first && troubles.every(trouble => trouble !== null)) throw first.error;
};
