import {appendFileSync, statSync} from 'node:fs';
import process from 'node:process';

/** pino's level of an error. */
const errorLevel = 50;

/**
 * Adds the report of a crash to the log: `words` say what ended, `said` is a stack or the last words of a process. True
 * when it was written; the log never makes a crash worse.
 */
export const reportCrash = (logFile: string | null, words: string, said: string): boolean => {
	if (logFile === null) return false;
	const line = {level: errorLevel, time: Date.now(), pid: process.pid, error: said, msg: words};
	try {
		// A pipe that nobody reads would hold us for ever.
		if (statSync(logFile, {throwIfNoEntry: false})?.isFile() === false) return false;
		appendFileSync(logFile, `${JSON.stringify(line)}\n`, {mode: 0o600});
		return true;
	} catch {
		return false;
	}
};
