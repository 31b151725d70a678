import process from 'node:process';
import {startGuard} from './guard.ts';

/** Cells. */
export type ScreenSize = {readonly columns: number; readonly rows: number};

/** The lines of a screen of this size. */
export type Draw = (size: ScreenSize) => readonly string[];

/** A terminal that shows one thing, which is painted again when it changes. */
export type LiveScreen = {
	/** Paints now, and again where the size changes. */
	readonly paint: (draw: Draw) => void;
	/** Aborts when somebody leaves by a key. */
	readonly left: AbortSignal;
	/** Gives the terminal back. */
	readonly close: () => void;
};

const enter = '\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[H\u001B[2J';
const leave = '\u001B[?7h\u001B[?25h\u001B[?1049l';
const [beginFrame, endFrame] = ['\u001B[?2026h', '\u001B[?2026l'];
const eraseLine = '\u001B[K';

const at = (row: number): string => `\u001B[${row + 1};1H`;

/** What turns the lines on the screen into others: only those that differ are written. */
export const repaint = (before: readonly string[], after: readonly string[]): string => {
	const changed = Array.from({length: Math.max(before.length, after.length)}, (_, row) => row).filter(
		row => before[row] !== after[row],
	);
	if (changed.length === 0) return '';
	// Erased before it is written: in the last cell of a line an erasure takes the sign that stands there.
	const lines = changed.map(row => `${at(row)}${eraseLine}${after[row] ?? ''}`);
	return `${beginFrame}${lines.join('')}${endFrame}`;
};

const [ctrlC, ctrlZ] = ['\u0003', '\u001A'];

/** Keys that would be typed onto the screen. Returns what gives them back. */
const hearKeys = (key: (typed: string) => void): (() => void) => {
	const {stdin} = process;
	if (!stdin.isTTY) return () => undefined;
	const hear = (chunk: Buffer): void => {
		for (const typed of chunk.toString('latin1')) key(typed);
	};
	stdin.setRawMode(true);
	stdin.on('data', hear).resume();
	return () => {
		stdin.off('data', hear).pause();
		stdin.setRawMode(false);
	};
};

/** Takes the alternate screen of the terminal until it is closed; null: there is no terminal that can do that. */
export const openLiveScreen = async (): Promise<LiveScreen | null> => {
	const {stdout} = process;
	if (!stdout.isTTY || process.env.TERM === 'dumb') return null;
	// Gives the terminal back where this process is killed.
	const guard = startGuard('screen');
	await guard.ready;
	const left = new AbortController();
	let releaseKeys = (): void => undefined;
	let shown: readonly string[] = [];
	let draw: Draw = () => [];

	const paint = (): void => {
		const size = {columns: stdout.columns || 80, rows: stdout.rows || 24};
		const lines = draw(size).slice(0, size.rows);
		stdout.write(repaint(shown, lines));
		shown = lines;
	};

	const paintAll = (): void => {
		shown = [];
		stdout.write(enter);
		paint();
	};

	const take = (): void => {
		guard.on();
		releaseKeys = hearKeys(onKey);
		paintAll();
	};

	const release = (): void => {
		stdout.write(leave);
		releaseKeys();
		guard.off();
	};

	/** The shell goes on until we are in front again. Its job is the whole group: we may be a part of a longer line. */
	const suspend = (): void => {
		release();
		process.kill(0, 'SIGSTOP');
	};

	/** In front again, perhaps after a stop that nobody could hear: the shell has had the terminal. */
	const resume = (): void => {
		releaseKeys();
		take();
	};

	const onKey = (typed: string): void => {
		if (typed === 'q' || typed === 'Q') left.abort();
		else if (typed === ctrlC) process.kill(process.pid, 'SIGINT');
		else if (typed === ctrlZ) suspend();
	};

	take();
	stdout.on('resize', paintAll);
	process.on('SIGTSTP', suspend);
	process.on('SIGCONT', resume);
	return {
		paint: next => {
			draw = next;
			paint();
		},
		left: left.signal,
		close: () => {
			stdout.off('resize', paintAll);
			process.off('SIGTSTP', suspend);
			process.off('SIGCONT', resume);
			release();
		},
	};
};
