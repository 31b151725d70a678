import type {AppErrorData} from '../domain/app-error.ts';

/** The parts of what is examined, in the order in which they are told. */
export const sectionTitles = {
	program: 'Program',
	configuration: 'Configuration',
	files: 'Files',
	terminal: 'Terminal',
	tautulli: 'Tautulli',
	plex: 'Plex',
	database: 'Database',
	history: 'History',
} as const satisfies Readonly<Record<string, string>>;

export type SectionId = keyof typeof sectionTitles;

export type State = 'well' | 'warning' | 'wrong';

/** What a look found. */
export type Finding = {
	/** What was looked at: a few words. */
	readonly name: string;
	readonly state: State;
	/** What was found. */
	readonly text: string;
	/** What to do about it: a sentence. */
	readonly remedy: string | null;
	/** What is wrong, as every other command would say it; null: nothing, or a bug. */
	readonly error: AppErrorData | null;
	/** Milliseconds that it took, where that tells something. */
	readonly ms: number | null;
};

/** A finding in its place. */
export type Placed = Finding & {readonly section: SectionId};

export const well = (name: string, text: string, ms: number | null = null): Finding => ({
	name,
	state: 'well',
	text,
	remedy: null,
	error: null,
	ms,
});

export const warning = (name: string, text: string, remedy: string | null): Finding => ({
	name,
	state: 'warning',
	text,
	remedy,
	error: null,
	ms: null,
});

/** What would stop other commands, too. */
export const wrong = (name: string, error: AppErrorData): Finding => ({
	name,
	state: 'wrong',
	text: error.message,
	remedy: error.hint,
	error,
	ms: null,
});
