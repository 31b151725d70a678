import type {Config} from '../config/config.ts';
import type {LoadOptions} from '../config/load.ts';
import type {AskedTerminal} from '../doctor/ruler.ts';
import type {AskedKind} from '../domain/known-names.ts';
import type {Engine} from '../engine/keep.ts';
import type {OpenSources} from '../questions/sources.ts';
import type {Prompt} from './init/prompt.ts';
import type {KeptPass} from './quick/pass-file.ts';
import type {SignalName} from './run/exit-codes.ts';
import type {LiveScreen} from './run/live-screen.ts';

/** What a process ends with; exit-codes.ts has the table. */
export type ExitCode = number;

/** What a shell can complete: words, a file, a command, or names that only the database or the configuration knows. */
export type Completes = readonly string[] | 'file' | 'command' | AskedKind;

/** A flag as data: `cli.ts` parses from it, help prints it. */
export type Flag = {
	/** As it is typed, without the dashes: `y-axis`. */
	readonly name: string;
	readonly type: 'boolean' | 'number' | 'string';
	/** Letters that mean it too, behind one dash; help names the first. */
	readonly short?: string;
	/** One line of help, without a full stop. */
	readonly summary: string;
	/** How help names the value: `N`. */
	readonly value?: string | undefined;
	/** Only words for help; commands know what they do without the flag. */
	readonly default?: string | undefined;
	/** The smallest whole number allowed. */
	readonly min?: number | undefined;
	readonly choices?: readonly string[] | undefined;
	/** What its value is, so that a shell can complete it; absent: its choices. */
	readonly completes?: Completes | undefined;
	/** Given twice, it means either value. */
	readonly multiple?: boolean | undefined;
	/** True: an empty text is a value too. */
	readonly mayBeEmpty?: boolean | undefined;
	/** What to say to a wrong value; default: what the flag is for. */
	readonly hint?: string | undefined;
};

/** The flags that were given, by the name in camel case (`yAxis`), as the parser has them; undefined: not given. */
export type Flags = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Where output goes. A write to a reader that has gone is quiet. */
export type Output = {
	readonly write: (text: string) => void;
	readonly isTTY: boolean;
	/** Cells of a line; 80 where unknown. */
	readonly columns: number;
	/** Aborts when its reader has gone; absent: nobody can tell. */
	readonly gone?: AbortSignal | undefined;
};

/** A server whose engine is kept running: one of our own, or that of a dashboard. */
export type KeptServer = Pick<Config, 'name' | 'database'> & {
	/** `opened` is called each time an engine has opened: with the process of another one's, or null for our own. */
	readonly start: (opened: (host: number | null) => void) => Engine;
};

/** What a command is given that stays. */
export type Kept = Pick<Config, 'metrics'> & {
	readonly version: string;
	/** That of `--server`, else all of them in their order. */
	readonly servers: readonly KeptServer[];
};

/** The terminal that the program runs in. */
type Outside = {
	/** Cells; null: what is printed goes to no terminal. */
	readonly size: {readonly columns: number; readonly rows: number} | null;
	/** Null: there is none that can be asked anything. */
	readonly terminal: () => Promise<AskedTerminal | null>;
};

/** Everything that a command touches of the outside: no command reads argv, asks the clock or ends the process. */
export type Context = {
	readonly args: readonly string[];
	readonly flags: Flags;
	/** Reads the configuration and builds the sources; not called for a usage error, and again only where an engine has gone. */
	readonly open: (wanted?: Pick<Command, 'needs' | 'asksEngine'>) => Promise<OpenSources>;
	/** What the configuration depends on, for those that explain it instead of using it. */
	readonly surroundings: () => Promise<LoadOptions>;
	/** Reads the configuration, for a command that stays; nothing is started yet. */
	readonly keep: () => Promise<Kept>;
	/** For those that look at tautop itself. */
	readonly outside: () => Outside;
	readonly stdout: Output;
	readonly stderr: Output;
	/** Unix seconds. */
	readonly now: () => number;
	/** Waits; not longer than until the signal aborts. */
	readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
	/** What an engine of another process gives, for the next time that somebody asks with these flags; absent: nobody keeps it. */
	readonly keepPass?: (kept: KeptPass) => Promise<void>;
	/** The terminal, to be painted again and again; null: output goes to none that can move its cursor. */
	readonly screen: () => Promise<LiveScreen | null>;
	/** Aborts on SIGINT, SIGTERM and SIGHUP, and when standard output cannot be written. */
	readonly signal: AbortSignal;
	/** The signal that aborted, or null. */
	readonly interruptedBy: () => SignalName | null;
	/** The zone to show times in where the configuration names none; null: this machine's. */
	readonly timeZone: string | null;
	readonly color: boolean;
	readonly ascii: boolean;
	/** Whoever sits at the terminal, to be asked; null: there is none on both ends. */
	readonly prompt: () => Promise<Prompt | null>;
	/** Of the program. */
	readonly version: string;
};

/**
 * Lines that can be typed as they are, each with what it does, without a full stop: `{'tautop hours --days 7': 'of the last week'}`.
 * Two or more a command; a test parses each.
 */
export type Examples = Readonly<Record<string, string>>;

/** A headless command. */
export type Command = {
	readonly name: string;
	/** One line of help, without a full stop. */
	readonly summary: string;
	/** What its help says behind the flags. */
	readonly help?: string;
	/** What its help shows at the end. */
	readonly examples?: Examples;
	/** What stands after the name: `[NAME...]`. */
	readonly usage: string;
	/** How many arguments it takes. */
	readonly args: {readonly min: number; readonly max: number};
	/** What its arguments are, so that a shell can complete them. */
	readonly completes?: Completes | undefined;
	/** Its own flags and those shared ones that have an effect on it, in the order of its help. */
	readonly flags: readonly Flag[];
	/** Shared flags that it must not be given: name and the sentence why. */
	readonly refuses?: Readonly<Record<string, string>> | undefined;
	/** `store`: it is about the database, and fails without it. The others answer, and tell that nothing is kept. */
	readonly needs?: 'store' | undefined;
	/** It asks what is now: where a dashboard is open, the engine of that one answers. */
	readonly asksEngine?: boolean | undefined;
	/** It runs until it is ended: where it uses no terminal, the hang-up of one does not end it. */
	readonly stays?: boolean | undefined;
	/** A view: it refuses every shared flag that it does not take. */
	readonly isView?: boolean | undefined;
	readonly run: (context: Context) => Promise<ExitCode>;
};
