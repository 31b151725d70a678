import process from 'node:process';
import {withoutSecrets} from '../../domain/text/secrets.ts';
import type {Engine} from '../../engine/keep.ts';
import type {Listening} from '../../listen/listen.ts';
import type {Context, ExitCode, Kept} from '../command.ts';
import {exitCodeOfSignal} from '../run/exit-codes.ts';
import {createJournal, goesToJournal, stamp} from './journal.ts';
import {keepAsking} from './rounds.ts';
import {createHearing, type Hearing} from './standing.ts';
import {well} from './words.ts';

/** The descriptor of standard error, where the lines go. */
const standardError = 2;

const aborted = (signal: AbortSignal): Promise<void> =>
	new Promise(resolve => {
		if (signal.aborted) resolve();
		signal.addEventListener('abort', () => resolve(), {once: true});
	});

const startListening = async (
	{config: {metrics}, version}: Kept,
	{sources, listen: hear}: Engine,
	{standing, sentence}: Hearing,
	{now}: Context,
): Promise<Listening | null> => {
	if (metrics.listen === null) return null;
	// Most that watch serve nothing.
	const {listen} = await import('../../listen/listen.ts');
	const {createAnswer} = await import('./answer.ts');
	return await listen({
		...metrics.listen,
		answer: createAnswer({sources, listen: hear, now, standing, users: metrics.users, version}),
		bug: error =>
			sentence(`A bug: ${withoutSecrets(error instanceof Error ? (error.stack ?? error.message) : String(error))}`),
	});
};

/** Stays until it is ended from outside, or can never begin. */
export const stay = async (context: Context): Promise<ExitCode> => {
	const {now, signal, stderr} = context;
	const kept = await context.keep();
	const {config, version, start} = kept;
	const isSystemd = goesToJournal(standardError, process.env.JOURNAL_STREAM);
	const journal = createJournal(stderr, now, isSystemd);
	const hearing = createHearing({journal, now, when: stamp, database: config.database.path});
	journal(well(`tautop ${version} watches.`));
	const engine = start(hearing.opened);
	let stopAsking = (): void => undefined;
	let listening: Listening | null = null;
	try {
		listening = await startListening(kept, engine, hearing, context);
		if (listening) journal(well(`It answers at ${listening.url}/metrics, /health and /api.`));
		await Promise.race([engine.opening, aborted(signal)]);
		if (!signal.aborted) {
			const {refreshSeconds, warnings} = await engine.sources.settings(null, signal);
			for (const warning of warnings) hearing.sentence(warning);
			stopAsking = keepAsking(engine, refreshSeconds, hearing);
		}
		await aborted(signal);
	} finally {
		stopAsking();
		listening?.close();
		await engine.close();
	}
	const ending = context.interruptedBy() ?? 'SIGINT';
	journal(well(`Ended by ${ending}.`));
	return exitCodeOfSignal(ending);
};
