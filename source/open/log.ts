import {mkdirSync} from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import type {Config} from '../config/config.ts';
import type {SourcesEvent} from '../sources.ts';

/** The log file: lines of JSON, readable by the user alone. No secrets reach it, since no message holds one. */
export type Log = {
	readonly heard: (event: SourcesEvent) => void;
	readonly failed: (what: string, error: unknown) => void;
};

const silent: Log = {heard: () => undefined, failed: () => undefined};

/** Opens the log; where it cannot be written there is none, and a sentence says so. */
export const openLog = ({level, file}: Config['logging'], warn: (sentence: string) => void): Log => {
	if (level === 'silent') return silent;
	try {
		mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
		const log = pino({level, base: {pid: process.pid}}, pino.destination({dest: file, sync: true, mode: 0o600}));
		return {
			heard: event => {
				if (event.type === 'odd') log.warn(event.sentence);
				if (event.type !== 'run-ended') return;
				const {status, reason, collected, failed} = event.summary;
				log.info({status, reason, collected: collected.length, failed}, 'run ended');
			},
			failed: (what, error) => log.error({error: error instanceof Error ? error.message : String(error)}, what),
		};
	} catch {
		warn(`The log file ${file} cannot be written, so there is none.`);
		return silent;
	}
};
