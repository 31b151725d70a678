import type {KeyName} from './terminal-keys.ts';
import type {Cell, Modes, Screen} from './terminal-screen.ts';

export type TerminalOptions = {
	/** The program; found through PATH. `process.execPath` for Node itself. */
	readonly command: string;
	readonly args?: readonly string[];
	readonly cols?: number;
	readonly rows?: number;
	/** Added to the environment of childEnvironment(), which knows nothing of this machine's own. */
	readonly env?: Readonly<Record<string, string>>;
	readonly cwd?: string;
	/** What the terminal answers when asked for its background, such as `rgb:ffff/ffff/ffff`; absent: nothing. */
	readonly background?: string;
	/** False: no shell around the program; then its line modes are not known, but the signal that ended it is. */
	readonly shell?: boolean;
	/** Somebody else restores the line modes when the program is killed. */
	readonly isGuarded?: boolean;
};

/** How the program ended. */
export type Ending = {
	/** As a shell tells it: 128 + n after signal n. */
	readonly status: number;
	/** Number of the signal; null: none, or not known because a shell stood around the program. */
	readonly signal: number | null;
	/** What `stty -g` says afterwards against before; null without a shell. */
	readonly lineModes: 'same' | 'changed' | null;
};

/** A text on the screen, a pattern on the screen as one text of lines, or a test of its lines. */
export type Wanted = string | RegExp | ((lines: readonly string[]) => boolean);

/** A real program in a pseudo-terminal, seen and used like a person does. */
export type Terminal = {
	/** The program's own process id. */
	readonly pid: number;
	/** Waits for something on the screen; after `timeoutMs` it fails with the screen in its message. No polling. */
	readonly waitFor: (wanted: Wanted, timeoutMs?: number) => Promise<void>;
	/** Waits until the program has ended. */
	readonly ended: (timeoutMs?: number) => Promise<Ending>;
	readonly type: (text: string) => void;
	readonly press: (...names: readonly KeyName[]) => void;
	/** Sends text as a paste: in brackets when the program has asked for them. */
	readonly paste: (text: string) => void;
	readonly resize: (cols: number, rows: number) => void;
	/** To the program itself, not to the shell around it. */
	readonly signal: (name: NodeJS.Signals) => void;
	/** The rows of the screen as text. */
	readonly screen: () => string[];
	/** The primary screen with what has scrolled out of it: what is left after the program. */
	readonly primary: () => string[];
	readonly cells: (row: number) => Cell[];
	readonly cursor: Screen['cursor'];
	readonly modes: () => Modes;
	readonly title: () => string;
	/** All bytes so far; hand it to bytesSince and outputSince later. */
	readonly mark: () => number;
	readonly bytesSince: (mark: number) => number;
	readonly outputSince: (mark: number) => string;
	/** Stops reading what the program writes, as a terminal that hangs. */
	readonly stall: () => void;
	readonly resume: () => void;
	/** The other end of the line goes: input ends, output fails. Wait for ended() then. */
	readonly hangUp: () => void;
	/** Kills the program, if it is still there, and waits until it is gone. */
	readonly close: () => Promise<void>;
};
