import {
	closeSync,
	constants,
	fstatSync,
	mkdirSync,
	openSync,
	renameSync,
	type Stats,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A file that lines are added to, by this process and perhaps by others. */
export type LogFile = {readonly write: (line: string) => void};

/** Then it becomes `.1`, and what was `.1` before is gone. */
const mostBytes = 5 * 1024 * 1024;

const {O_APPEND, O_CREAT, O_NONBLOCK, O_WRONLY} = constants;

/** Without O_NONBLOCK, which Windows does not know, a pipe that nobody reads would keep us waiting for ever. */
const open = (file: string): number => openSync(file, O_WRONLY | O_CREAT | O_APPEND | (O_NONBLOCK ?? 0), 0o600);

const isSame = (one: Stats, two: Stats): boolean => one.ino === two.ino && one.dev === two.dev;

const wordsOf = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';

/**
 * Opens the file, for its owner alone. Lines are written at once, so that the last ones before a crash are there. A log is
 * never worth a run: whatever goes wrong, on opening or later, it is given up for good and `warn` hears one sentence.
 */
export const openLogFile = (file: string, warn: (sentence: string) => void): LogFile => {
	let descriptor: number | null = null;

	const giveUp = (error: unknown): void => {
		try {
			if (descriptor !== null) closeSync(descriptor);
		} catch {
			// It is of no use anyway.
		}
		descriptor = null;
		warn(`The log file ${file} cannot be written${wordsOf(error)}, so there is none.`);
	};

	const reopen = (old: number): number => {
		closeSync(old);
		return open(file);
	};

	/** The file may have been deleted, or made `.1` by another process, or be full. */
	const current = (old: number, bytes: number): number => {
		const opened = fstatSync(old);
		if (!opened.isFile()) return old;
		const there = statSync(file, {throwIfNoEntry: false});
		if (!there || !isSame(there, opened)) return reopen(old);
		if (there.size + bytes <= mostBytes) return old;
		renameSync(file, `${file}.1`);
		return reopen(old);
	};

	try {
		mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
		descriptor = open(file);
	} catch (error) {
		giveUp(error);
	}
	return {
		write: line => {
			if (descriptor === null) return;
			try {
				descriptor = current(descriptor, Buffer.byteLength(line));
				writeFileSync(descriptor, line);
			} catch (error) {
				giveUp(error);
			}
		},
	};
};
