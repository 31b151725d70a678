import pino, {type Logger} from 'pino';
import type {Config} from '../config/config.ts';
import type {AppError} from '../domain/app-error.ts';
import type {StoredEvent} from '../domain/events.ts';
import type {SyncSummary} from '../domain/plays/mirror.ts';
import {withoutSecrets} from '../domain/text/secrets.ts';
import type {Hear} from '../http/contract.ts';
import type {SourcesEvent} from '../questions/sources.ts';
import {openLogFile} from './log-file.ts';

/**
 * The log file: lines of JSON, readable by the user alone, without secrets. At debug each request, at info what went well
 * and a user would call an event, at warn what was odd, at error each failure with its sentence.
 */
export type Log = {
	readonly heard: (event: SourcesEvent) => void;
	/** A server that is lost, or back. */
	readonly noted: (event: StoredEvent) => void;
	/** What became of the database. */
	readonly stored: (sentence: string) => void;
	/** Plex tells what happens, or does so no more. */
	readonly listening: (isListening: boolean) => void;
	/** The user's command for a notice. */
	readonly ran: (ended: {readonly kind: string; readonly trouble: string | null; readonly output: string}) => void;
	readonly synced: (summary: SyncSummary) => void;
	readonly failed: (what: string, error: unknown) => void;
	/** For the transports. */
	readonly hear: Hear;
};

const nothing = (): void => undefined;
const silent: Log = {
	heard: nothing,
	noted: nothing,
	stored: nothing,
	listening: nothing,
	ran: nothing,
	synced: nothing,
	failed: nothing,
	hear: {request: nothing, failed: nothing},
};

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Opens the log, which several servers share: `name` tells whose a line is. Where it cannot be written, then or later, there is none, and `warn` hears a sentence about it once. */
export const openLog = (
	{level, file}: Config['logging'],
	name: string | null,
	warn: (sentence: string) => void,
): Log => {
	if (level === 'silent') return silent;
	const {write} = openLogFile(file, warn);
	/** Nobody loads the log for a line that is not written. */
	const isTold = level === 'debug' || level === 'trace';
	let made: Logger | undefined;
	/** Loaded with the first line: most commands that ask only the database write none. */
	const log = (): Logger => {
		made ??= pino(
			{level, base: {pid: process.pid, ...(name !== null && {name})}},
			{write: line => write(withoutSecrets(line))},
		);
		return made;
	};
	const failed = (what: string, error: unknown): void => log().error({error: sentenceOf(error)}, what);
	return {
		failed,
		heard: event => {
			if (event.type === 'odd') log().warn(event.sentence);
			if (event.type === 'notice') log().info({kind: event.notice.kind, back: event.notice.back}, event.notice.text);
			if (event.type !== 'run-ended') return;
			const {status, reason, collected, failed: missed} = event.summary;
			const facts = {status, reason, collected: collected.length, failed: missed};
			if (status === 'error') log().error(facts, 'run failed');
			else log().info(facts, 'run ended');
		},
		noted: ({kind, text}) => {
			if (kind.endsWith('-lost')) log().error({event: kind}, text);
			else log().info({event: kind}, text);
		},
		stored: sentence => log().warn(sentence),
		listening: isListening => log().info(isListening ? 'Plex is heard' : 'Plex is heard no more'),
		ran: ({kind, trouble, output}) => {
			if (trouble === null) log().info({kind, output}, 'notices.run has ended');
			else log().error({kind, output}, `notices.run ${trouble}`);
		},
		synced: ({kind, added, changed, removed, plays, requests, totalMs}) => {
			if (kind === 'same' || (kind === 'delta' && added + changed + removed === 0)) return;
			log().info({kind, added, changed, removed, plays, requests, ms: Math.round(totalMs)}, 'history synced');
		},
		hear: {
			request: isTold
				? ({server, asked, status, ms, bytes}) => log().debug({server, asked, status, ms, bytes}, 'request')
				: nothing,
			failed: (asked: string, error: AppError) =>
				log().error({server: error.server, asked, code: error.code, error: error.message}, 'request failed'),
		},
	};
};
