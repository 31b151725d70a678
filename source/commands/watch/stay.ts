import process from 'node:process';
import {withoutSecrets} from '../../domain/text/secrets.ts';
import type {Listening} from '../../listen/listen.ts';
import type {Context, ExitCode, Kept} from '../command.ts';
import {exitCodeOfSignal} from '../run/exit-codes.ts';
import {createJournal, goesToJournal, type Journal, tellOnce} from './journal.ts';
import type {Served} from './served.ts';
import {aborted, beginAll, watchServer} from './watch-server.ts';
import {well} from './words.ts';

/** The descriptor of standard error, where the lines go. */
const standardError = 2;

const startListening = async (
	{metrics, version}: Kept,
	servers: readonly Served[],
	journal: Journal,
	{now}: Context,
): Promise<Listening | null> => {
	if (metrics.listen === null) return null;
	// Most that watch serve nothing.
	const {listen} = await import('../../listen/listen.ts');
	const {createAnswer} = await import('./answer.ts');
	const tell = tellOnce(journal);
	return await listen({
		...metrics.listen,
		hosts: metrics.hosts,
		answer: createAnswer({servers, now, users: metrics.users, version}),
		bug: error =>
			tell(`A bug: ${withoutSecrets(error instanceof Error ? (error.stack ?? error.message) : String(error))}`),
	});
};

/** Stays until it is ended from outside, or can never begin. */
export const stay = async (context: Context): Promise<ExitCode> => {
	const {now, signal, stderr} = context;
	const kept = await context.keep();
	const isSystemd = goesToJournal(standardError, process.env.JOURNAL_STREAM);
	const journal = createJournal(stderr, now, isSystemd);
	journal(well(`tautop ${kept.version} is watching.`));
	const watched = kept.servers.map(server => watchServer(server, {journal, now, signal}));
	let listening: Listening | null = null;
	try {
		listening = await startListening(kept, watched, journal, context);
		if (listening) journal(well(`It answers at ${listening.url}/metrics, /health and /api.`));
		await beginAll(watched);
		await aborted(signal);
	} finally {
		listening?.close();
		await Promise.all(watched.map(({close}) => close()));
	}
	const ending = context.interruptedBy() ?? 'SIGINT';
	journal(well(`Ended by ${ending}.`));
	return exitCodeOfSignal(ending);
};
