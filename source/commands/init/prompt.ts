import {once} from 'node:events';
import process from 'node:process';
import {textWidth} from '../../canvas/widths.ts';
import {wrapWords} from '../../canvas/wrap.ts';
import {AppError} from '../../domain/app-error.ts';
import {startGuard} from '../run/guard.ts';
import type {Ask} from './ask.ts';
import {emptyLine, hearHidden} from './hidden-line.ts';
import {createTerminalText} from './terminal-text.ts';

/** A terminal that is asked line by line; `close` lets the program end. */
export type Prompt = Ask & {readonly close: () => void};

export type PromptOptions = {
	readonly stdin: NodeJS.ReadStream;
	readonly write: (text: string) => void;
	readonly columns: number;
	/** Ends what is asked. */
	readonly signal: AbortSignal;
};

/** Longer lines are tiring to read. */
const widest = 100;

const ended = (): AppError => new AppError('cancelled', 'Nothing was written.');

/**
 * Asks at a terminal. Lines are edited by the terminal itself, so it works on any. Only while a secret is typed its modes are
 * others: then a guard outside of this process gives them back, should nothing else do so.
 */
export const openPrompt = ({stdin, write, columns, signal}: PromptOptions): Prompt => {
	const textOf = createTerminalText();
	let isRaw = false;
	/** What was typed ahead, before anything asked for it. */
	let ahead = '';
	let isAtEnd = false;
	let wake = (): void => {};
	const guard = startGuard('lines');

	const onData = (bytes: Buffer): void => {
		ahead += textOf(bytes, isRaw);
		wake();
	};
	const onEnd = (): void => {
		isAtEnd = true;
		wake();
	};
	stdin.on('data', onData).on('end', onEnd).on('error', onEnd);
	stdin.pause();

	/** Resolves when something more was typed; throws where nothing will be. */
	const more = async (): Promise<void> => {
		if (ahead !== '') return;
		if (signal.aborted || isAtEnd) throw ended();
		const typed = Promise.withResolvers<void>();
		wake = typed.resolve;
		const stop = (): void => wake();
		signal.addEventListener('abort', stop, {once: true});
		stdin.resume();
		await typed.promise;
		stdin.pause();
		signal.removeEventListener('abort', stop);
		if (signal.aborted || (isAtEnd && ahead === '')) throw ended();
	};

	const readLine = async (): Promise<string> => {
		let line = '';
		for (;;) {
			await more();
			const end = ahead.search(/[\r\n]/);
			line += end < 0 ? ahead : ahead.slice(0, end);
			ahead = end < 0 ? '' : ahead.slice(end + 1);
			if (end >= 0) return line.trim();
		}
	};

	const setRaw = (raw: boolean): void => {
		if (raw) guard.on();
		stdin.setRawMode(raw);
		isRaw = raw;
		if (!raw) guard.off();
	};

	/** As any other program stops at Ctrl-Z; the terminal is the shell's meanwhile. */
	const suspend = async (question: string): Promise<void> => {
		setRaw(false);
		const continued = once(process, 'SIGCONT');
		// Waiting for a signal alone keeps no program alive.
		const alive = setInterval(() => {}, 60_000);
		process.kill(process.pid, 'SIGSTOP');
		await continued;
		clearInterval(alive);
		setRaw(true);
		write(`\n${question}`);
	};

	const readHidden = async (question: string): Promise<string> => {
		let line = emptyLine;
		for (;;) {
			await more();
			const heard = hearHidden(line, ahead);
			ahead = 'rest' in heard ? heard.rest : '';
			if (heard.type === 'done') return heard.text.trim();
			line = heard.line;
			if (heard.type === 'suspend') await suspend(question);
			else if (heard.type === 'end') throw ended();
			else if (heard.type === 'interrupt') {
				// As if the terminal had made a signal of it: the one way in which all of it ends.
				ahead = '';
				process.kill(process.pid, 'SIGINT');
			}
		}
	};

	return {
		tell: text => {
			const width = Math.min(widest, columns);
			const lines = text.split('\n').flatMap(line => (textWidth(line) > width ? wrapWords(line, width) : line));
			write(`${lines.join('\n')}\n`);
		},
		line: async question => {
			write(question);
			try {
				return await readLine();
			} catch (error) {
				write('\n');
				throw error;
			}
		},
		secret: async question => {
			await guard.ready;
			setRaw(true);
			try {
				// Whoever sees the question may type: nothing is shown any more by then.
				write(question);
				return await readHidden(question);
			} finally {
				setRaw(false);
				write('\n');
			}
		},
		close: () => {
			stdin.off('data', onData).off('end', onEnd).off('error', onEnd);
			stdin.pause();
		},
	};
};
