import process from 'node:process';
import type {ExitCode, Output} from '../command.ts';
import {createOutput} from './output.ts';

const failed = new AbortController();
let stdout: Output | null = null;
let stderr: Output | null = null;

const reasons: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full',
	EDQUOT: 'the quota of the disk is used up',
	EFBIG: 'the file would be larger than is allowed',
	EIO: 'the disk or terminal failed',
	EBADF: 'it is not open for writing',
};

const outputFailed = (error: NodeJS.ErrnoException): void => {
	failed.abort();
	process.exitCode = 1;
	const reason = reasons[error.code ?? ''] ?? error.message;
	standardError().write(`tautop: The output could not be written: ${reason}.\n`);
};

/** Where everything headless prints. The dashboard does not: it hears of the failures of its terminal itself. */
export const standardOutput = (): Output => {
	stdout ??= createOutput(process.stdout, outputFailed);
	return stdout;
};

/** Where warnings and errors go. A failure of it is passed over: there is nobody left to tell. */
export const standardError = (): Output => {
	stderr ??= createOutput(process.stderr, () => undefined);
	return stderr;
};

/** Aborts when standard output cannot be written: what goes on printing has nothing more to do. */
export const outputFailure: AbortSignal = failed.signal;

/** Ends the process with this code once all is written, or with 1 where the output could not be. */
export const endWith = (code: ExitCode): void => {
	process.exitCode = failed.signal.aborted ? 1 : code;
};
