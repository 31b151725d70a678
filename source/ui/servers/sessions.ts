import {AppError} from '../../domain/app-error.ts';
import type {OpenSources} from '../../questions/sources.ts';
import type {State} from '../state.ts';
import {firstOf} from './carry.ts';
import {createSession, type Host, type Session} from './session.ts';

/** Connects to the engine of a server by its name, or starts that. */
export type OpenServer = (name: string) => OpenSources;

/** The servers that were looked at, one of which is seen. */
export type Sessions = {
	readonly seen: () => Session;
	/** Connects the first one, and tells how others are opened. */
	readonly connect: (opened: OpenSources, openServer: OpenServer) => Promise<void>;
	/** Shows the server of this name; one that cannot be opened is told, and the last one before that can is seen again. */
	readonly show: (name: string) => void;
	readonly close: () => void;
};

const wordsOf = (name: string, error: unknown): string =>
	error instanceof AppError
		? [`${name}:`, error.message, error.hint ?? ''].join(' ').trimEnd()
		: `${name} could not be opened.`;

/** `first` is the screen before anything is connected. What was looked at once stays connected until the end. */
export const createSessions = (first: State, host: Host): Sessions => {
	const named = new Map<string, Session>();
	const begun = createSession(first, true, host);
	let seen = begun;
	/** Those that were seen before, the latest last. */
	let before: readonly Session[] = [];
	let open: OpenServer | null = null;

	const change = (next: Session): void => {
		const from = seen.state();
		seen.hide();
		seen = next;
		next.show(from);
	};

	const show = (next: Session): void => {
		if (next === seen) return;
		before = [...before.filter(session => session !== next), seen];
		change(next);
	};

	/** It could not be opened. The one before may fail yet, or have failed meanwhile: what is gone is never gone back to. */
	const drop = (gone: Session): void => {
		before = before.filter(session => session !== gone);
		if (seen !== gone) return;
		const back = before.at(-1) ?? begun;
		before = before.slice(0, -1);
		change(back);
	};

	const openAnew = (name: string, openServer: OpenServer): Session => {
		const session = createSession(firstOf(seen.state(), name), false, host);
		named.set(name, session);
		const opened = openServer(name);
		session.connect(opened, false).catch((error: unknown) => {
			named.delete(name);
			session.close();
			void opened.close();
			drop(session);
			host.tell(wordsOf(name, error));
		});
		return session;
	};

	return {
		seen: () => seen,
		connect: async (opened, openServer) => {
			await begun.connect(opened, true);
			const {server} = begun.state().settings ?? {server: null};
			if (server !== null) named.set(server, begun);
			open = openServer;
		},
		show: name => {
			if (open) show(named.get(name) ?? openAnew(name, open));
		},
		close: () => {
			for (const session of new Set([begun, ...named.values()])) session.close();
		},
	};
};
