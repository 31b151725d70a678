import {createTokenizer, type Token} from './tokenizer.ts';
import type {Trust} from './typing.ts';

/** What hears keys: a name as in the table of bindings, and how sure it is that a finger pressed it. */
type KeyListener = (name: string, trust: Trust) => void;

/** What hears the mouse, and pastes. */
type OtherListener = (heard: Extract<Token, {type: 'mouse' | 'paste'}>) => void;

/** The terminal's way in. */
export type Input = {
	/** Takes the keys one by one from now on; whatever comes is read from this moment. */
	readonly start: () => void;
	/** Gives them back to the shell; `start` takes them again. */
	readonly stop: () => void;
	/** Stops for good. */
	readonly close: () => void;
	/** Returns what ends the listening. */
	readonly listen: (listener: KeyListener, others?: OtherListener) => () => void;
	/** How long an Esc waits for the rest of a sequence, in milliseconds. */
	readonly setEscapeMs: (milliseconds: number) => void;
	/** Has the terminal report the mouse while the keys are ours, or not. */
	readonly hearMouse: (on: boolean) => void;
};

export type InputOptions = {
	readonly stdin: NodeJS.ReadableStream;
	readonly setRawMode: (isRaw: boolean) => void;
	/** To the terminal, which is asked to mark pastes; null: one that is sent no sequences. */
	readonly write: ((text: string) => void) | null;
	/** Hears the text of each OSC that the terminal sends. */
	readonly reply: (text: string) => void;
};

const markPastes = '\u001B[?2004h';
const markNoPastes = '\u001B[?2004l';
/** Buttons and wheel, in decimals. */
const mouseOn = '\u001B[?1000h\u001B[?1006h';
const mouseOff = '\u001B[?1006l\u001B[?1000l';

/** Joins the terminal, the tokenizer and its timer. Nothing is read or set before `start`. */
export const openInput = ({stdin, setRawMode, write, reply}: InputOptions): Input => {
	const listeners = new Set<KeyListener>();
	const otherListeners = new Set<OtherListener>();
	let timer: NodeJS.Timeout | undefined;
	let isReading = false;
	let isClosed = false;
	let hearsMouse = false;

	const tokenizer = createTokenizer(token => {
		if (token.type === 'reply') reply(token.text);
		else if (token.type !== 'key') for (const listener of otherListeners) listener(token);
		else for (const listener of listeners) listener(token.name, token.trust);
	});

	const wait = (): void => {
		clearTimeout(timer);
		const due = tokenizer.wakeAt();
		if (due === null) return;
		// A busy program is late for its timers; what has come meanwhile is read before they count as silence.
		timer = setTimeout(() => setImmediate(wake), Math.max(0, Math.ceil(due - performance.now())));
	};

	const wake = (): void => {
		tokenizer.tick(performance.now());
		wait();
	};

	const hear = (bytes: Buffer): void => {
		tokenizer.feed(bytes, performance.now());
		wait();
	};

	const stop = (): void => {
		if (!isReading) return;
		isReading = false;
		stdin.off('data', hear);
		stdin.pause();
		if (hearsMouse) write?.(mouseOff);
		write?.(markNoPastes);
		setRawMode(false);
	};

	return {
		start: () => {
			if (isReading || isClosed) return;
			isReading = true;
			stdin.on('data', hear);
			stdin.resume();
			setRawMode(true);
			write?.(markPastes);
			if (hearsMouse) write?.(mouseOn);
		},
		stop,
		close: () => {
			isClosed = true;
			stop();
			clearTimeout(timer);
		},
		listen: (listener, others = () => {}) => {
			listeners.add(listener);
			otherListeners.add(others);
			return () => {
				listeners.delete(listener);
				otherListeners.delete(others);
			};
		},
		setEscapeMs: tokenizer.setEscapeMs,
		hearMouse: on => {
			if (on !== hearsMouse && isReading) write?.(on ? mouseOn : mouseOff);
			hearsMouse = on;
		},
	};
};
